import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { Card } from '../Card.tsx';
import { RegionBadge } from '../RegionBadge.tsx';
import { Section } from '../Section.tsx';
import { SplitPane } from '../SplitPane.tsx';
import { Cluster, Stack } from '../Stack.tsx';

const drafts = [
  'Shared standards for identity documents',
  'Identity documents for returnees',
  'Reintegration in the first year',
];
const text = `States are encouraged to issue, within thirty days of a request, an identity document to every national
  who returns, [free of charge] and without regard to the way in which the person left, and to recognise the documents
  that consular posts issue for this purpose.`;

/** The frame of a room: drafts, text, people. */
export function GalleryRoom() {
  return (
    <SplitPane
      start={{
        label: 'Drafts',
        icon: 'document',
        badge: 3,
        content: (
          <Stack gap={2}>
            {drafts.map((draft, index) => (
              <Card key={draft} selected={index === 1}>
                {draft}
              </Card>
            ))}
            <Button kind="plain" icon="add">
              New draft
            </Button>
          </Stack>
        ),
      }}
      main={{
        label: 'Text',
        icon: 'edit',
        content: (
          <Stack gap={4} style={{ maxInlineSize: 'var(--measure)' }}>
            <h1 style={{ fontSize: 'var(--type-28)' }}>Identity documents for returnees</h1>
            <Cluster>
              <Badge tone="success">who</Badge>
              <Badge tone="success">what</Badge>
              <Badge outlined>when</Badge>
            </Cluster>
            <p style={{ fontFamily: 'var(--font-serif)', fontSize: 'var(--type-20)' }}>{text}</p>
            <Button kind="primary" icon="report">
              Report to plenary
            </Button>
          </Stack>
        ),
      }}
      end={{
        label: 'Room',
        icon: 'people',
        badge: '9/11',
        content: (
          <Section title="In the room" level={2}>
            <ul className="people">
              {['Kenya', 'Chile', 'Nepal', 'United Kingdom of Great Britain and Northern Ireland'].map((name) => (
                <li key={name}>
                  <Cluster>
                    <RegionBadge region="weog" label="WEO" />
                    {name}
                  </Cluster>
                </li>
              ))}
            </ul>
          </Section>
        ),
      }}
    />
  );
}
