/** What a delegation puts into the box: its choice as it travels, and a mark of its own making. */
export interface Slip {
  choice: 'yea' | 'nay' | 'abs';
  receipt: string;
}

/** A slip under the public key of its vote: one length whatever it says, under an id that was drawn by lot. */
export interface SealedSlip {
  voteId: string;
  id: Uint8Array;
  sealed: Uint8Array;
}

/** What a transaction does to the boxes of a consultation besides what it writes into the journal. */
export interface BoxWrites {
  slips: readonly SealedSlip[];
  /** Votes whose slips are taken away for good. */
  emptied: readonly string[];
}

export const noBoxWrites: BoxWrites = { slips: [], emptied: [] };

/** What is in a box: the slips that open, and how many do not. */
export interface Opened {
  slips: Slip[];
  unreadable: number;
}

/**
 * The ballot boxes of a house. A vote's private key is never in the database; slips come in and go out with the
 * journal's transaction (`Journal.append`). To end a box takes three steps, each of which may be repeated: `burn`, `rewrite`, `forget`.
 */
export interface BallotBox {
  /** Makes the pair of keys of a vote; it is on the disk when this returns. Where there is one it stays. */
  make(consultationId: string, voteId: string): void;
  /** Seals a slip. @throws where the key of the vote is not there */
  seal(consultationId: string, voteId: string, slip: Slip): SealedSlip;
  /** Opens every slip of a vote; without its key none opens. */
  open(consultationId: string, voteId: string): Opened;
  /** Overwrites the private key of a vote: no slip opens any more. */
  burn(consultationId: string, voteId: string): void;
  /** Writes the table of slips anew and cuts the log, so that no deleted slip is left in the files; false while a reader is in the way. */
  rewrite(): boolean;
  /** Takes away what is left of a key. */
  forget(consultationId: string, voteId: string): void;
  /** The votes of a consultation of which a key, or what is left of one, lies in the directory of keys. */
  kept(consultationId: string): string[];
}
