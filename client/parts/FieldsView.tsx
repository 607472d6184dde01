import type { ActorRef, Fields, Measure } from '@shared/domain/itemFields.ts';
import { Fragment, type ReactNode } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { Message } from '../i18n/Message.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { DelegationName } from './DelegationName.tsx';
import styles from './FieldsView.module.css';
import { fieldLabels, type ShownField, shownFields } from './shownFields.ts';
import { useOwnInstruments } from './useOwnInstruments.ts';
import { useReference } from './useReference.ts';

const needed: readonly ShownField[] = ['lead', 'horizon', 'measures'];

/** The structured fields of an action item in words; who, when and measure are named also where they are missing. */
export function FieldsView({ fields }: { fields: Fields }) {
  const t = useT();
  const missing = <span className={styles.missing}>{t('parts.fields.missing')}</span>;
  const row = (field: ShownField) => {
    const isSaid = isStated(fields, field);
    const isNeeded = needed.includes(field) && !(field === 'measures' && fields.noMeasure);
    if (!isSaid && !isNeeded) return null;
    return <Row label={t(fieldLabels[field])}>{isSaid ? <FieldValue fields={fields} field={field} /> : missing}</Row>;
  };
  return (
    <dl className={styles.fields}>
      {shownFields.map((field) => (
        <Fragment key={field}>{row(field)}</Fragment>
      ))}
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
    case 'gap':
      return (
        <>
          <bdi>{fields.gap}</bdi> {fields.gapTheme && <ThemeWords id={fields.gapTheme} />}
        </>
      );
    case 'means':
      return <bdi>{fields.means}</bdi>;
    default:
      return <Message id="fields.excused" values={{ reason: <bdi>{fields[field]}</bdi> }} />;
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
  const own = useOwnInstruments();
  return (
    <ul className={styles.list}>
      {ids.map((id) => {
        const entry = list?.entry(id) ?? own.find(({ value }) => value === id);
        return (
          <li key={id}>
            <span className={styles.code}>{entry?.label ?? id}</span> <bdi>{entry?.detail}</bdi>
          </li>
        );
      })}
    </ul>
  );
}

/** The theme of a declared gap; one that is no longer on the map has no name. */
function ThemeWords({ id }: { id: string }) {
  const t = useT();
  const theme = useReplica(
    ({ plenary }) =>
      plenary.panel.byId[id]?.title ?? plenary.instrumentMap.themes.find((each) => each.id === id)?.name ?? null,
  );
  return theme !== null && <span className={styles.fact}>{t('fields.gapUnder', { theme })}</span>;
}

function ParagraphWords({ id }: { id: string }) {
  const t = useT();
  const paragraph = useReplica(({ plenary }) => plenary.brief.paragraphs.find((each) => each.id === id));
  if (!paragraph) return id;
  return paragraph.heading
    ? t('parts.fields.paragraphOf', { number: paragraph.number, heading: paragraph.heading })
    : paragraph.number;
}
