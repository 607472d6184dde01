import type { ActorRef, Fields, Measure } from '@shared/domain/itemFields.ts';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { DelegationName } from './DelegationName.tsx';
import styles from './FieldsView.module.css';
import { useReference } from './useReference.ts';

const optional = ['partners', 'targets', 'objectives', 'instruments', 'gap', 'means', 'paragraph'] as const;
export type ShownField = 'lead' | 'horizon' | 'measures' | (typeof optional)[number];

/** The structured fields of an action item in words; who, when and measure are named also where they are missing. */
export function FieldsView({ fields }: { fields: Fields }) {
  const t = useT();
  const missing = <span className={styles.missing}>{t('parts.fields.missing')}</span>;
  const row = (field: ShownField, label: string) => {
    const isSaid = isStated(fields, field);
    if (!isSaid && (optional as readonly ShownField[]).includes(field)) return null;
    return <Row label={label}>{isSaid ? <FieldValue fields={fields} field={field} /> : missing}</Row>;
  };
  return (
    <dl className={styles.fields}>
      {row('lead', t('parts.fields.lead'))}
      {row('partners', t('parts.fields.partners'))}
      {row('horizon', t('parts.fields.horizon'))}
      {row('measures', t('parts.fields.measure'))}
      {row('targets', t('parts.fields.targets'))}
      {row('objectives', t('parts.fields.objectives'))}
      {row('instruments', t('parts.fields.instruments'))}
      {row('gap', t('parts.fields.gap'))}
      {row('means', t('parts.fields.means'))}
      {row('paragraph', t('parts.fields.paragraph'))}
    </dl>
  );
}

/** Whether a field says anything; the horizon and its date are one. */
function isStated(fields: Fields, field: ShownField): boolean {
  if (field === 'horizon') return Boolean(fields.horizon || fields.by);
  const value = fields[field];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** What one field says, in words; nothing where it says nothing. */
export function FieldValue({ fields, field }: { fields: Fields; field: ShownField }) {
  if (!isStated(fields, field)) return null;
  switch (field) {
    case 'lead':
    case 'partners':
      return <Actors actors={fields[field] ?? []} />;
    case 'horizon':
      return <HorizonWords horizon={fields.horizon ?? null} by={fields.by ?? null} />;
    case 'measures':
      return fields.measures?.map((each) => <MeasureWords key={JSON.stringify(each)} measure={each} />);
    case 'targets':
      return <References kind="target" ids={fields.targets ?? []} />;
    case 'objectives':
      return <References kind="objective" ids={(fields.objectives ?? []).map(String)} />;
    case 'instruments':
      return <References kind="instrument" ids={fields.instruments ?? []} />;
    case 'paragraph':
      return <ParagraphWords id={fields.paragraph ?? ''} />;
    default:
      return <bdi>{fields[field]}</bdi>;
  }
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who is to act or to help: delegations, organizations and actors in words, one after the other. */
function Actors({ actors }: { actors: readonly ActorRef[] }) {
  const bodies = useReference(
    'instrument',
    actors.some(({ kind }) => kind === 'body'),
  );
  return (
    <ul className={styles.list}>
      {actors.map((actor) => (
        <li key={actor.kind === 'words' ? actor.text : actor.id}>
          {actor.kind === 'words' ? (
            <bdi>{actor.text}</bdi>
          ) : actor.kind === 'delegation' ? (
            <DelegationName id={actor.id} withRegion />
          ) : (
            <span title={bodies?.entry(actor.id)?.detail}>{bodies?.entry(actor.id)?.label ?? actor.id}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How soon: the horizon in words, the date where one is set. */
function HorizonWords({ horizon, by }: { horizon: 'short' | 'medium' | 'long' | null; by?: string | null }) {
  const t = useT();
  const format = useFormat();
  // A date without an hour is the same day everywhere.
  const date = by ? format.date(Date.parse(by), { dateStyle: 'long', timeZone: 'UTC' }) : null;
  if (horizon && date) return t('parts.horizon.both', { horizon: t(`parts.horizon.${horizon}`), date });
  if (horizon) return t(`parts.horizon.${horizon}`);
  return date ? t('parts.horizon.by', { date }) : null;
}

function MeasureWords({ measure }: { measure: Measure }) {
  const t = useT();
  const indicators = useReference('indicator', measure.indicator !== null);
  const { indicator, text, unit, baseline, target, source, isDisaggregated } = measure;
  const facts = Object.entries({ unit, baseline, target, source }).filter(([, value]) => value !== '');
  return (
    <div className={styles.measure}>
      {indicator && (
        <p>
          <span className={styles.code}>{indicator}</span> <bdi>{indicators?.entry(indicator)?.detail}</bdi>
        </p>
      )}
      {text && <p dir="auto">{text}</p>}
      {facts.map(([name, value]) => (
        <p key={name} className={styles.fact}>
          {t(`parts.measure.${name}`, { value })}
        </p>
      ))}
      {isDisaggregated && <p className={styles.fact}>{t('parts.measure.disaggregated')}</p>}
    </div>
  );
}

/** Entries of the reference data by their ids: code or short name first, then the full words. */
function References({ kind, ids }: { kind: 'target' | 'objective' | 'instrument'; ids: readonly string[] }) {
  const list = useReference(kind);
  return (
    <ul className={styles.list}>
      {ids.map((id) => {
        const entry = list?.entry(id);
        return (
          <li key={id}>
            <span className={styles.code}>{entry?.label ?? id}</span> <bdi>{entry?.detail}</bdi>
          </li>
        );
      })}
    </ul>
  );
}

function ParagraphWords({ id }: { id: string }) {
  const t = useT();
  const paragraph = useReplica(({ plenary }) => plenary.brief.paragraphs.find((each) => each.id === id));
  if (!paragraph) return id;
  return paragraph.heading
    ? t('parts.fields.paragraphOf', { number: paragraph.number, heading: paragraph.heading })
    : paragraph.number;
}
