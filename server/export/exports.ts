/** What leaves the house: the issue brief as a Word file, and the complete archive. */
import { baseTerms } from '@shared/data/glossary.ts';
import { compareRollCall } from '@shared/data/memberStates.ts';
import type { SilenceId, VoteId } from '@shared/domain/kernel/ids.ts';
import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { outlineOf } from '@shared/domain/record.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import type { Language } from '@shared/i18n/translate.ts';
import type { PersonRecord } from '../ports/people.ts';
import { canonicalJson } from '../storage/hashChain.ts';
import { digestOf, sha256 } from './digest.ts';
import { letterOf, writeSilenceLetter } from './docx/silenceLetter.ts';
import { textOfVote, writeVoteSheet } from './docx/voteSheet.ts';
import type { Writing } from './docx/writing.ts';
import { printBrief, printLetter } from './docx.ts';
import { printTexts } from './texts.ts';
import { wordingOf } from './wording.ts';

interface BriefRequest {
  state: ConsultationState;
  /** The people of the consultation; only the names of panelists are printed. */
  people: readonly PersonRecord[];
  language: Language;
  /** When the last event happened (epoch ms). */
  lastEventAt: number;
}

/** The issue brief with its action items and annexes; the same state gives the same bytes. */
export async function briefDocx({ state, people, language, lastEventAt }: BriefRequest): Promise<Uint8Array> {
  const outline = recordOf(state);
  const { participants } = state.plenary.delegation;
  const panelists = people.filter(({ participantId }) => participants[participantId]?.role === 'panelist');
  const names = new Map(panelists.map(({ participantId, name }) => [participantId, name]));
  const wording = await wordingOf(language, outline, names);
  return printBrief(outline, wording, { lastEventAt, digest: digestOf(state) });
}

/** The letter that confirms an adoption by silence procedure; the same state gives the same bytes. */
export async function silenceLetterDocx(
  { state, language, lastEventAt }: Omit<BriefRequest, 'people'>,
  silenceId: SilenceId,
): Promise<Uint8Array | null> {
  const outline = recordOf(state);
  const letter = letterOf(state, outline, silenceId);
  if (!letter) return null;
  const wording = await wordingOf(language, outline, new Map());
  const write = (writing: Writing) => writeSilenceLetter(writing, outline, letter);
  const kind = wording.t('record.letter.title');
  return printLetter(write, outline, wording, { title: letter.item.title, kind, lastEventAt });
}

/**
 * The sheet of one declared vote; null where there is none. Nothing in it depends on what has happened to other items or
 * votes: the same record of a vote gives the same bytes.
 */
export async function voteDocx(
  { state, language }: Pick<BriefRequest, 'state' | 'language'>,
  voteId: VoteId,
  chair: string | null,
): Promise<Uint8Array | null> {
  const outline = recordOf(state);
  const vote = outline.votes.find(({ id }) => id === voteId);
  if (vote?.phase !== 'declared') return null;
  const wording = await wordingOf(language, outline, new Map());
  const text = textOfVote(state, voteId);
  const sheet = { vote, chair, textHash: text === null ? null : sha256(text), digest: sha256(canonicalJson(vote)) };
  const write = (writing: Writing) => writeVoteSheet(writing, outline, sheet);
  const kind = wording.t(`ballot.method.${vote.method}`);
  return printLetter(write, outline, wording, { title: vote.title, kind, lastEventAt: vote.declaredAt });
}

/** The texts of all reported items as a plain-text file in a language; the same state gives the same bytes. */
export async function textsTxt({ state, language }: Pick<BriefRequest, 'state' | 'language'>): Promise<Uint8Array> {
  const outline = recordOf(state);
  const wording = await wordingOf(language, outline, new Map());
  return new TextEncoder().encode(printTexts(outline, state, wording));
}

/** The outline of the record, its votes in the order of the roll call, its terms over the glossary of the tables. */
export function recordOf(state: ConsultationState): RecordOutline {
  return outlineOf(state, { compare: compareRollCall, glossary: baseTerms });
}
