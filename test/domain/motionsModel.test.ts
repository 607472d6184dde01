import type { Change } from '@shared/domain/amendments/changes.ts';
import { plainText } from '@shared/domain/draftText.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Subject } from '@shared/domain/motion.ts';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type House, house, houseCodes } from '../support/build.ts';

/**
 * Amendments and divisions against a model that knows nothing of the rules' code: plain lists of paragraphs. Random commands of
 * random people go to both; what the one grants the other must, and both must say the same of text and states at the end.
 */
vi.setConfig({ testTimeout: 60_000 });

const text = ['Recalling their duties,', 'States issue documents.', 'They charge no fees.', 'They report on it.'];

/** An amendment of the model: it deletes one paragraph of the text, which is known by its words, or adds one at the end. */
interface Known {
  id: string;
  does: { deletes: string } | { adds: string };
  state: 'proposed' | 'withdrawn' | 'accepted' | 'adopted' | 'rejected' | 'not-put';
  rejects: Set<number>;
}

class Model {
  text = [...text];
  known: Known[] = [];
  order: number[] = [];
  isArranged = false;
  division: null | { id: string; parts: string[][]; results: boolean[]; state: string } = null;
  isDecided = false;
  /** Its reconsideration was moved and not carried. */
  isFinal = false;
  timesReconsidered = 0;
  /** The text of which a division was refused. */
  refusedOn = '';

  open(): number[] {
    return this.order.filter((at) => this.known[at]?.state === 'proposed');
  }

  get isHeld(): boolean {
    return this.division !== null && ['moved', 'objected', 'parts', 'whole'].includes(this.division.state);
  }

  fits(at: number): boolean {
    const { does } = must(this.known[at], 'amendment');
    return 'adds' in does || this.text.includes(does.deletes);
  }

  apply(at: number, state: 'accepted' | 'adopted'): void {
    const known = must(this.known[at], 'amendment');
    known.state = state;
    const { does } = known;
    if ('adds' in does) this.text.splice(this.text.indexOf('They report on it.') + 1, 0, does.adds);
    else this.text = this.text.filter((line) => line !== does.deletes);
    for (const other of known.rejects) {
      const rejected = must(this.known[other], 'amendment');
      if (rejected.state === 'proposed') rejected.state = 'not-put';
    }
  }

  /** The only amendment that may be put; null where none may. */
  next(): number | null {
    const open = this.open();
    if (this.isHeld || this.isDecided || (open.length > 1 && !this.isArranged)) return null;
    const [first] = open;
    return first !== undefined && this.fits(first) ? first : null;
  }
}

/** The last paragraph is never deleted: what is added comes after it, and the text is never empty. */
const deletable = text.slice(0, -1);

class Trial {
  readonly h: House = house({ profile: 'committee' });
  readonly model = new Model();
  readonly item: string;

  constructor() {
    this.h.openRooms({ rooms: 2 });
    this.item = this.h.reported(1, 'Documents', text.join('\n'));
    this.h.step('deciding');
    this.h.stage(this.item, 'ready');
  }

  #current() {
    return must(this.h.state.plenary.board.items[this.item], 'item').current;
  }

  step(n: number): void {
    const acts = [
      ...[this.propose, this.propose, this.arrange, this.relate, this.relate, this.relate, this.withdraw, this.accept],
      ...[this.put, this.put, this.put, this.putItem, this.move, this.move, this.answer, this.answer],
      ...[this.part, this.part, this.part, this.part, this.call, this.silence, this.reconsider],
      // A motion that waits holds its item: it is answered soon, so that the others come to their turn.
      ...[this.arrange, this.relate, this.put],
    ];
    acts[n % acts.length]?.call(this, Math.floor(n / acts.length));
    this.compare();
  }

  propose(n: number): void {
    const line = deletable[n % deletable.length] ?? '';
    const at = this.model.text.indexOf(line);
    const isAdding = n % 2 === 0 || at < 0;
    const last = this.model.text.indexOf('They report on it.');
    const added = `Addition ${this.model.known.length + 1}.`;
    const change: Change = isAdding ? { as: 'add', after: last, text: added } : { as: 'delete', block: at };
    const told = this.h.try(`${houseCodes[n % 15]}-1`, 'amendment.propose', {
      ...{ itemId: this.item, version: this.#current().version, changes: [change], rationale: 'So.' },
    });
    // A text of two paragraphs or more keeps one whatever one paragraph does, so that nothing is a new proposal here.
    expect('refused' in told).toBe(this.model.isHeld || this.model.isDecided);
    if ('refused' in told) return;
    const id = String(must(told[0], 'proposal').data.amendmentId);
    this.model.order.push(this.model.known.length);
    this.model.known.push({
      ...{ id, state: 'proposed', rejects: new Set() },
      does: isAdding ? { adds: added } : { deletes: line },
    });
  }

  arrange(n: number): void {
    const open = this.model.open();
    const turned = [...open.slice(n % (open.length || 1)), ...open.slice(0, n % (open.length || 1))].reverse();
    const ids = turned.map((at) => must(this.model.known[at], 'amendment').id);
    const told = this.h.try('mod', 'amendment.arrange', { itemId: this.item, amendmentIds: ids });
    expect('refused' in told).toBe(this.model.isHeld || this.model.isDecided);
    if ('refused' in told) return;
    this.model.order = [...this.model.order.filter((at) => !turned.includes(at)), ...turned];
    this.model.isArranged = true;
  }

  relate(n: number): void {
    const count = this.model.known.length;
    if (count < 2) return;
    const [a, b] = [n % count, (n + 1 + (n % (count - 1))) % count];
    const [one, other] = [must(this.model.known[a], 'one'), must(this.model.known[b], 'other')];
    const told = this.h.try('mod', 'amendment.relate', { amendmentId: one.id, rejects: other.id, isImplied: true });
    const isOpen = a !== b && one.state === 'proposed' && other.state === 'proposed' && !this.model.isHeld;
    expect('refused' in told).toBe(!isOpen);
    if (isOpen) one.rejects.add(b);
  }

  withdraw(n: number): void {
    const known = this.model.known[n % (this.model.known.length || 1)];
    if (!known) return;
    const { proposer } = must(this.h.state.plenary.amendment.byId[known.id], 'amendment');
    const told = this.h.try(`${proposer}-2`, 'amendment.withdraw', { amendmentId: known.id });
    const isOpen = known.state === 'proposed' && !this.model.isHeld && !this.model.isDecided;
    expect('refused' in told).toBe(!isOpen);
    if (isOpen) known.state = 'withdrawn';
  }

  accept(n: number): void {
    const at = n % (this.model.known.length || 1);
    const known = this.model.known[at];
    if (!known || n % 3 > 0) return;
    const told = this.h.try(
      this.h.rapporteur(must(this.h.state.plenary.board.items[this.item], 'item').roomId),
      'amendment.accept',
      { amendmentId: known.id },
    );
    const isOpen = known.state === 'proposed' && !this.model.isHeld && !this.model.isDecided && this.model.fits(at);
    expect('refused' in told).toBe(!isOpen);
    if (isOpen) this.model.apply(at, 'accepted');
  }

  /** Mostly the one that may be put, so that amendments come to their ends. */
  put(n: number): void {
    const any = n % (this.model.known.length || 1);
    const at = n % 4 > 0 ? (this.model.next() ?? any) : any;
    const known = this.model.known[at];
    if (!known) return;
    const isCarried = n % 3 > 0;
    const isPut = this.#vote({ kind: 'amendment', amendmentId: known.id }, isCarried);
    expect(isPut).toBe(this.model.next() === at);
    if (!isPut) return;
    if (isCarried) this.model.apply(at, 'adopted');
    else known.state = 'rejected';
  }

  putItem(n: number): void {
    if (n % 5 > 0) return;
    const isPut = this.#vote({ kind: 'item' }, true);
    expect(isPut).toBe(this.mayPut);
    if (isPut) this.model.isDecided = true;
  }

  /** ONE-1, ONE-2: whether the item as a whole may be decided, by whichever procedure. */
  get mayPut(): boolean {
    return this.model.open().length === 0 && !this.model.isHeld && !this.model.isDecided;
  }

  /** A call for adoption without a vote, to which somebody objects now and then. */
  call(n: number): void {
    if (n % 24 > 1) return;
    const told = this.h.try('mod', 'noObjection.call', { itemId: this.item, seconds: 10, present: 15 });
    expect(!('refused' in told)).toBe(this.mayPut);
    if ('refused' in told) return;
    const callId = String(must(told[0], 'call').data.callId);
    if (n % 24 === 1) {
      this.h.act('JPN-1', 'noObjection.object', { callId });
      return;
    }
    this.h.now += 10_000;
    this.h.act('system', 'noObjection.gavel', { callId });
    this.model.isDecided = true;
  }

  /** A silence procedure, begun and withdrawn again, or adopted. */
  silence(n: number): void {
    if (n % 24 > 1) return;
    const told = this.h.try('mod', 'silence.prepare', { itemId: this.item });
    expect(!('refused' in told)).toBe(this.mayPut);
    if ('refused' in told) return;
    const silenceId = String(must(told[0], 'round').data.silenceId);
    const deadlineAt = this.h.now + 100 * 3_600_000;
    this.h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'Later.' });
    if (n % 24 === 1) {
      this.h.act('mod', 'silence.withdraw', { silenceId, reason: 'Not yet.' });
      return;
    }
    this.h.now = deadlineAt;
    this.h.act('system', 'silence.adopt', { silenceId });
    this.model.isDecided = true;
  }

  /** What is decided is put again after this, and after nothing else. */
  reconsider(n: number): void {
    const isCarried = n % 3 > 0;
    const isPut = this.#vote({ kind: 'reconsideration' }, isCarried, 'two-thirds');
    expect(isPut).toBe(this.model.isDecided && !this.model.isFinal);
    if (!isPut) return;
    this.model.isFinal = !isCarried;
    if (!isCarried) return;
    this.model.isDecided = false;
    this.model.timesReconsidered += 1;
    // The text is the same, and yet a version about which nothing was said.
    this.model.refusedOn = '';
  }

  move(n: number): void {
    const at = n % this.model.text.length;
    const told = this.h.try('KEN-1', 'division.move', {
      ...{ itemId: this.item, version: this.#current().version, parts: [[at]] },
    });
    const isOpen =
      !this.model.isHeld &&
      !this.model.isDecided &&
      this.model.open().length === 0 &&
      this.model.text.length > 1 &&
      this.model.refusedOn !== this.model.text.join('\n');
    expect('refused' in told).toBe(!isOpen);
    if ('refused' in told) return;
    const named = [must(this.model.text[at], 'paragraph')];
    const rest = this.model.text.filter((_, other) => other !== at);
    const parts = at === 0 ? [named, rest] : [rest, named];
    const id = String(must(told[0], 'motion').data.divisionId);
    this.model.division = { id, parts, results: [], state: 'moved' };
  }

  /** Grants the motion, objects to it, votes on it. */
  answer(n: number): void {
    const { division } = this.model;
    if (!division) return;
    const divisionId = division.id;
    const isObjecting = n % 2 === 0;
    const told = isObjecting
      ? this.h.try('JPN-1', 'division.object', { divisionId })
      : this.h.try('mod', 'division.grant', { divisionId });
    expect('refused' in told).toBe(division.state !== 'moved');
    if (!('refused' in told)) division.state = isObjecting ? 'objected' : 'parts';
    else if (division.state === 'objected') {
      const isCarried = n % 3 > 0;
      expect(this.#vote({ kind: 'division', divisionId }, isCarried)).toBe(true);
      division.state = isCarried ? 'parts' : 'refused';
      if (!isCarried) this.model.refusedOn = this.model.text.join('\n');
    }
  }

  part(n: number): void {
    const { division } = this.model;
    if (!division) return;
    const divisionId = division.id;
    const isCarried = Math.floor(n / 2) % 2 > 0;
    if (division.state === 'whole') {
      expect(this.#vote({ kind: 'whole', divisionId }, isCarried)).toBe(true);
      division.state = isCarried ? 'adopted' : 'rejected';
      this.model.isDecided = true;
      const left = division.parts.filter((_, at) => division.results[at]).flat();
      if (isCarried) this.model.text = this.model.text.filter((line) => left.includes(line));
      return;
    }
    const partId = `${1 + (n % 2)}`;
    const isPut = this.#vote({ kind: 'part', divisionId, partId }, isCarried);
    expect(isPut).toBe(division.state === 'parts' && division.results.length + 1 === Number(partId));
    if (!isPut) return;
    division.results.push(isCarried);
    if (division.results.length < 2) return;
    division.state = division.results.some(Boolean) ? 'whole' : 'fallen';
    if (division.state === 'fallen') this.model.isDecided = true;
  }

  /** A whole vote, if it is opened at all; says whether it was. */
  #vote(subject: Subject, isCarried: boolean, majority: 'simple' | 'two-thirds' = 'simple'): boolean {
    const told = this.h.try('mod', 'vote.open', { itemId: this.item, majority, present: 15, subject });
    if ('refused' in told) return false;
    const voteId = String(must(told[0], 'vote').data.voteId);
    this.h.act('KEN-1', 'vote.cast', { voteId, choice: isCarried ? 'yes' : 'no' });
    this.h.lock(voteId);
    this.h.act('mod', 'vote.declare', { voteId });
    return true;
  }

  compare(): void {
    const { amendment, division } = this.h.state.plenary;
    const { earlier } = must(this.h.state.plenary.board.items[this.item], 'item');
    const anew = [...earlier, this.#current()].filter(({ reconsideredBy }) => reconsideredBy !== undefined);
    expect(anew).toHaveLength(this.model.timesReconsidered);
    expect(plainText(this.#current().draft).split('\n')).toEqual(this.model.text);
    expect(this.model.known.map(({ id }) => amendment.byId[id]?.phase)).toEqual(
      this.model.known.map(({ state }) => state),
    );
    if (this.model.division) expect(division.byId[this.model.division.id]?.phase).toBe(this.model.division.state);
  }
}

describe('amendments and divisions', () => {
  test('come to what a plain model of them comes to, whatever is asked for in whatever order', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { maxLength: 60, size: 'max' }), (steps) => {
        const trial = new Trial();
        for (const n of steps) trial.step(n);
        for (const { state } of trial.model.known) ends.add(state);
        ends.add(trial.model.division?.state ?? 'none');
        if (trial.model.timesReconsidered > 0) ends.add('reconsidered');
        if (trial.model.isFinal) ends.add('not reconsidered');
      }),
      { numRuns: 90, seed: 20_170_619 },
    );
    for (const end of [
      'accepted',
      'adopted',
      'rejected',
      'not-put',
      'withdrawn',
      'fallen',
      'refused',
      'reconsidered',
      'not reconsidered',
    ])
      expect([...ends]).toContain(end);
  });
});
