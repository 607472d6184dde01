/** The frames of the bare server, by their first byte, and what it may be told to do. */
export const kinds = { edit: 1, caret: 2, ack: 3, ballot: 4, hello: 5, shout: 6, turnout: 7, helloAgain: 8 } as const;

export interface BareOrder {
  /** Applies each edit to a Yjs document and stores it (`ws:apply`); else it relays only. */
  keeps: boolean;
  /** How long the answer to hello is, and to hello of somebody who was away. */
  stateBytes?: number;
  missedBytes?: number;
}
