import { fewestOfGroup, united, writerOf, writersBetween } from '@shared/domain/authorship.ts';
import { versionsOf } from '@shared/domain/board.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import { describe, expect, test } from 'vitest';
import { house, houseCodes } from '../support/build.ts';

function writing(attribution: Attribution, rooms = 1) {
  const h = house();
  const [roomId] = h.openRooms({ rooms, attribution }) as [string];
  const itemId = h.draft(1, 'Plans', 'States shall adopt plans.');
  const members = must(h.state.plenary.room.byId[roomId], 'room').members;
  const of = (code: string) =>
    must(
      members.find((id) => id.startsWith(`${code}-`)),
      code,
    );
  const note = (code: string, ...paragraphs: string[]) =>
    h.act('system', 'authorship.note', { roomId, itemId, participantId: of(code), paragraphs });
  const current = () => must(h.state.plenary.board.items[itemId], 'item').current;
  return { h, roomId, itemId, members, note, current };
}

describe('who wrote in a draft', () => {
  test.each(['named', 'delegation'] as const)('[HIS-6] [HIS-7] under “%s” delegations, in the order of names', (as) => {
    const { h, itemId, note, current } = writing(as);
    note('SEN', 'p0');
    note('KEN', 'p0', 'p1');
    h.report(itemId);
    expect(current().writers).toEqual({
      p0: [{ delegation: 'KEN' }, { delegation: 'SEN' }],
      p1: [{ delegation: 'KEN' }],
    });
  });

  test('[HIS-6] said once: who goes on writing there tells nothing new', () => {
    const { note } = writing('delegation');
    expect(note('SEN', 'p0', 'p0')).toHaveLength(1);
    expect(note('SEN', 'p0')).toEqual([]);
    expect(note('SEN', 'p0', 'p1').map(({ data }) => data.paragraphs)).toEqual([['p1']]);
  });

  test('[HIS-6] under “region” a group that enough delegations of sit in the room, and no smaller one', () => {
    const { h, roomId, members } = writing('region');
    const { delegation } = h.state.plenary;
    for (const id of members) {
      const own = delegation.byId[delegation.participants[id]?.delegationId ?? ''];
      const region = own?.regionalGroup ?? null;
      const seats = new Set(
        members
          .map((each) => delegation.participants[each]?.delegationId ?? '')
          .filter((each) => delegation.byId[each]?.regionalGroup === region),
      );
      expect(writerOf(h.state, roomId, id)).toEqual(region && seats.size >= fewestOfGroup ? { region } : null);
    }
    expect(members.map((id) => writerOf(h.state, roomId, id)).filter((each) => each !== null)).not.toEqual([]);
  });

  test('[HIS-6] in a room with one of a group the group is not named', () => {
    const { h, roomId, members } = writing('region', 4);
    expect(members.map((id) => writerOf(h.state, roomId, id))).toEqual(members.map(() => null));
  });

  test('[HIS-6] under “none” nothing is kept and nothing is told', () => {
    const { h, roomId, itemId, note, current } = writing('none');
    expect(houseCodes.flatMap((code) => note(code, 'p0'))).toEqual([]);
    expect(h.state.room[roomId]?.authorship).toEqual({});
    h.report(itemId);
    expect('writers' in current()).toBe(false);
  });

  test('[HIS-6] never a person, and no paragraph that is no name for one', () => {
    const { h, note, roomId } = writing('named');
    expect(note('SEN', 'constructor', '__proto__')).toEqual([]);
    expect(JSON.stringify(note('SEN', 'p0'))).not.toContain('SEN-');
    expect(JSON.stringify(h.state.room[roomId]?.authorship)).not.toContain('SEN-');
  });

  test('[HIS-7] after a report the room begins anew, and the report keeps what it said', () => {
    const { h, itemId, note, current } = writing('delegation');
    note('SEN', 'p0');
    h.report(itemId);
    h.takeBack(itemId);
    note('KEN', 'p1');
    h.report(itemId);
    expect(current().writers).toEqual({ p1: [{ delegation: 'KEN' }] });
    expect(h.state.plenary.board.items[itemId]?.earlier[0]?.writers).toEqual({ p0: [{ delegation: 'SEN' }] });
  });

  test('[HIS-8] a change is said to be of those who wrote in later versions only', () => {
    const { delegation } = house().state.plenary;
    const of = (...codes: string[]) => codes.map((code) => ({ delegation: code }));
    const versions = [
      { version: 1, writers: { p0: of('KEN') } },
      { version: 2, writers: { p0: of('SEN'), p1: of('JPN') } },
      { version: 3, writers: { p0: of('JPN', 'SEN') } },
      { version: 4 },
    ];
    expect(writersBetween(versions, 1, 4, delegation)).toEqual({ p0: of('JPN', 'SEN'), p1: of('JPN') });
    expect(writersBetween(versions, 2, 2, delegation)).toEqual({});
  });

  test('[HIS-7] each is named once', () => {
    const { delegation } = house().state.plenary;
    const [a, b] = [{ delegation: 'SEN' }, { region: 'weog' as const }];
    expect(united([[b, a], [a], [b, { region: 'africa' }]], delegation)).toEqual([a, { region: 'africa' }, b]);
  });
});

describe('who set the title or a field', () => {
  /** A draft in a room of this attribution, and what a member of a delegation sets in it. */
  function setting(attribution: Attribution) {
    const w = writing(attribution);
    const { h, roomId, itemId, members } = w;
    const of = (code: string) =>
      must(
        members.find((id) => id.startsWith(`${code}-`)),
        code,
      );
    return {
      ...w,
      entitle: (code: string, title: string) => h.act(of(code), 'actionItem.entitle', { roomId, itemId, title }),
      fill: (code: string, fields: Fields) => h.act(of(code), 'actionItem.fill', { roomId, itemId, fields }),
    };
  }

  test('[HIS-6] [HIS-7] is kept like who wrote, by the field', () => {
    const { h, itemId, entitle, fill, current } = setting('delegation');
    entitle('SEN', 'Better plans');
    fill('KEN', { means: 'Two experts', horizon: 'short' });
    fill('SEN', { means: 'Three experts' });
    h.report(itemId);
    const [KEN, SEN] = [{ delegation: 'KEN' }, { delegation: 'SEN' }];
    expect(current().writers).toEqual({ '#title': [SEN], '#means': [KEN, SEN], '#horizon': [KEN] });
  });

  test('[HIS-6] is not who says what was said already', () => {
    const { entitle, fill, h, itemId } = setting('named');
    fill('KEN', { horizon: 'short', by: null, lead: [{ kind: 'delegation', id: 'KEN' }] });
    fill('SEN', { horizon: 'short', by: null, lead: [{ kind: 'delegation', id: 'KEN' }] });
    entitle('SEN', 'Plans');
    expect(JSON.stringify(h.state.room[h.roomId(1)]?.authorship[itemId])).not.toContain('SEN');
  });

  test('[HIS-6] is nobody under “none”, and a group that is large enough under “region”', () => {
    const none = setting('none');
    none.fill('KEN', { means: 'Two experts' });
    none.h.report(none.itemId);
    expect('writers' in none.current()).toBe(false);
    const region = setting('region');
    region.fill('KEN', { means: 'Two experts' });
    region.h.report(region.itemId);
    expect(region.current().writers).toEqual({ '#means': [{ region: 'africa' }] });
  });

  test('[HIS-8] a change of a field is of those who set it in later versions', () => {
    const { h, itemId, fill } = setting('delegation');
    fill('KEN', { means: 'Two experts' });
    h.report(itemId);
    h.takeBack(itemId);
    fill('SEN', { means: 'Three experts' });
    h.report(itemId);
    const item = must(h.state.plenary.board.items[itemId], 'item');
    expect(writersBetween(versionsOf(item), 1, 2, h.state.plenary.delegation)).toEqual({
      '#means': [{ delegation: 'SEN' }],
    });
  });
});
