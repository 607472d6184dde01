import data from './meeting2017.json' with { type: 'json' };

/** Where a footnote stands: after the first `at` characters (UTF-16 units) of the text. */
export interface FootnoteAnchor {
  n: number;
  at: number;
}

/** Something the statement recommends, suggests for the process, or holds; text in its words, the rest editorial. */
export interface MeetingItem {
  id: string;
  panel: number;
  number: number;
  kind: 'recommendation' | 'process-suggestion' | 'position';
  /** The paragraph that it is in. */
  paragraph: string;
  shortTitle: string;
  text: string;
  footnotes: FootnoteAnchor[];
  /** The list that ends the text, entry by entry. */
  subItems: string[];
  proposedBy: string;
  instruments: string[];
  bodies: string[];
  terms: string[];
  mapping: {
    gcmObjectives: number[];
    sdgTargets: string[];
    /** Whom the text itself asks to act, in its words. */
    leads: string[];
    horizon: 'short' | 'medium' | 'long' | null;
  };
}

/** A question put in the statement; `editorial` ones are ours, made from a recommendation. */
export interface MeetingQuestion {
  id: string;
  panel: number;
  kind: 'to-panel' | 'rhetorical' | 'open' | 'answered-in-text' | 'request-for-experience' | 'editorial';
  text: string;
  /** The item that an editorial question is made from. */
  basis?: string;
}

/** A paragraph of the statement. */
export interface MeetingParagraph {
  id: string;
  panel: number;
  kind: string;
  text: string;
  footnotes: FootnoteAnchor[];
}

/** A panel as it was held; people only where the public record names them. */
export interface MeetingPanel {
  number: number;
  title: string;
  panelists: string[];
  moderator: { name: string; affiliation: string } | null;
  seatsSource: string | null;
}

/** A footnote of the statement. */
export interface MeetingFootnote {
  n: number;
  text: string;
  instruments: string[];
}

/** The thematic consultation of 19 and 20 June 2017, as one statement to it shows it. */
export interface Meeting {
  title: string;
  dates: [string, string];
  place: string;
  panels: MeetingPanel[];
  items: MeetingItem[];
  questions: MeetingQuestion[];
  paragraphs: MeetingParagraph[];
  footnotes: MeetingFootnote[];
}

/** The meeting of June 2017. */
export const meeting2017 = data as unknown as Meeting;
