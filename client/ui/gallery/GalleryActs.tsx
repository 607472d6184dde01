import { useState } from 'react';
import { useToast } from '../Announcer.tsx';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { ErrorSummary } from '../ErrorSummary.tsx';
import { IconButton } from '../IconButton.tsx';
import { LinkButton } from '../LinkButton.tsx';
import { NativeSelect } from '../NativeSelect.tsx';
import { RadioGroup, SegmentedControl } from '../RadioGroup.tsx';
import { Section } from '../Section.tsx';
import { Cluster, Stack } from '../Stack.tsx';
import { TextArea } from '../TextArea.tsx';
import { TextField } from '../TextField.tsx';

const horizons = [
  { value: 'short', label: 'Short term', hint: 'Within one year.' },
  { value: 'medium', label: 'Medium term', hint: 'Until the next review conference, in two to four years.' },
  { value: 'long', label: 'Long term' },
] as const;

/** Buttons and fields in all their states. */
export function GalleryActs() {
  const toast = useToast();
  return (
    <>
      <Section title="Acts" note="one primary on a screen">
        <Cluster gap={3}>
          <Button kind="primary">Report to plenary</Button>
          <Button>Open the room</Button>
          <Button kind="danger" icon="delete">
            Withdraw
          </Button>
          <Button kind="plain" icon="add">
            New draft
          </Button>
          <Button kind="primary" pending>
            Casting
          </Button>
          <Button disabled>Not now</Button>
          <Button size="small" shortcut="R">
            Recall
          </Button>
          <LinkButton href="#" icon="download">
            Issue brief
          </LinkButton>
          <IconButton icon="more" label="More" />
          <IconButton icon="pin" label="Pin" kind="quiet" aria-pressed />
          <Button
            onClick={() =>
              toast({ text: 'Item 12 is parked.', tone: 'success', act: { label: 'Undo', onAct: () => {} } })
            }
          >
            Say something
          </Button>
          <Button onClick={() => toast({ text: 'Only a member state with credentials votes.', tone: 'danger' })}>
            Refuse
          </Button>
        </Cluster>
        <Cluster gap={3}>
          <Button size="large" kind="primary" icon="vote">
            Review your vote
          </Button>
          <Button size="large">Yes</Button>
        </Cluster>
      </Section>
      <GalleryFields />
    </>
  );
}

function GalleryFields() {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<'short' | 'medium' | 'long'>('medium');
  const [isAgreed, setAgreed] = useState(true);
  return (
    <Section title="Fields">
      <ErrorSummary
        title="Two things stand in the way"
        errors={[{ text: 'Say who leads.', fieldId: 'lead' }, { text: 'Choose a horizon.' }]}
      />
      <Cluster gap={8} style={{ alignItems: 'start' }}>
        <Stack gap={4} style={{ flex: '1 1 20rem' }}>
          <TextField
            id="lead"
            label="Lead"
            value={text}
            onChange={setText}
            hint="A state, an agency, or both."
            error="Say who leads."
          />
          <TextField
            label="Search"
            labelHidden
            type="search"
            icon="search"
            placeholder="Search delegations"
            value=""
            onChange={() => {}}
          />
          <TextArea label="Measure" optional value={text} onChange={setText} limit={10} />
        </Stack>
        <Stack gap={4} style={{ flex: '1 1 20rem' }}>
          <NativeSelect
            label="Delegation"
            value="GBR"
            onChange={() => {}}
            options={[
              { value: 'GBR', label: 'United Kingdom of Great Britain and Northern Ireland' },
              { value: 'BOL', label: 'Bolivia (Plurinational State of)' },
            ]}
          />
          <SegmentedControl
            label="Horizon"
            value={choice}
            onChange={setChoice}
            options={horizons.map(({ value, label }) => ({ value, label }))}
          />
          <RadioGroup label="Horizon" value={choice} onChange={setChoice} options={horizons} />
          <Checkbox
            label="We join the consensus"
            checked={isAgreed}
            onChange={setAgreed}
            hint="May be withdrawn until the step ends."
          />
        </Stack>
      </Cluster>
    </Section>
  );
}
