import { profileOf } from './consultation.ts';
import { callOutlines, explanationOutlines } from './record/consensus.ts';
import { roundOutlines } from './record/formation.ts';
import { panelOutlines } from './record/items.ts';
import { mapOutline } from './record/map.ts';
import { amendmentOutlines, divisionOutlines } from './record/motions.ts';
import { participationOf } from './record/participation.ts';
import type { CompareCodes, Coverage, ItemOutline, PanelOutline, RecordOutline } from './record/shape.ts';
import { silenceOutlines } from './record/silence.ts';
import { termsOutline } from './record/terms.ts';
import { voteOutlines } from './record/votes.ts';
import type { ConsultationState } from './state.ts';
import type { BaseTerm } from './terms/glossary.ts';

/** Everything that the official record says of an opened consultation as it stands; `compare` is the order of a roll call, `glossary` what its terms start from. */
export function outlineOf(
  { plenary }: Pick<ConsultationState, 'plenary'>,
  { compare = byCode, glossary = [] }: { compare?: CompareCodes; glossary?: readonly BaseTerm[] } = {},
): RecordOutline {
  if (plenary.consultation.phase === 'unopened') throw new Error('an unopened consultation has no record');
  const { title, symbol, place, from, to, languages, phase } = plenary.consultation;
  const profile = profileOf(plenary.consultation);
  const panels = panelOutlines(plenary);
  const items = itemsOf(panels);
  const numbers = new Map(items.map(({ id, number }) => [id, number]));
  const numberOf = (itemId: string) => numbers.get(itemId) ?? '';
  return {
    consultation: {
      ...{ title, symbol, place, from, to, languages },
      profile: profile.id,
      profileVersion: profile.version,
      quorum: profile.quorum,
      isIndicative: profile.isIndicative,
      isClosed: phase === 'closed',
    },
    delegations: Object.fromEntries(
      Object.values(plenary.delegation.byId).map(({ id, code, name, kind, regionalGroup }) => [
        id,
        { code, name, kind, regionalGroup },
      ]),
    ),
    brief: {
      title: plenary.brief.title,
      paragraphs: plenary.brief.paragraphs.map(({ id, number, heading, text, footnotes, panelId }) => ({
        ...{ id, number, text, footnotes, panelId },
        heading: heading ?? null,
        answeredBy: items.filter(({ paragraphId }) => paragraphId === id).map((item) => item.number),
      })),
    },
    panels,
    coverage: coverageOf(items),
    terms: termsOutline(plenary, items, glossary),
    map: mapOutline(plenary, items),
    votes: voteOutlines(plenary, numberOf, compare),
    amendments: amendmentOutlines(plenary, items),
    divisions: divisionOutlines(plenary, items),
    calls: callOutlines(plenary, numberOf),
    explanations: explanationOutlines(plenary, numberOf),
    silences: silenceOutlines(plenary, numberOf),
    formation: roundOutlines(plenary),
    participation: participationOf(plenary),
  };
}

/** Every item of the record, in its order. */
export function itemsOf(panels: readonly PanelOutline[]): ItemOutline[] {
  return panels.flatMap(({ horizons }) => horizons.flatMap(({ items }) => items));
}

function coverageOf(items: readonly ItemOutline[]): Coverage {
  const coverage: Coverage = {
    ...{ decided: 0, ready: 0, 'under-comment': 0, reported: 0, parked: 0, 'not-taken-up': 0, 'taken-back': 0 },
    ...{ split: 0, merged: 0 },
    all: items.length,
  };
  for (const { outcome } of items) coverage[outcome.as] += 1;
  return coverage;
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
