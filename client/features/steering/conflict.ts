import type { PinConflict } from '@shared/domain/dealing.ts';

type Because = PinConflict['because'];
const rules: readonly Because['rule'][] = ['size', 'region', 'delegation', 'person'];

/** Reads the smallest set of pins that cannot all hold from a refusal's details; null where they are something else. */
export function conflictIn(details: Record<string, unknown> | undefined): PinConflict | null {
  const { pins, because } = details ?? {};
  if (!Array.isArray(pins) || typeof because !== 'object' || because === null) return null;
  const found: Partial<Record<keyof Because, unknown>> = because;
  const rule = rules.find((each) => each === found.rule);
  if (!rule) return null;
  return {
    pins: pins.flatMap((pin: Partial<Record<'id' | 'room', unknown>>) =>
      typeof pin.id === 'string' && typeof pin.room === 'number' ? [{ id: pin.id, room: pin.room }] : [],
    ),
    because: {
      rule,
      subject: typeof found.subject === 'string' ? found.subject : '',
      room: Number(found.room ?? 0),
      floor: Number(found.floor ?? 0),
      ceil: Number(found.ceil ?? 0),
    },
  };
}
