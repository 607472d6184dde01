import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import type { CommandAnswer } from '../../sync/commands.ts';
import { usePermitRefusal, useReplica, useSend } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './InstrumentsPage.module.css';

interface Entry {
  id: string;
  name: string;
}

/** The own instruments and themes of the map, for the secretariat to remove; one that something names stays, with the reason. */
export function OwnEntries() {
  const t = useT();
  const { instruments, themes } = useReplica(({ plenary }) => plenary.instrumentMap);
  const send = useSend();
  const said = useRemovalWords();
  const refused = usePermitRefusal('instrumentMap.removeInstrument', {});
  if (refused || instruments.length + themes.length === 0) return null;
  return (
    <Disclosure summary={t('instruments.own')}>
      <Stack gap={4}>
        {instruments.length > 0 && (
          <Section level={3} title={t('instruments.own.instruments')}>
            <EntryList
              entries={instruments}
              onRemove={async (entry) =>
                said(await send('instrumentMap.removeInstrument', { instrumentId: entry.id }), entry)
              }
            />
          </Section>
        )}
        {themes.length > 0 && (
          <Section level={3} title={t('instruments.own.themes')}>
            <EntryList
              entries={themes}
              onRemove={async (entry) => said(await send('instrumentMap.removeTheme', { themeId: entry.id }), entry)}
            />
          </Section>
        )}
      </Stack>
    </Disclosure>
  );
}

function EntryList({ entries, onRemove }: { entries: readonly Entry[]; onRemove: (entry: Entry) => Promise<void> }) {
  const t = useT();
  return (
    <ul className={styles.own}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <bdi>{entry.name}</bdi>
          <IconButton
            icon="delete"
            label={t('instruments.remove.of', { name: entry.name })}
            onClick={() => void onRemove(entry)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Says what became of a removal. */
function useRemovalWords(): (answer: CommandAnswer, entry: Entry) => void {
  const t = useT();
  const toast = useToast();
  const wordsOf = useRefusalWords();
  return (answer, { name }) =>
    toast(answer.ok ? { text: t('instruments.removed', { name }) } : { text: wordsOf(answer), tone: 'danger' });
}
