import type { ActorRef, Fields, Measure } from '@shared/domain/itemFields.ts';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { Message } from '../i18n/Message.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { DelegationName } from './DelegationName.tsx';
import styles from './FieldsView.module.css';
import { useOwnInstruments } from './useOwnInstruments.ts';
import { useReference } from './useReference.ts';

/** The structured fields of an action item in words; who, when and measure are named also where they are missing. */
export function FieldsView({ fields }: { fields: Fields }) {
  const t = useT();
  const missing = <span className={styles.missing}>{t('parts.fields.missing')}</span>;
  const reasonWords = (reason: string) => <Message id="fields.excused" values={{ reason: <bdi>{reason}</bdi> }} />;
  const { lead = [], partners = [], measures = [], targets = [], objectives = [], instruments = [] } = fields;
  return (
    <dl className={styles.fields}>
      <Row label={t('parts.fields.lead')}>{lead.length > 0 ? <Actors actors={lead} /> : missing}</Row>
      {partners.length > 0 && (
        <Row label={t('parts.fields.partners')}>
          <Actors actors={partners} />
        </Row>
      )}
      <Row label={t('parts.fields.horizon')}>
        {fields.horizon || fields.by ? (
          <HorizonWords horizon={fields.horizon ?? null} by={fields.by ?? null} />
        ) : (
          missing
        )}
      </Row>
      <Row label={t('parts.fields.measure')}>
        {measures.length > 0
          ? measures.map((each) => <MeasureWords key={JSON.stringify(each)} measure={each} />)
          : fields.noMeasure
            ? reasonWords(fields.noMeasure)
            : missing}
      </Row>
      {fields.noDisaggregation && (
        <Row label={t('fields.anchor.disaggregation')}>{reasonWords(fields.noDisaggregation)}</Row>
      )}
      {targets.length > 0 && (
        <Row label={t('parts.fields.targets')}>
          <References kind="target" ids={targets} />
        </Row>
      )}
      {objectives.length > 0 && (
        <Row label={t('parts.fields.objectives')}>
          <References kind="objective" ids={objectives.map(String)} />
        </Row>
      )}
      {fields.noAlignment && <Row label={t('fields.anchor.alignment')}>{reasonWords(fields.noAlignment)}</Row>}
      {instruments.length > 0 && (
        <Row label={t('parts.fields.instruments')}>
          <References kind="instrument" ids={instruments} />
        </Row>
      )}
      {fields.gap && (
        <Row label={t('parts.fields.gap')}>
          <bdi>{fields.gap}</bdi> {fields.gapTheme && <ThemeWords id={fields.gapTheme} />}
        </Row>
      )}
      {fields.noInstrument && <Row label={t('fields.anchor.instruments')}>{reasonWords(fields.noInstrument)}</Row>}
      {fields.means && (
        <Row label={t('parts.fields.means')}>
          <bdi>{fields.means}</bdi>
        </Row>
      )}
      {fields.paragraph && (
        <Row label={t('parts.fields.paragraph')}>
          <ParagraphWords id={fields.paragraph} />
        </Row>
      )}
    </dl>
  );
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
