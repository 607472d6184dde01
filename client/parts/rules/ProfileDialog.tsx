import { members } from '@shared/domain/delegation.ts';
import { currentProfile, type ProfileId } from '@shared/domain/ruleProfile.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { useRefusalWords } from '../RefusalNote.tsx';
import styles from './ProfileDialog.module.css';
import { changedRows, profileRows } from './profileRows.ts';

/** Asks before the rules change for everybody, and says what changes with them. */
export function ProfileDialog(props: { now: ProfileId; wanted: ProfileId; onClose: () => void }) {
  const t = useT();
  const words = useRefusalWords();
  const { now, wanted, onClose } = props;
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  const { send, isPending, refusal } = useCommand('consultation.chooseProfile');
  const rowsOf = (id: ProfileId) => profileRows(currentProfile(id), entitled, t);
  const choose = async () => {
    if ((await send({ profile: wanted })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('rules.switch.title', { profile: t(`rules.name.${wanted}`) })}
      confirmLabel={t('rules.switch.act')}
      onConfirm={() => void choose()}
      onCancel={onClose}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
    >
      <p>{t(`rules.words.${wanted}`)}</p>
      <p>{t('rules.switch.words')}</p>
      <dl className={styles.changes}>
        {changedRows(rowsOf(now), rowsOf(wanted)).map((row) => (
          <div key={row.topic}>
            <dt>{t(`rules.topic.${row.topic}`)}</dt>
            <Side label={t('rules.switch.now')} words={row.before} />
            <Side label={t('rules.switch.then')} words={row.after} />
          </div>
        ))}
      </dl>
    </ConfirmDialog>
  );
}

function Side({ label, words }: { label: string; words: readonly string[] }) {
  const t = useT();
  return (
    <dd>
      <span className={styles.side}>{label}</span>
      <span className={styles.words}>
        {(words.length === 0 ? [t('rules.switch.none')] : words).map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
    </dd>
  );
}
