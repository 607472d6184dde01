import type { ActorRef } from '@shared/domain/itemFields.ts';

/** An actor as one value of a picker: its kind, then its id or words. */
export function actorValue(actor: ActorRef): string {
  return `${actor.kind}:${actor.kind === 'words' ? actor.text : actor.id}`;
}

/** The actor that a picker's value stands for; null where it stands for none. */
export function actorOf(value: string): ActorRef | null {
  const at = value.indexOf(':');
  const [kind, rest] = [value.slice(0, at), value.slice(at + 1)];
  if (rest === '') return null;
  if (kind === 'words') return { kind, text: rest };
  return kind === 'delegation' || kind === 'body' ? { kind, id: rest } : null;
}
