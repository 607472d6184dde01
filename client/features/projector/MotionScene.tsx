import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { versionsOf } from '@shared/domain/board.ts';
import type { Division, DivisionPart } from '@shared/domain/divisions/shape.ts';
import { isOperative, nextPart, partText, speakersASide } from '@shared/domain/divisions/standing.ts';
import { plainText } from '@shared/domain/draftText.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { SubjectTextView } from '../../parts/SubjectTextView.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './MotionScene.module.css';
import { SubjectHead } from './SubjectHead.tsx';

/** An amendment that is put next: whose it is, and what it changes in the text. */
export function AmendmentScene({ amendment }: { amendment: Amendment }) {
  const t = useT();
  const itemVersion = useReplica(({ plenary }) => plenary.board.items[amendment.itemId]?.current.version ?? 0);
  const vote = {
    ...{ itemId: amendment.itemId, itemVersion },
    subject: { kind: 'amendment' as const, amendmentId: amendment.id },
  };
  return (
    <div className={styles.motion}>
      <p>
        <strong>{t('projector.nextAmendment')}</strong>
      </p>
      <SubjectHead vote={vote} />
      <div className={styles.text}>
        <SubjectTextView vote={vote} size="wall" />
      </div>
    </div>
  );
}

const sides = ['for', 'against'] as const;
/** So many parts are shown with their words; of more there is room for their numbers and states alone. */
const partsWithWords = 4;

/** A division: who has moved it, how it stands, its parts with what became of each. */
export function DivisionScene({ division }: { division: Division }) {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const offset = useServerOffset();
  const title = useReplica(({ plenary }) => plenary.board.items[division.itemId]?.current.title ?? '');
  const { phase, movedBy, objectedBy, lapsesAt, parts, speakers } = division;
  const on = (side: (typeof sides)[number]) => speakers.filter((each) => each.side === side);
  return (
    <div className={styles.motion}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('amendments.divisionBy', { name: nameOf(movedBy) })}</h1>
        <p className={styles.item}>
          <bdi>{title}</bdi>
        </p>
        <p>
          <strong>{t(`amendments.division.${phase}`)}</strong>
        </p>
      </header>
      {lapsesAt !== null && phase === 'moved' && (
        <p className={styles.countdown}>
          <span>{t('amendments.counting')}</span>
          <Clock
            label={t('amendments.division')}
            deadline={lapsesAt}
            serverOffsetMs={offset}
            size="wall"
            cautionMs={0}
            dangerMs={0}
            announces={false}
          />
        </p>
      )}
      {objectedBy.map((id) => (
        <p key={id}>{t('amendments.objectedBy', { name: nameOf(id) })}</p>
      ))}
      {phase === 'objected' && speakers.length > 0 && (
        <p className={styles.speakers}>
          {sides.map((side) => (
            <span key={side}>
              {t(`amendments.speakers.${side}`, { n: on(side).length, most: speakersASide })}{' '}
              <strong>
                {on(side).length > 0 ? list(on(side).map(({ delegationId }) => nameOf(delegationId))) : '–'}
              </strong>
            </span>
          ))}
        </p>
      )}
      <ol className={styles.parts}>
        {parts.map((part) => (
          <Part key={part.id} division={division} part={part} withWords={parts.length <= partsWithWords} />
        ))}
      </ol>
    </div>
  );
}

const signs = { approved: 'check', rejected: 'close', next: 'forward', waits: 'clock' } as const;

function Part({ division, part, withWords }: { division: Division; part: DivisionPart; withWords: boolean }) {
  const t = useT();
  const format = useFormat();
  const draft = useReplica(
    ({ plenary }) =>
      versionsOf(plenary.board.items[division.itemId]).find(({ version }) => version === division.itemVersion)?.draft,
  );
  const result = division.results[part.id];
  const isNext = division.phase === 'parts' && nextPart(division)?.id === part.id;
  const state = result ? (result.isApproved ? 'approved' : 'rejected') : isNext ? 'next' : 'waits';
  const paragraphs = format.list(part.blocks.map((at) => format.number(at + 1)));
  return (
    <li className={styles.part} data-state={state}>
      <p className={styles.name}>
        <strong>{t('amendments.part', { n: Number(part.id) })}</strong>
        <span>{t('projector.paragraphs', { n: part.blocks.length, paragraphs })}</span>
        {!isOperative(division, part) && <span>{t('amendments.preambular')}</span>}
      </p>
      <p className={styles.state}>
        <Icon name={signs[state]} /> {t(`amendments.result.${state}`)}
      </p>
      {withWords && draft && (
        <p className={styles.words} dir="auto">
          {plainText(partText(part, draft))}
        </p>
      )}
    </li>
  );
}
