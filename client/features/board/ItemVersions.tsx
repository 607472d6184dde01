import type { Snapshot, TabledItem } from '@shared/domain/board.ts';
import type { RoomId } from '@shared/domain/kernel/ids.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { ReconsideredNote } from '../../parts/ReconsideredNote.tsx';
import { withTerms } from '../../parts/terms/TermMarked.tsx';
import { useMadeBy } from '../../parts/useMadeBy.ts';
import { useReportedVersions } from '../../parts/useReportedVersions.ts';
import { VersionChooser } from '../../parts/VersionChooser.tsx';
import { WritersNote } from '../../parts/WriterNames.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';

/** The earlier reports of an item, the latest first, each as it was. */
export function ItemVersions({ item }: { item: TabledItem }) {
  const t = useT();
  const withMaker = useMadeBy();
  if (item.earlier.length === 0) return null;
  return (
    <Section
      title={t('board.versions.heading')}
      level={3}
      note={withMaker(t('board.versions.current', { n: item.current.version }), item.current.amendedBy)}
    >
      <div>
        <CompareVersions item={item} />
        {[...item.earlier].reverse().map((version) => (
          <Disclosure
            key={version.version}
            summary={withMaker(
              t('board.versions.one', { n: version.version, title: version.title }),
              version.amendedBy,
            )}
          >
            <EarlierVersion version={version} roomId={item.roomId} />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}

/** What changed between any two reports; at first between the one on the board and the one before. */
function CompareVersions({ item }: { item: TabledItem }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const versions = useReportedVersions(item, true);
  return (
    <Disclosure summary={t('history.heading')} open={isOpen} onToggle={setIsOpen}>
      {isOpen && <VersionChooser versions={versions} roomId={item.roomId} />}
    </Disclosure>
  );
}

function EarlierVersion({ version, roomId }: { version: Snapshot; roomId: RoomId }) {
  const t = useT();
  const attribution = useReplica(({ plenary }) => plenary.room.byId[roomId]?.attribution ?? 'none');
  return (
    <Stack gap={3}>
      <ReconsideredNote version={version} />
      <p>
        <WritersNote writers={version.writers} attribution={attribution} />
      </p>
      <DraftTextView draft={version.draft} mark={withTerms} />
      <FieldsView fields={version.fields} />
      {version.waiver !== null && (
        <p>
          {t('board.item.waiver')} <span dir="auto">{version.waiver}</span>
        </p>
      )}
    </Stack>
  );
}
