import { commandSchemas, schemasOfEvents } from '@shared/domain/rulebook.ts';
import { PROTOCOL_VERSION } from '@shared/protocol/version.ts';
import * as z from 'zod';

/** JSON Schema of every command and every event, by name; events by the kind of scope that they are addressed to. */
export function schemaDocument() {
  const json = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  const commands = Object.fromEntries([...commandSchemas()].map(([name, schema]) => [name, json(schema)]));
  const events: Record<string, Record<string, unknown>> = {};
  for (const [name, schema] of schemasOfEvents()) {
    const [kind = '', type = ''] = name.split('/');
    events[kind] = { ...events[kind], [type]: json(schema) };
  }
  return { protocol: PROTOCOL_VERSION, commands, events };
}
