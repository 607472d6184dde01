import type { DelegationKind, Language, RegionalGroup, Role } from '../domain/kernel/words.ts';
import type { ProfileId } from '../domain/ruleProfile.ts';
import { meeting2017 } from './meeting2017.ts';
import { memberStates, standingObservers } from './memberStates.ts';
import { sampleObservers, sampleSecondSeats, sampleStates, withArticle } from './sampleSeats.ts';
import english from './stateNames/en.json' with { type: 'json' };

/** A panelist as the programme prints them; no affiliation where the public record that was used gives none. */
export interface PlannedPanelist {
  name: string;
  affiliation: string;
}

/** A paragraph of the issue brief, with its footnotes and where each stands in the text. */
export interface PlannedParagraph {
  id: string;
  number: string;
  heading?: string;
  text: string;
  panel?: number;
  footnotes: string[];
  /** For each footnote, after how many characters of the text it stands. */
  footnoteOffsets: number[];
}

/** A delegation; the code of a state is its alpha-3, and its name is in the tables of names. */
export interface PlannedDelegation {
  code: string;
  kind: DelegationKind;
  regionalGroup: RegionalGroup | null;
  name?: string;
}

/** A person to admit. */
export interface PlannedParticipant {
  key: string;
  name: string;
  delegation: string | null;
  role: Role;
}

/** Everything that a consultation is opened with, as plain data. */
export interface ConsultationPlan {
  title: string;
  symbol: string;
  place: string;
  dates: [string, string];
  languages: Language[];
  profile: ProfileId;
  panels: { title: string; question: string[]; panelists: PlannedPanelist[]; section: string }[];
  brief: { title: string; paragraphs: PlannedParagraph[] };
  delegations: PlannedDelegation[];
  participants: PlannedParticipant[];
}

/** What a secretariat says of a new consultation before anything else. */
export type ConsultationFacts = Pick<ConsultationPlan, 'title' | 'symbol' | 'place' | 'dates' | 'languages'> & {
  /** Informal unless said otherwise. */
  profile?: ProfileId;
};

/** One recommendation of June 2017 as material for a draft. */
export interface MeetingDraft {
  key: string;
  kind: 'recommendation' | 'process-suggestion';
  panel: number;
  /** The paragraph of the issue brief that it answers. */
  paragraph: string;
  title: string;
  text: string;
  subItems: string[];
  footnotes: { n: number; at: number; text: string }[];
  instruments: string[];
  targets: string[];
  objectives: number[];
  lead?: string[];
  horizon?: 'short' | 'medium' | 'long';
}

const LANGUAGES: Language[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];
const ROMAN = ['I', 'II', 'III', 'IV'];

const footnoteText = new Map(meeting2017.footnotes.map(({ n, text }) => [n, text]));
const names = new Map(Object.entries(english));

/** The consultation of June 2017 in Geneva: its panels, its text, all member states, and people to rehearse with. */
export function samplePlan(): ConsultationPlan {
  return {
    title: meeting2017.title,
    // Not a document symbol of the United Nations.
    symbol: 'Sample of June 2017',
    place: meeting2017.place,
    dates: meeting2017.dates,
    languages: LANGUAGES,
    profile: 'informal',
    panels: meeting2017.panels.map(({ number, title, panelists }) => ({
      title,
      question: guidingQuestions(number),
      panelists: panelists.map((name) => ({ name, affiliation: '' })),
      section: sectionOf(number, title),
    })),
    brief: {
      title: 'Working brief: paragraphs of the statement of Canada, 19 and 20 June 2017',
      paragraphs: sampleParagraphs(),
    },
    delegations: [
      ...standingDelegations(),
      ...sampleObservers.map(({ code, kind, name }) => ({ code, kind, name, regionalGroup: null })),
    ],
    participants: [...sampleBureau(), ...sampleDelegates(), ...sampleObserverSeats()],
  };
}

/** A new consultation: the member states and standing observers, one panel, nobody in it yet. */
export function blankPlan(facts: ConsultationFacts): ConsultationPlan {
  return {
    profile: 'informal',
    ...facts,
    panels: [{ title: 'Panel 1', question: [], panelists: [], section: '' }],
    brief: { title: facts.title, paragraphs: [] },
    delegations: standingDelegations(),
    participants: [],
  };
}

/** The eleven recommendations of June 2017 and the suggestion on process, as material for drafts. */
export function meetingDrafts(): MeetingDraft[] {
  return meeting2017.items.flatMap((item) => {
    if (item.kind === 'position') return [];
    const { leads, horizon, gcmObjectives, sdgTargets } = item.mapping;
    return [
      {
        key: item.id,
        kind: item.kind,
        panel: item.panel,
        paragraph: item.paragraph,
        title: item.shortTitle,
        text: withoutList(item.text, item.subItems),
        subItems: item.subItems,
        footnotes: item.footnotes.map(({ n, at }) => ({ n, at, text: textOfFootnote(n) })),
        instruments: item.instruments,
        targets: sdgTargets,
        objectives: gcmObjectives,
        ...(leads.length > 0 ? { lead: leads } : {}),
        ...(horizon === null ? {} : { horizon }),
      },
    ];
  });
}

/** The text that comes before its closing list, which the source sets as ` - ` lines. */
function withoutList(text: string, subItems: string[]): string {
  const list = subItems.map((entry) => ` - ${entry}`).join('');
  if (!text.endsWith(list)) throw new Error('a list that does not end its text');
  return text.slice(0, text.length - list.length);
}

function textOfFootnote(n: number): string {
  const text = footnoteText.get(n);
  if (text === undefined) throw new Error(`no footnote ${n}`);
  return text;
}

function sectionOf(number: number, title: string): string {
  return `${ROMAN[number - 1]}. ${title}`;
}

function guidingQuestions(panel: number): string[] {
  // A request for experience is a clause, not a question; an editorial question puts it as one.
  return meeting2017.questions
    .filter((question) => question.panel === panel && question.kind !== 'request-for-experience')
    .map(({ text }) => text);
}

function sampleParagraphs(): PlannedParagraph[] {
  const headed = new Set<number>();
  return meeting2017.paragraphs.map(({ id, panel, text, footnotes }, at) => {
    const title = headed.has(panel) ? undefined : meeting2017.panels[panel - 1]?.title;
    headed.add(panel);
    return {
      id,
      number: String(at + 1),
      ...(title === undefined ? {} : { heading: sectionOf(panel, title) }),
      text,
      panel,
      footnotes: footnotes.map(({ n }) => textOfFootnote(n)),
      footnoteOffsets: footnotes.map((anchor) => anchor.at),
    };
  });
}

function standingDelegations(): PlannedDelegation[] {
  return [
    ...memberStates.map(({ id, regionalGroup }) => ({ code: id, kind: 'member-state' as const, regionalGroup })),
    ...standingObservers.map(({ id, kind }) => ({
      code: id,
      kind,
      regionalGroup: null,
      ...(kind === 'observer-state' ? {} : { name: nameOf(id) }),
    })),
  ];
}

function sampleBureau(): PlannedParticipant[] {
  const seats: PlannedParticipant[] = [];
  for (const { number, moderator, panelists } of meeting2017.panels) {
    if (moderator) {
      seats.push({ key: `moderator-${number}`, name: moderator.name, delegation: null, role: 'moderator' });
    }
    panelists.forEach((name, at) => {
      seats.push({ key: `panelist-${number}-${at + 1}`, name, delegation: null, role: 'panelist' });
    });
  }
  return [...seats, { key: 'display-1', name: 'Projector in the plenary hall', delegation: null, role: 'display' }];
}

function sampleDelegates(): PlannedParticipant[] {
  const chosen = new Set(Object.values(sampleStates).flat());
  const second = new Set(sampleSecondSeats);
  return memberStates
    .filter(({ id }) => chosen.has(id))
    .flatMap(({ id }) => {
      const seats = second.has(id) ? [1, 2] : [1];
      return seats.map((seat) => ({
        key: `${id}-${seat}`,
        name: `Representative of ${spokenName(id)} (${seat})`,
        delegation: id,
        role: 'delegate' as const,
      }));
    });
}

function sampleObserverSeats(): PlannedParticipant[] {
  const standing = standingObservers.map(({ id }) => ({ code: id, spoken: spokenName(id) }));
  return [...standing, ...sampleObservers].map(({ code, spoken }) => ({
    key: `${code}-1`,
    name: `Representative of ${spoken} (1)`,
    delegation: code,
    role: 'observer',
  }));
}

function spokenName(code: string): string {
  return withArticle.has(code) ? `the ${nameOf(code)}` : nameOf(code);
}

function nameOf(code: string): string {
  return names.get(code) ?? code;
}
