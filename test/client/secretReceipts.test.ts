import { Receipt } from '@shared/domain/kernel/words.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  drawReceipt,
  inGroups,
  placeOfSlip,
  readReceipt,
  recallSlip,
  rememberSlip,
  slipAfter,
  slipToSend,
} from '../../client/features/vote/receipts.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a receipt', () => {
  test('[SEC-9] is 128 random bits, as the rules read them', () => {
    const drawn = Array.from({ length: 200 }, drawReceipt);
    expect(new Set(drawn).size).toBe(200);
    for (const receipt of drawn) expect(Receipt.safeParse(receipt).success).toBe(true);
    // Every bit is drawn: none stands still over so many.
    const bits = drawn.map((receipt) => BigInt(`0x${receipt}`));
    for (let at = 0n; at < 128n; at += 1n) expect(new Set(bits.map((each) => (each >> at) & 1n)).size).toBe(2);
  });

  test('is read in groups, and found again however it was typed', () => {
    const receipt = '0123456789abcdef0123456789abcdef';
    expect(inGroups(receipt)).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef');
    for (const typed of [inGroups(receipt), receipt.toUpperCase(), ` ${inGroups(receipt).replaceAll(' ', '-')}\n`])
      expect(readReceipt(typed)).toBe(receipt);
  });

  test('[SEC-9] is kept in this tab without the choice', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    const place = placeOfSlip('c', 'v', 'p');
    expect(recallSlip(place)).toBeNull();
    const sent = { receipt: drawReceipt(), isConfirmed: true };
    rememberSlip(place, sent);
    expect(recallSlip(place)).toEqual(sent);
    expect([...kept.values()]).toEqual([JSON.stringify(sent)]);
    kept.set(place, '{"receipt":1}');
    expect(recallSlip(place)).toBeNull();
    rememberSlip(place, null);
    expect(kept.size).toBe(0);
  });
});

describe('[SEC-9] after a lost answer', () => {
  const first = slipToSend(null);
  const self = 'KEN-1';
  const already = (castBy: string) =>
    ({ ok: false, code: 'secretBallot.already-cast', details: { castBy, at: 1 } }) as const;

  test('the same receipt is sent again, so that whichever try arrived has it', () => {
    const kept = slipAfter({ ok: false, code: 'NO_ANSWER' }, { before: null, sent: first, self });
    expect(kept).toEqual(first);
    const again = slipToSend(kept);
    expect(again.receipt).toBe(first.receipt);
    expect(slipAfter({ ok: true, seq: 7 }, { before: kept, sent: again, self })).toEqual({
      ...first,
      isConfirmed: true,
    });
  });

  test('it is kept, as not acknowledged, where the first try turns out to lie in the box', () => {
    const answer = slipAfter(already(self), { before: first, sent: slipToSend(first), self });
    expect(answer).toEqual({ receipt: first.receipt, isConfirmed: false });
  });

  test('nothing is kept of a first try that another device or a colleague came before', () => {
    expect(slipAfter(already(self), { before: null, sent: first, self })).toBeNull();
    expect(slipAfter(already('KEN-2'), { before: first, sent: first, self })).toBeNull();
  });

  test('another refusal leaves what an earlier try has left', () => {
    expect(slipAfter({ ok: false, code: 'vote.closed' }, { before: first, sent: first, self })).toEqual(first);
    expect(slipAfter({ ok: false, code: 'vote.closed' }, { before: null, sent: first, self })).toBeNull();
  });
});
