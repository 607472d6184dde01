import { useState } from 'react';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { Card } from '../Card.tsx';
import { Clock } from '../Clock.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { Empty } from '../Empty.tsx';
import { Kbd } from '../Kbd.tsx';
import { Notice } from '../Notice.tsx';
import { Progress } from '../Progress.tsx';
import { QrCode } from '../QrCode.tsx';
import { SaveState } from '../SaveState.tsx';
import { Section } from '../Section.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Cluster, Stack } from '../Stack.tsx';
import { Tabs } from '../Tabs.tsx';

/** Words of state, clocks, notices, places with nothing in them. */
export function GalleryWords() {
  const [tab, setTab] = useState<'text' | 'comments'>('text');
  const [now] = useState(() => Date.now());
  return (
    <Section title="Words and signs">
      <Cluster gap={3}>
        <Badge>Draft</Badge>
        <Badge tone="accent">Reported</Badge>
        <Badge tone="success" icon="check">
          Agreed
        </Badge>
        <Badge tone="caution" icon="alert">
          2 brackets
        </Badge>
        <Badge tone="danger">Concern</Badge>
        <Badge outlined>Indicative</Badge>
        <Kbd>Esc</Kbd>
        <SaveState state="saved" />
        <SaveState state="saving" />
        <SaveState state="unsaved" unsavedCount={3} />
        <SaveState state="recovered" />
      </Cluster>
      <Cluster gap={4}>
        <Clock label="calm" deadline={now + 1_122_000} />
        <Clock label="caution" deadline={now + 240_000} />
        <Clock label="danger" deadline={now + 42_000} />
        <Clock label="over" deadline={now - 65_000} />
        <Clock label="stopped" deadline={now} pausedRemainingMs={500_000} />
        <Clock label="large" deadline={now + 4_000_000} size="large" />
      </Cluster>
      <Notice>Indicative, not a decision.</Notice>
      <Notice tone="caution" acts={<Button size="small">Stop it</Button>}>
        All rooms are called back in 60 seconds. Nothing you wrote is lost.
      </Notice>
      <Notice tone="danger">This vote is locked: the moderator closed it at 14:02:07.</Notice>
      <Notice tone="success">Vote recorded at 14:02:07.</Notice>
      <Cluster gap={6} style={{ alignItems: 'start' }}>
        <Card tone="accent" style={{ flex: '1 1 18rem' }}>
          <strong>Identity documents for returnees, issued within thirty days of the request</strong>
          <Cluster>
            <Badge>Room 4</Badge>
            <Badge tone="caution">2 brackets</Badge>
          </Cluster>
        </Card>
        <Empty title="No drafts yet" act={<Button icon="add">Write the first</Button>}>
          What your room writes together stands here.
        </Empty>
        <Stack style={{ flex: '1 1 12rem' }}>
          <Skeleton lines={4} />
        </Stack>
        <Stack style={{ flex: '0 0 8rem' }}>
          <QrCode text="https://example.org/join#12345678901234567890" title="Personal link" />
        </Stack>
      </Cluster>
      <Progress label="Ballots received" value={131} max={193} words="131 of 193" />
      <Tabs
        label="Item"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { key: 'text', label: 'Text', content: <p>The text as reported.</p> },
          { key: 'comments', label: 'Comments', count: 14, icon: 'chat', content: <p>Fourteen comments.</p> },
        ]}
      />
      <Disclosure summary="How the result is counted">Abstentions do not count as votes.</Disclosure>
    </Section>
  );
}
