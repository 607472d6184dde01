/** What is pasted, as plain data on its way to a draft: paragraphs and list entries, emphasis, footnotes, and nothing else. */
import { must } from '@shared/domain/kernel/must.ts';
import { deepestLevel, longestNote } from '@shared/draft/draftShape.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { tidied } from './tidy.ts';

/** Words of one look, or the call of a footnote with its text. */
export type PastedRun = { text: string; bold: boolean; italic: boolean } | { note: string };

export interface PastedBlock {
  kind: 'bullet' | 'numbered' | null;
  level: number;
  runs: PastedRun[];
}

/** Blocks as a draft can hold them: no junk and, unless they are to stay as they are, no white space at the ends and no empty ones. */
export function cleanBlocks(blocks: readonly PastedBlock[], asTheyAre = false): PastedBlock[] {
  return blocks.flatMap(({ kind, level, runs }) => {
    const clean = asTheyAre ? runs.flatMap(cleanRun) : trimmed(runs.flatMap(cleanRun));
    if (clean.length === 0 && !asTheyAre) return [];
    return [{ kind, level: kind ? Math.min(Math.max(Math.trunc(level) || 0, 0), deepestLevel) : 0, runs: clean }];
  });
}

function cleanRun(run: PastedRun): PastedRun[] {
  if ('note' in run) {
    const note = tidied(run.note).trim();
    return note ? [{ note: note.slice(0, longestNote) }] : [];
  }
  const text = tidied(run.text);
  return text ? [{ ...run, text }] : [];
}

/** Between words stands one space, around them none. */
function trimmed(runs: readonly PastedRun[]): PastedRun[] {
  const out: PastedRun[] = [];
  let isAfterSpace = true;
  for (const run of runs) {
    if ('note' in run) {
      out.push(run);
      isAfterSpace = false;
      continue;
    }
    const text: string = isAfterSpace ? run.text.replace(/^ +/, '') : run.text;
    if (!text) continue;
    const last = out.at(-1);
    if (last && !('note' in last) && last.bold === run.bold && last.italic === run.italic) last.text += text;
    else out.push({ ...run, text });
    isAfterSpace = text.endsWith(' ');
  }
  for (let last = out.at(-1); last && !('note' in last); last = out.at(-1)) {
    last.text = last.text.replace(/ +$/, '');
    if (last.text) break;
    out.pop();
  }
  return out;
}

const type = (name: string) => must(draftSchema.nodes[name], name);

/** Pasted blocks in the editor's terms; they are named when they come to stand in a draft. */
function nodesOf(blocks: readonly PastedBlock[]): Node[] {
  const { bold, italic } = draftSchema.marks;
  return blocks.map(({ kind, level, runs }) =>
    type('paragraph').create(
      { kind, level: kind && level > 0 ? level : null },
      runs.map((run) => {
        if ('note' in run) return type('footnote').create({ text: run.note });
        const marks = [
          ...(run.bold && bold ? [bold.create()] : []),
          ...(run.italic && italic ? [italic.create()] : []),
        ];
        return draftSchema.text(run.text, marks);
      }),
    ),
  );
}

/**
 * Puts pasted blocks in place of the selection. Words join what stands before and behind them; an entry makes an empty paragraph
 * one of a list, and begins one of its own within others' words.
 */
export function pasteBlocks({ selection, tr }: EditorState, blocks: readonly PastedBlock[]): Transaction {
  const kind = blocks[0]?.kind ?? null;
  const { $from } = selection;
  const { attrs, content, inlineContent } = $from.parent;
  const joins = !kind || (inlineContent && $from.parentOffset === 0 && (!attrs.kind || content.size === 0));
  const start = $from.depth > 0 ? $from.before(1) : 0;
  tr.replaceSelection(new Slice(Fragment.fromArray(nodesOf(blocks)), joins ? 1 : 0, 1));
  if (joins && kind && !attrs.kind) {
    tr.setNodeAttribute(start, 'kind', kind);
    tr.setNodeAttribute(start, 'level', blocks[0]?.level || null);
  }
  return tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView();
}
