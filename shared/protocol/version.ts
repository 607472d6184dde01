/** The version of the conversation on the wire. History: 1 – the first. */
export const PROTOCOL_VERSION = 1;

/** The version of the drafts' schema: a client that knows an older one reads only. History: 1 – the first. */
export const DRAFT_SCHEMA_VERSION = 1;
