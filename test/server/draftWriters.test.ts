import type { ConsultationState } from '@shared/domain/state.ts';
import { firstParagraph } from '@shared/draft/draftShape.ts';
import { describe, expect, test } from 'vitest';
import { createWriterNotes } from '../../server/gate/writerNotes.ts';
import { type DraftRoom, draftRoom, replica } from '../support/draftRoom.ts';

/** Seats a person for a delegation, in a room of this attribution. */
function seat(room: DraftRoom, person: string, delegationId: string, as: 'named' | 'none' = 'named'): void {
  room.change((state: ConsultationState) => {
    const { participants, byId } = state.plenary.delegation;
    Object.assign(participants[person] ?? {}, { delegationId });
    byId[delegationId] = {
      ...{ id: delegationId, kind: 'member-state', code: delegationId, name: null },
      ...{ regionalGroup: 'africa', hasCredentials: true },
    } as (typeof byId)[string];
    Object.assign(state.plenary.room.byId.r1 ?? {}, { attribution: as });
  });
}

const send = (room: DraftRoom, person: string, update: Uint8Array) =>
  room.relay.update(person, { itemId: 'item1', epoch: 1, update });

describe('who wrote', () => {
  test('[HIS-6] is noted when the words are stored, once for all letters of a moment', async () => {
    const room = draftRoom();
    seat(room, 'amina', 'KEN');
    const { write } = replica();
    await Promise.all(['States ', 'shall ', 'act.'].map((words) => send(room, 'amina', write(words))));
    expect(room.noted[0]).toEqual({
      roomId: 'r1',
      itemId: 'item1',
      participantId: 'amina',
      paragraphs: [firstParagraph],
    });
    expect(room.noted).toHaveLength(1);
    room.relay.stop();
  });

  test('[HIS-6] is in the journal before any letter of it is acknowledged', async () => {
    const room = draftRoom();
    seat(room, 'amina', 'KEN');
    let done = () => {};
    const asked: unknown[] = [];
    const notes = createWriterNotes(room.state, (note) => {
      asked.push(note);
      return new Promise<void>((resolve) => {
        done = resolve;
      });
    });
    const at = { roomId: 'r1', itemId: 'item1', participantId: 'amina', paragraphs: [firstParagraph] };
    const settled: string[] = [];
    const [first, second] = ['first', 'second'].map((name) => notes.written(at)?.then(() => settled.push(name)));
    await Promise.resolve();
    expect([asked.length, settled]).toEqual([1, []]);
    done();
    await Promise.all([first, second]);
    expect(settled).toHaveLength(2);
    room.relay.stop();
  });

  test('[HIS-6] is noted of nobody under the Chatham House Rule, nor of who sits for no delegation', async () => {
    const room = draftRoom();
    seat(room, 'amina', 'KEN', 'none');
    const { write } = replica();
    expect(await send(room, 'amina', write('Secret.'))).toMatchObject({ ok: true });
    seat(room, 'amina', 'KEN');
    expect(await send(room, 'bao', write(' Open.'))).toMatchObject({ ok: true });
    expect(room.noted).toEqual([]);
    room.relay.stop();
  });

  test('[HIS-6] is not asked again for what the journal has', async () => {
    const room = draftRoom();
    seat(room, 'amina', 'KEN');
    room.change(({ room: rooms }) => {
      if (rooms.r1) rooms.r1.authorship = { item1: { [firstParagraph]: [{ delegation: 'KEN' }] } };
    });
    await send(room, 'amina', replica().write('Known.'));
    expect(room.noted).toEqual([]);
    room.relay.stop();
  });
});
