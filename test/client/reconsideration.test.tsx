import { fileURLToPath } from 'node:url';
import { must } from '@shared/domain/kernel/must.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Router } from 'wouter';
import { DecidedItems } from '../../client/features/vote/DecidedItems.tsx';
import { VoteRecord } from '../../client/features/vote/VoteRecord.tsx';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { QuestionMajority } from '../../client/parts/QuestionMajority.tsx';
import { ReconsideredNote } from '../../client/parts/ReconsideredNote.tsx';
import { type House, type HouseOptions, house } from '../support/build.ts';
import { Seated } from '../support/fixedSeat.tsx';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');

function ready(profile: HouseOptions['profile'] = 'committee'): { h: House; itemId: string } {
  const h = house({ profile });
  h.openRooms();
  const itemId = h.reported(1, 'Open one desk');
  h.stage(itemId, 'ready');
  h.step('deciding');
  return { h, itemId };
}

function put(
  h: House,
  itemId: string,
  subject: Subject,
  yes: readonly string[],
  majority: Majority = 'simple',
): string {
  const told = h.act('mod', 'vote.open', { itemId, majority, present: 15, subject });
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const code of yes) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
  h.act('JPN-1', 'vote.cast', { voteId, choice: 'no' });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}

const seen = ({ state }: House, shown: ReactNode) =>
  renderToStaticMarkup(
    <I18nFixed t={t} lang="en">
      <Router ssrPath="/c/c/votes">
        <Seated state={state}>{shown}</Seated>
      </Router>
    </I18nFixed>,
  ).replace(/<[^>]*>/g, ' ');

const motion: Subject = { kind: 'reconsideration', movedBy: 'KEN' };

describe('[REC-1] what was decided', () => {
  test('is listed with why it is not put again; nothing is before, nor while it is open anew', () => {
    const { h, itemId } = ready();
    expect(seen(h, <DecidedItems panelId={null} />)).toBe('');
    put(h, itemId, { kind: 'item' }, ['KEN', 'FRA']);
    expect(seen(h, <DecidedItems panelId={null} />)).toContain('It may be reconsidered by two thirds.');
    put(h, itemId, motion, ['KEN', 'FRA'], 'two-thirds');
    expect(seen(h, <DecidedItems panelId={null} />)).toBe('');
  });

  test('is listed with the motion that was not carried, and not at all where results only indicate', () => {
    const { h, itemId } = ready();
    put(h, itemId, { kind: 'item' }, ['KEN', 'FRA']);
    put(h, itemId, motion, ['KEN'], 'two-thirds');
    expect(seen(h, <DecidedItems panelId={h.panel()} />)).toContain('was not carried; the decision stands.');
    const other = ready('informal');
    other.h.vote(other.itemId, { yes: ['KEN'], no: [] });
    expect(seen(other.h, <DecidedItems panelId={null} />)).toBe('');
  });

  test('[REC-5] [REC-6] is told of the motion and of the version that came of it', () => {
    const { h, itemId } = ready();
    put(h, itemId, { kind: 'item' }, ['KEN', 'FRA']);
    const vote = h.state.plenary.vote.byId[put(h, itemId, motion, ['KEN', 'FRA'], 'two-thirds')];
    if (vote?.phase !== 'declared') throw new Error('it was declared');
    const words = seen(h, <VoteRecord vote={vote} isOpen={false} />);
    expect(words).toContain('Motion to reconsider');
    expect(words).toContain('the same text is ready for decision again, as version 2');
    const { current, earlier } = must(h.state.plenary.board.items[itemId], 'item');
    expect(seen(h, <ReconsideredNote version={current} />)).toContain('Version 2 (put again on reconsideration)');
    expect(seen(h, <ReconsideredNote version={must(earlier[0], 'version')} />)).toBe('');
  });
});

describe('[AMD-11] the majority of a question', () => {
  test('is said with its reason once the first vote was opened, and before it that it will bind', () => {
    const { h, itemId } = ready();
    expect(seen(h, <QuestionMajority itemId={itemId} />)).toBe('');
    expect(seen(h, <QuestionMajority itemId={itemId} isFirst />)).toContain('the majority of the first vote');
    h.openVote(itemId, {}, 'two-thirds');
    expect(seen(h, <QuestionMajority itemId={itemId} />)).toContain(
      'Majority for this question: Two thirds of those voting.',
    );
  });
});
