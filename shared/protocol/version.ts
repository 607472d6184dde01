/** The version of the conversation on the wire. History: 1 – the first; 2 – brackets, terms, lineage. */
export const PROTOCOL_VERSION = 2;

/** The version of the drafts' schema: a client that knows an older one reads only. History: 1 – the first;
 * 2 – one sequence of units, brackets as signs of the server's. */
export const DRAFT_SCHEMA_VERSION = 2;
