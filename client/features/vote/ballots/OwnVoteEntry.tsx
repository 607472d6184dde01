import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { PersonName } from '../../../parts/PersonName.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { ChoiceWords } from '../ChoiceWords.tsx';
import { inGroups } from '../receipts.ts';
import { keepsNames } from '../record/recordOfVote.ts';
import { VoteTitle } from '../VoteTitle.tsx';
import styles from './BallotsPage.module.css';
import type { Agreement, OwnVote } from './ownBallots.ts';

/** One vote: what was received from whom, what this device sent, what was published, and whether these agree. */
export function OwnVoteEntry({ entry }: { entry: OwnVote }) {
  const t = useT();
  const format = useFormat();
  const { vote, own, sent, agreement, receipt, isListed } = entry;
  return (
    <article className={styles.vote}>
      <VoteTitle vote={vote} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('trust.received')}</dt>
          <dd>
            {own ? (
              <>
                {format.time(own.at, { seconds: true })} ·{' '}
                {own.castBy === null ? t('ballot.roll.enteredMark') : <PersonName id={own.castBy} />}
                {own.times > 1 && ` · ${t('trust.times', { n: own.times })}`}
              </>
            ) : (
              t('vote.noBallot')
            )}
          </dd>
        </div>
        {sent && (
          <div>
            <dt>{t('trust.sent')}</dt>
            <dd>
              <ChoiceWords choice={sent.choice} /> · {format.time(sent.sentAt, { seconds: true })}
            </dd>
          </div>
        )}
        {vote.method === 'secret' && own && (
          <div>
            <dt>{t('trust.receipt')}</dt>
            <dd>{receipt ? <bdi dir="ltr">{inGroups(receipt)}</bdi> : t('trust.receipt.none')}</dd>
          </div>
        )}
        <div>
          <dt>{t('trust.published')}</dt>
          <dd>
            <Published entry={entry} />
          </dd>
        </div>
      </dl>
      {agreement && <AgreementWords agreement={agreement} />}
      {isListed !== null && (
        <p className={isListed ? styles.same : styles.differs}>
          <Icon name={isListed ? 'done' : 'alert'} />
          {t(isListed ? 'secret.found' : 'secret.notFound')}
        </p>
      )}
    </article>
  );
}

function Published({ entry: { vote, published } }: { entry: OwnVote }) {
  const t = useT();
  if (!keepsNames(vote)) return t('trust.published.never');
  if (vote.phase !== 'declared')
    return t(vote.method === 'roll-call' ? 'trust.published.aloud' : 'trust.published.notYet');
  return published ? <ChoiceWords choice={published} /> : t('trust.notVoting');
}

function AgreementWords({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const isSame = agreement === 'same';
  return (
    <p className={styles[agreement]}>
      {agreement !== 'unknown' && <Icon name={isSame ? 'done' : agreement === 'differs' ? 'alert' : 'info'} />}
      {t(`trust.agreement.${agreement}`)}
    </p>
  );
}
