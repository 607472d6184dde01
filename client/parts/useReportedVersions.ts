import { type TabledItem, versionsOf } from '@shared/domain/board.ts';
import { useMemo } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useMadeBy } from './useMadeBy.ts';
import type { Version } from './VersionChooser.tsx';

/** The reports of an item as versions to choose from; the newest is called so while it stands on the board. */
export function useReportedVersions(item: TabledItem, isOnBoard: boolean): Version[] {
  const t = useT();
  const withMaker = useMadeBy();
  const { earlier, current } = item;
  return useMemo(
    () =>
      versionsOf({ earlier, current }).map((each) => ({
        ...each,
        key: `${each.version}`,
        label: withMaker(
          t(isOnBoard && each === current ? 'history.current' : 'history.version', { n: each.version }),
          each.amendedBy,
        ),
      })),
    [earlier, current, isOnBoard, t, withMaker],
  );
}
