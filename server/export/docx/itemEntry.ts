import { instrumentOrBody } from '@shared/data/instruments.ts';
import { attributionOf, type Piece } from '@shared/domain/draftLayout.ts';
import type { Fields, Measure } from '@shared/domain/itemFields.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { listMarker } from '@shared/domain/listMarkers.ts';
import type { CommentOutline, ItemOutline, Outcome, RecordOutline } from '@shared/domain/record/shape.ts';
import { itemsOf } from '@shared/domain/record.ts';
import { bracketWordingOf } from '../bracketWording.ts';
import { inOneLine } from '../printable.ts';
import type { Wording } from '../wording.ts';
import { callSentences, sponsorsLine } from './consensusAnnexes.ts';
import { madeLine } from './motionAnnex.ts';
import type { CrossReferences } from './panelChapter.ts';
import { writePositions } from './positions.ts';
import { silenceSentence } from './silenceAnnex.ts';
import { TermNotes } from './termNotes.ts';
import { voteSentences } from './voteWords.ts';
import type { Cell, Span, Writing } from './writing.ts';

/** An action item, whole: what became of it, its text, its fields, what was said of it, where delegations stand. */
export function writeItem(writing: Writing, item: ItemOutline, references: CrossReferences): void {
  const { t } = writing.wording;
  writing.heading(3, item.number, item.title);
  const numbers = new Map(itemsOf(references.outline.panels).map(({ id, number }) => [id, number]));
  const outcome = outcomeWords(item.outcome, numbers, writing.wording);
  const indicative = references.outline.consultation.isIndicative && item.outcome.as === 'decided';
  const facts = [
    indicative ? t('record.outcome.indicative', { outcome }) : outcome,
    t('record.item.room', { round: item.room.round, room: item.room.number }),
    regionsWords(item.room.regions, writing.wording),
    ...originWords(item, numbers, writing.wording),
    ...(item.versions > 1 ? [t('record.item.version', { version: item.version, versions: item.versions })] : []),
    ...(item.brackets > 0 ? [t('record.item.brackets', { n: item.brackets })] : []),
  ];
  writing.plain('ItemLine', [{ text: inOneLine(facts, writing.wording.isRtl) }]);
  for (const made of item.made) writing.plain('ItemLine', [madeLine(made, writing.wording)]);
  if (item.sponsors.length > 0) writing.plain('ItemLine', [sponsorsLine(item, writing.wording)]);
  writeBlocks(writing, item, new TermNotes(references.outline, writing.wording));
  writeFields(writing, item, references);
  for (const id of item.votes) {
    const vote = references.outline.votes.find((each) => each.id === id);
    if (vote) writing.numbered([voteSentences(vote, writing.wording)]);
  }
  for (const id of item.silences) {
    const silence = references.outline.silences.find((each) => each.id === id);
    if (silence) writing.numbered([silenceSentence(silence, writing.wording)]);
  }
  for (const id of item.calls) {
    const call = references.outline.calls.find((each) => each.id === id);
    if (call) writing.numbered([callSentences(call, writing.wording)]);
  }
  if (item.positions) writePositions(writing, item.positions);
  writeComments(writing, item.comments);
}

function regionsWords(regions: readonly RegionalGroup[], { t, join }: Wording): string {
  if (regions.length === regionalGroups.length) return t('record.item.allRegions');
  return join(regions.map((region) => t(`record.region.short.${region}`)));
}

/** What became of an item, in words. */
function outcomeWords(outcome: Outcome, numbers: ReadonlyMap<string, string>, { t, join }: Wording): string {
  if ('into' in outcome)
    return t(`record.outcome.${outcome.as}`, { items: join(outcome.into.map((id) => numbers.get(id) ?? id)) });
  if (outcome.as === 'decided') return t(`record.outcome.${outcome.result}`);
  if ('reason' in outcome) return t(`record.outcome.${outcome.as}`, { reason: outcome.reason });
  return t(`record.outcome.${outcome.as}`);
}

/** The items that became part of this one, with their rooms, and the one that it was split from. */
function originWords(item: ItemOutline, numbers: ReadonlyMap<string, string>, { t, join }: Wording): string[] {
  const sources = item.sources.map(({ id, room }) =>
    t('record.item.source', { item: numbers.get(id) ?? id, round: room.round, room: room.number }),
  );
  return [
    ...(sources.length > 0 ? [t('record.item.sources', { items: join(sources) })] : []),
    ...(item.partOf === null ? [] : [t('record.item.partOf', { item: numbers.get(item.partOf) ?? item.partOf })]),
  ];
}

/** The item's text: paragraphs with the numbers of the document, lists as sub-paragraphs. */
export function writeBlocks(writing: Writing, item: ItemOutline, notes: TermNotes): void {
  const counts: number[] = [];
  const { t } = writing.wording;
  for (const [block, { kind, level, number, status }] of item.blocks.entries()) {
    const spans = notes
      .cut(item, block)
      .flatMap((part) => (typeof part === 'object' && 'as' in part ? pieceSpans(part, writing.wording) : [part]));
    if (kind === 'paragraph') counts.length = 0;
    if (spans.length === 0) continue;
    if (status)
      spans.push(' ', { text: `(${bracketWordingOf(writing.wording).status(status)})`, quiet: true, isolated: true });
    if (kind === 'paragraph') {
      const own: Span[] =
        number === undefined ? [] : [{ text: t('text.paragraph', { number }), quiet: true, isolated: true }, ' '];
      writing.numbered([...own, ...spans]);
      continue;
    }
    counts.length = Math.min(counts.length, level + 1);
    const at = kind === 'numbered' ? (counts[level] ?? 0) : 0;
    if (kind === 'numbered') counts[level] = at + 1;
    writing.sub(level, kind === 'bullet' ? '•' : listMarker(level, at), spans);
  }
}

function pieceSpans(piece: Piece, wording: Wording): Span[] {
  if (piece.as === 'opens') {
    const label = bracketWordingOf(wording).label(piece.facts.kind, piece.number ?? 1);
    return [
      { text: '[', bold: true, inBracket: true },
      ...(label ? [{ text: `${label} `, inBracket: true, quiet: true, isolated: true }] : []),
    ];
  }
  if (piece.as === 'closes') {
    const who = attributionOf(piece.facts, bracketWordingOf(wording));
    return [
      ...(who
        ? [
            { text: ' ', inBracket: true },
            { text: `(${who})`, inBracket: true, quiet: true, isolated: true },
          ]
        : []),
      { text: ']', bold: true, inBracket: true },
    ];
  }
  if (piece.as !== 'words') return [];
  const look = { bold: piece.isBold, italic: piece.isItalic, inBracket: piece.depth > 0 };
  const words = piece.text.trimEnd();
  // The mark of a footnote follows the word, not the space after it.
  const noted: Span[] =
    piece.note === null
      ? [{ text: piece.text, ...look }]
      : [{ text: words, ...look }, { note: piece.note }, { text: piece.text.slice(words.length), ...look }];
  return noted.filter((span) => typeof span !== 'object' || !('text' in span) || span.text !== '');
}

/** The structured fields as a table of two columns; a field that nobody filled is left out. */
export function writeFields(writing: Writing, item: ItemOutline, { outline, paragraphs }: CrossReferences): void {
  const { t, actor, join, day } = writing.wording;
  const excused = (reason: string | undefined) => (reason ? t('record.excused', { reason }) : null);
  const { fields } = item;
  const answered = item.paragraphId === null ? undefined : paragraphs.get(item.paragraphId);
  const horizon = fields.horizon ? t(`record.horizon.${fields.horizon}`) : null;
  const by = fields.by ? t('record.field.by', { day: day(fields.by) }) : null;
  const rows: [string, Cell | null][] = [
    ['lead', fields.lead?.length ? fields.lead.map((each) => [actor(each)]) : null],
    ['partners', fields.partners?.length ? fields.partners.map((each) => [actor(each)]) : null],
    ['horizon', horizon || by ? [horizon, by].filter((part) => part !== null).join('. ') : null],
    [
      'measure',
      fields.measures?.length
        ? fields.measures.flatMap((each) => measureLines(each, writing.wording))
        : excused(fields.noMeasure),
    ],
    ['disaggregation', excused(fields.noDisaggregation)],
    ['targets', fields.targets?.length ? join(fields.targets) : null],
    ['objectives', fields.objectives?.length ? join(fields.objectives.map(String)) : null],
    ['alignment', excused(fields.noAlignment)],
    [
      'instruments',
      fields.instruments?.length
        ? fields.instruments.map((id) => [instrumentName(id, outline)])
        : excused(fields.noInstrument),
    ],
    ['gap', gapWords(fields, outline, writing.wording)],
    ['means', fields.means || null],
    ['paragraph', answered === undefined ? null : String(answered)],
    ['waiver', item.waiver],
  ];
  const filled = rows.flatMap(([key, cell]) => (cell === null ? [] : [[label(t(`record.field.${key}`)), cell]]));
  if (filled.length === 0) return;
  writing.table(
    [
      { head: '', share: 26 },
      { head: '', share: 74 },
    ],
    filled,
  );
}

/** An instrument of the list, or one of the map's own. */
function instrumentName(id: string, { map }: RecordOutline): string {
  return instrumentOrBody(id)?.name ?? map.rows.find((row) => row.id === id)?.name ?? id;
}

/** What is missing, and under which theme where the item names one. */
function gapWords({ gap, gapTheme }: Fields, { map }: RecordOutline, { t }: Wording): string | null {
  if (!gap?.trim()) return null;
  const theme = map.themes.find(({ id }) => id === gapTheme)?.name;
  return theme ? t('record.gapUnder', { gap, theme }) : gap;
}

function label(words: string): Cell {
  return [[{ text: words, bold: true }]];
}

/** How one can tell whether it happened, in lines: the indicator, then its figures. */
export function measureLines(measure: Measure, { t, agenda }: Wording): Span[][] {
  const text = measure.text || agenda(measure.indicator ?? '');
  const figures = [
    ...(measure.baseline ? [t('record.measure.baseline', { value: measure.baseline, unit: measure.unit })] : []),
    ...(measure.target ? [t('record.measure.target', { value: measure.target, unit: measure.unit })] : []),
    ...(measure.source ? [t('record.measure.source', { source: measure.source })] : []),
    ...(measure.isDisaggregated ? [t('record.measure.disaggregated')] : []),
  ];
  const name = [measure.indicator ? t('record.measure.indicator', { code: measure.indicator }) : '', text];
  return [
    [name.filter(Boolean).join(' ')],
    ...(figures.length > 0 ? [[{ text: figures.join('; '), quiet: true }]] : []),
  ];
}

/** How many comments of which kind, then each with who made it. */
function writeComments(writing: Writing, comments: readonly CommentOutline[]): void {
  if (comments.length === 0) return;
  const { t, join } = writing.wording;
  const kinds = ['support', 'reservation', 'question', 'proposal', 'information'] as const;
  const counts = kinds.flatMap((kind) => {
    const n = comments.filter((comment) => comment.kind === kind).length;
    return n > 0 ? [t(`record.comments.${kind}`, { n })] : [];
  });
  writing.plain('Label', [t('record.comments', { counts: join(counts) })]);
  for (const comment of comments) {
    const words = comment.text ?? t('record.comment.hidden', { reason: comment.hidden ?? '' });
    const head = t('record.comment.head', {
      who: speaker(comment, writing.wording),
      kind: t(`record.comment.${comment.kind}`),
    });
    const quote = comment.quote === null ? [] : [{ text: `${t('record.comment.on', { quote: comment.quote })} ` }];
    const answered = comment.isAnswered ? [{ text: ` (${t('record.comment.answered')})`, quiet: true }] : [];
    writing.plain(
      'Remark',
      [{ text: `${head} `, bold: true }, ...quote, { text: words, italic: comment.text === null }, ...answered],
      {
        ...(comment.isReply ? { indent: replyIndent } : {}),
      },
    );
  }
}

const replyIndent = { left: 1609, right: 567 };

function speaker({ speaker: who }: CommentOutline, { t, delegation, panelist }: Wording): string {
  if (who.as === 'delegation') return delegation(who.delegationId);
  if (who.as === 'bureau') return t('record.comment.bureau');
  const name = panelist(who.participantId);
  return name === null ? t('record.comment.panelist') : t('record.comment.namedPanelist', { name });
}
