import type { Opening, Silence, SilenceRound } from '@shared/domain/silence/shape.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Silence.module.css';

/** The rounds, the newest first: when, under which terms, what happened in each. */
export function RoundFacts({ silence }: { silence: Silence }) {
  const t = useT();
  return (
    <Section title={t('silence.rounds')}>
      <ol className={styles.list}>
        {[...silence.rounds].reverse().map((round) => (
          <li key={round.number} className={styles.round}>
            <h3 className={styles.entryTitle}>{t('silence.round', { n: round.number })}</h3>
            <Facts round={round} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Facts({ round }: { round: SilenceRound }) {
  const t = useT();
  const names = useLanguageNames();
  const missing = round.languages.filter(({ isReady }) => !isReady).map(({ language }) => names(language));
  const ready = round.languages.filter(({ isReady }) => isReady).map(({ language }) => names(language));
  const format = useFormat();
  const at = (instant: number) =>
    format.dateTime(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return (
    <ul className={styles.facts}>
      {round.opening && (
        <li>{t('silence.fact.opened', { from: at(round.opening.openedAt), until: at(round.opening.deadlineAt) })}</li>
      )}
      {ready.length > 0 && <li>{t('silence.fact.languages', { languages: format.list(ready) })}</li>}
      {missing.length > 0 && <li>{t('silence.fact.missing', { languages: format.list(missing) })}</li>}
      {round.opening && <OpeningFacts opening={round.opening} at={at} />}
      {round.end && (
        <li>
          {t(`silence.fact.end.${round.end.as}`, { when: at(round.end.at) })}{' '}
          {round.end.reason && <bdi>{round.end.reason}</bdi>}
        </li>
      )}
      <li>
        {t('silence.hash')} <code dir="ltr">{round.textHash}</code>
      </li>
    </ul>
  );
}

function OpeningFacts({ opening, at }: { opening: Opening; at: (instant: number) => string }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const { shorterBecause, languagesWaived, changes, reminders, objections, notified, minimumHours } = opening;
  return (
    <>
      {shorterBecause !== null && (
        <li>
          {t('silence.fact.shorter', { hours: minimumHours })} <bdi>{shorterBecause}</bdi>
        </li>
      )}
      {languagesWaived !== null && (
        <li>
          {t('silence.fact.waived')} <bdi>{languagesWaived}</bdi>
        </li>
      )}
      {changes.map((change) => (
        <li key={change.at}>
          {t(`silence.fact.${change.as}`, { when: at(change.at), until: at(change.deadlineAt) })}{' '}
          {change.reason && <bdi>{change.reason}</bdi>}
        </li>
      ))}
      {reminders.map((reminder) => (
        <li key={reminder.at}>{t('silence.fact.reminded', { hours: reminder.hours, when: at(reminder.at) })}</li>
      ))}
      {objections.map((objection) => (
        <li key={objection.at}>
          {objection.by ? <DelegationName id={objection.by} /> : t('silence.fact.somebody')}{' '}
          {t('silence.fact.objected', { when: at(objection.at) })}
          {objection.reason && (
            <>
              {' '}
              {t('silence.reason')} <bdi>{objection.reason}</bdi>
            </>
          )}
          {objection.alternative && (
            <>
              {' '}
              {t('silence.alternative')} <bdi>{objection.alternative}</bdi>
            </>
          )}
          {objection.retractedAt !== null && ` ${t('silence.fact.retracted', { when: at(objection.retractedAt) })}`}
        </li>
      ))}
      <li>
        <Disclosure summary={t('silence.fact.notified', { n: notified.length })}>
          <p>{notified.map(nameOf).sort(format.compare).join(' · ')}</p>
        </Disclosure>
      </li>
    </>
  );
}

/** The names of languages in the reader's own. */
export function useLanguageNames(): (language: string) => string {
  const t = useT();
  return (language) => t(`silence.language.${language}`);
}
