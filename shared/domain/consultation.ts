import * as z from 'zod/mini';
import { defineSlice, refuse } from './kernel/slice.ts';
import { Instant, Language, line, text } from './kernel/words.ts';
import { currentProfile, ProfileId, type RuleProfile } from './ruleProfile.ts';
import { hasDecided, pendingDecisions } from './underDecision.ts';

const Facts = {
  title: line(300),
  symbol: text(60),
  place: text(120),
  from: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  to: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  languages: z.array(Language).check(z.minLength(1), z.maxLength(6)),
};

export type Consultation =
  | { phase: 'unopened' }
  | {
      phase: 'open' | 'closed';
      title: string;
      symbol: string;
      place: string;
      from: string;
      to: string;
      languages: Language[];
      profile: ProfileId;
      openedAt: number;
    };

/** The whole meeting: its facts, its rule profile, its opening and closing. */
export const consultation = defineSlice({
  name: 'consultation',
  commands: {
    open: z.strictObject({ ...Facts, profile: ProfileId }),
    describe: z.strictObject(Facts),
    chooseProfile: z.strictObject({ profile: ProfileId }),
    close: z.strictObject({}),
    reopen: z.strictObject({}),
  },
  events: {
    plenary: {
      ConsultationOpened: z.strictObject({ ...Facts, profile: ProfileId, openedAt: Instant }),
      ConsultationDescribed: z.strictObject(Facts),
      ProfileChosen: z.strictObject({ profile: ProfileId }),
      ConsultationClosed: z.strictObject({}),
      ConsultationReopened: z.strictObject({}),
    },
  },
  decide: {
    open({ plenary }, facts, { now }, tell) {
      if (plenary.consultation.phase !== 'unopened') return refuse('consultation.already-open');
      if (facts.to < facts.from) return refuse('consultation.ends-before-it-begins');
      return [tell.plenary.ConsultationOpened({ ...facts, openedAt: now })];
    },
    describe({ plenary }, facts, _context, tell) {
      if (plenary.consultation.phase !== 'open') return refuse('consultation.not-open');
      if (facts.to < facts.from) return refuse('consultation.ends-before-it-begins');
      return [tell.plenary.ConsultationDescribed(facts)];
    },
    chooseProfile({ plenary }, { profile }, _context, tell) {
      if (plenary.consultation.phase !== 'open') return refuse('consultation.not-open');
      if (hasDecided(plenary)) return refuse('consultation.profile-is-fixed'); // CON-4
      if (plenary.consultation.profile === profile) return [];
      return [tell.plenary.ProfileChosen({ profile })];
    },
    close({ plenary }, _payload, _context, tell) {
      if (plenary.consultation.phase !== 'open') return refuse('consultation.not-open');
      // CON-6: no decision is left hanging behind a closed door.
      if (pendingDecisions(plenary).length > 0) return refuse('panel.vote-running');
      return [tell.plenary.ConsultationClosed({})];
    },
    reopen({ plenary }, _payload, _context, tell) {
      if (plenary.consultation.phase !== 'closed') return refuse('consultation.not-closed');
      return [tell.plenary.ConsultationReopened({})];
    },
  },
  evolve: {
    plenary: {
      ConsultationOpened(consultation, facts) {
        Object.assign(consultation, facts, { phase: 'open' });
      },
      ConsultationDescribed(consultation, facts) {
        Object.assign(consultation, facts);
      },
      ProfileChosen(consultation, { profile }) {
        if (consultation.phase !== 'unopened') consultation.profile = profile;
      },
      ConsultationClosed(consultation) {
        if (consultation.phase !== 'unopened') consultation.phase = 'closed';
      },
      ConsultationReopened(consultation) {
        if (consultation.phase !== 'unopened') consultation.phase = 'open';
      },
    },
  },
});

/** The rule profile in force: its newest version, whichever was the newest when the consultation was opened. */
export function profileOf(consultation: Consultation): RuleProfile {
  return currentProfile(consultation.phase === 'unopened' ? 'informal' : consultation.profile);
}
