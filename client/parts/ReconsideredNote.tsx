import type { Snapshot } from '@shared/domain/board.ts';
import { useT } from '../i18n/I18n.tsx';

/** That a version is an earlier text put again; nothing of others. */
export function ReconsideredNote({ version }: { version: Pick<Snapshot, 'version' | 'reconsideredBy'> }) {
  const t = useT();
  if (version.reconsideredBy === undefined) return null;
  return <p>{t('amendments.version.anew', { version: version.version })}</p>;
}
