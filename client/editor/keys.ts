/** The keys of the editor, and what stands about them in the list of shortcuts. */
import { draftSchema } from '@shared/draft/schema.ts';
import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { InputRule, inputRules } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Command, Plugin } from 'prosemirror-state';
import { redoOwn, undoOwn } from './binding.ts';
import { type BracketDesk, enterMenu, openAt, proposeWording, settleAt, takePosition } from './brackets.ts';
import { insertFootnote, type ListKind, leaveList, shiftLevel, splitListEntry, toggleList } from './commands.ts';
import { openFind } from './find.ts';
import { openTermCard } from './termMarks.ts';

/** What the toolbar and the keys can do; the name is also that of its message, `editor.act.NAME`. */
export type Act =
  | 'bold'
  | 'italic'
  | 'bullet'
  | 'numbered'
  | 'footnote'
  | 'bracket'
  | 'deletion'
  | 'propose'
  | 'support'
  | 'oppose'
  | 'reserve'
  | 'keep'
  | 'remove'
  | 'menu'
  | 'term'
  | 'undo'
  | 'redo'
  | 'deeper'
  | 'higher'
  | 'find';

const mark = (name: 'bold' | 'italic'): Command => {
  const type = draftSchema.marks[name];
  return type ? toggleMark(type) : () => false;
};

/** The commands of the acts. */
export function commandsFor(desk: BracketDesk): Record<Act, Command> {
  const { acts } = desk;
  return {
    bold: mark('bold'),
    italic: mark('italic'),
    bullet: toggleList('bullet'),
    numbered: toggleList('numbered'),
    footnote: insertFootnote,
    bracket: openAt(acts, 'doubt'),
    deletion: openAt(acts, 'deletion'),
    propose: proposeWording(desk),
    support: takePosition(desk, 'support'),
    oppose: takePosition(desk, 'oppose'),
    reserve: takePosition(desk, 'reserve'),
    keep: settleAt(acts, 'keep'),
    remove: settleAt(acts, 'remove'),
    menu: enterMenu(desk),
    term: openTermCard,
    undo: undoOwn,
    redo: redoOwn,
    deeper: shiftLevel(1),
    higher: shiftLevel(-1),
    find: openFind,
  };
}

/** The shortcuts in the order in which they are listed; `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export const shortcuts: readonly { act: Act; keys: readonly string[] }[] = [
  { act: 'bold', keys: ['Mod-b'] },
  { act: 'italic', keys: ['Mod-i'] },
  { act: 'bullet', keys: ['Mod-Shift-8'] },
  { act: 'numbered', keys: ['Mod-Shift-7'] },
  { act: 'deeper', keys: ['Tab'] },
  { act: 'higher', keys: ['Shift-Tab'] },
  { act: 'footnote', keys: ['Mod-Alt-f'] },
  // The square bracket needs a third key on many keyboards: so there is a letter too.
  { act: 'bracket', keys: ['Mod-Alt-b', 'Mod-['] },
  { act: 'deletion', keys: ['Mod-Alt-x'] },
  { act: 'propose', keys: ['Mod-Alt-p'] },
  { act: 'support', keys: ['Mod-Alt-s'] },
  { act: 'oppose', keys: ['Mod-Alt-o'] },
  { act: 'reserve', keys: ['Mod-Alt-r'] },
  { act: 'keep', keys: ['Mod-Alt-k'] },
  { act: 'remove', keys: ['Mod-Alt-d'] },
  { act: 'menu', keys: ['Alt-Enter'] },
  { act: 'term', keys: ['Mod-Alt-g'] },
  { act: 'undo', keys: ['Mod-z'] },
  { act: 'redo', keys: ['Mod-Shift-z', 'Mod-y'] },
  { act: 'find', keys: ['Mod-f'] },
];

const isMac = /Mac|iP(hone|ad)/.test(globalThis.navigator?.platform ?? '');
const signs: Record<string, [onMac: string, elsewhere: string]> = {
  Mod: ['⌘', 'Ctrl'],
  Alt: ['⌥', 'Alt'],
  Shift: ['⇧', 'Shift'],
};

/** Whether a key is that of the search, where the text itself does not listen: who only reads it has no keys in it. */
export const isFindKey = ({ code, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  code === 'KeyF' && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey;

/** The first keys of an act, as they are written on this keyboard. */
export function keysOf(act: Act): string {
  const [keys = ''] = shortcuts.find((shortcut) => shortcut.act === act)?.keys ?? [];
  const parts = keys
    .split('-')
    .map((part) => signs[part]?.[isMac ? 0 : 1] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isMac ? '' : '+');
}

/** The plugins that listen to keys. */
export function keyPlugins(desk: () => BracketDesk): Plugin[] {
  const bound: Record<string, Command> = {};
  for (const { act, keys } of shortcuts)
    for (const key of keys) bound[key] = (...args) => commandsFor(desk())[act](...args);
  const commands = commandsFor(desk());
  // After Escape, Tab leaves the text: nobody is caught in a list.
  let mayLeave = false;
  const unlessLeaving =
    (command: Command): Command =>
    (...args) => {
      if (!mayLeave) return command(...args);
      mayLeave = false;
      return false;
    };
  return [
    inputRules({ rules: [listRule(/^\s*[-*•]\s$/, 'bullet'), listRule(/^\s*1[.)]\s$/, 'numbered')] }),
    keymap({
      ...bound,
      Tab: unlessLeaving(commands.deeper),
      'Shift-Tab': unlessLeaving(commands.higher),
      Enter: splitListEntry,
      Backspace: leaveList,
      Escape: () => {
        mayLeave = true;
        return false;
      },
    }),
    keymap({ ...baseKeymap, 'Shift-Enter': chainCommands(splitListEntry, baseKeymap.Enter ?? (() => false)) }),
  ];
}

/** What begins a list as one types it. */
function listRule(pattern: RegExp, kind: ListKind): InputRule {
  return new InputRule(pattern, (state, _match, start, end) => {
    const $start = state.doc.resolve(start);
    if ($start.parent.attrs.kind) return null;
    return state.tr.delete(start, end).setNodeAttribute($start.before(), 'kind', kind);
  });
}
