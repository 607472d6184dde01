import { endsOf, type Move, type Mover, type Procedure } from '@shared/domain/procedures/procedure.ts';

const movers: Record<Mover, string> = {
  bureau: 'bureau',
  secretariat: 'secretariat',
  chair: 'chair',
  delegate: 'delegate',
  sponsor: 'sponsor',
  program: 'program, when due',
};

/** The page of all procedures: each drawn and in a table, from the data that decides. */
export function procedurePage(procedures: readonly Procedure[]): string {
  return `${[
    '# Procedures',
    'By which something is decided, as the program decides it: drawn from `shared/domain/procedures` by `npm run docs`, never by hand.',
    'A step that is not drawn here is refused. The rules are those of [RULES.md](../shared/domain/RULES.md).',
    procedures.map(({ title, name }) => `- [${title}](#${anchorOf(title)}) (\`${name}\`)`).join('\n'),
    ...procedures.map(sectionOf),
  ].join('\n\n')}\n`;
}

function sectionOf(procedure: Procedure): string {
  const { title, source } = procedure;
  return [`## ${title}`, `Source: ${source}.`, drawingOf(procedure), tableOf(procedure)].join('\n\n');
}

/** A state diagram in Mermaid, which code hosts draw. */
function drawingOf(procedure: Procedure): string {
  const { begins, rests = [], moves } = procedure;
  const phases = [...new Set([begins, ...moves.flatMap(({ from, to }) => [from, to])])];
  const lines = [
    ...phases.map((phase) => `state "${wordsOf(phase)}" as ${nameOf(phase)}`),
    `[*] --> ${nameOf(begins)}`,
    ...moves.map((move) => `${nameOf(move.from)} --> ${nameOf(move.to)}: ${wordsOf(move.act)}`),
    ...[...rests, ...endsOf(procedure)].map((phase) => `${nameOf(phase)} --> [*]`),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

function tableOf({ moves }: Procedure): string {
  const rows = moves.map(({ from, act, by, to, rules, when = '' }: Move<string, string>) => [
    wordsOf(from),
    `\`${act}\``,
    by.map((mover) => movers[mover]).join(' or '),
    wordsOf(to),
    rules.join(', '),
    when,
  ]);
  return [['From', 'Act', 'By', 'To', 'Rules', 'When'], Array.from({ length: 6 }, () => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** lockAnnounced and lock-announced are both "lock announced". */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
}

/** A name that Mermaid takes for nothing else: some phases are called as its own words are. */
function nameOf(phase: string): string {
  return `p_${phase.replace(/\W/g, '_')}`;
}

/** The anchor that code hosts give a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
