/** Adoptions without a vote: that nobody objected in time, and that the gavel fell after the last instant and soon enough. */
import { noObjection } from '@shared/domain/noObjection.ts';
import type { Checked, Checker, Problem } from './checkers.ts';
import { entriesOfKind, factsOf, type Journal, membersAt } from './journal.ts';
import { profileFor } from './profiles.ts';
import { counted, instantWords } from './words.ts';

const { plenary } = noObjection.events;
const kinds = Object.keys(plenary).map((name) => `plenary/noObjection.${name}`);
/** NOB-9 */
const latestGavelMs = 5_000;

export const adoptionChecker: Checker = {
  reads: kinds,
  withholds: () => new Set(),
  check: (journal) =>
    factsOf(journal.entries, 'plenary/noObjection.AdoptionCalled', plenary.AdoptionCalled).map((call) =>
      checked(journal, call),
    ),
};

type Call = ReturnType<typeof callsIn>[number];
const callsIn = (journal: Journal) =>
  factsOf(journal.entries, 'plenary/noObjection.AdoptionCalled', plenary.AdoptionCalled);

function checked(journal: Journal, call: Call): Checked {
  const { callId, itemId, itemVersion, endsAt, isIndicative, profile, profileVersion } = call.data;
  const title = journal.titleOf(itemId, itemVersion);
  const { objections, adopted, calledOff, retracted } = endsOf(journal, callId);
  const phase = adopted
    ? 'adopted'
    : retracted
      ? 'retracted'
      : objections.length > 0
        ? 'objected'
        : calledOff
          ? 'called-off'
          : 'running';
  return {
    ...{ kind: 'no-objection', id: callId },
    name: `Adoption without a vote of version ${itemVersion} of ${title === null ? `item ${itemId}` : `“${title}”`}`,
    says: saysOf(journal, call),
    problems: [...termProblems(journal, call), ...endProblems(journal, call)],
    seqs: kinds
      .flatMap((kind) => entriesOfKind(journal.entries, kind))
      .filter(({ data }) => data?.callId === callId)
      .map(({ seq }) => seq),
    texts: [{ id: itemId, version: itemVersion }],
    profile: { id: profile, version: profileVersion },
    outline: {
      ...{ kind: 'no-objection', id: callId, phase, calledAt: call.at, endsAt, isIndicative },
      ...{ item: { id: itemId, version: itemVersion, title } },
      objections: objections.map(({ data }) => data.delegationId),
    },
  };
}

function endsOf({ entries }: Journal, callId: string) {
  const isThis = ({ data }: { data: { callId: string } }) => data.callId === callId;
  const of = 'plenary/noObjection';
  return {
    objections: factsOf(entries, `${of}.ObjectionRaised`, plenary.ObjectionRaised).filter(isThis),
    retracted: factsOf(entries, `${of}.ObjectionRetracted`, plenary.ObjectionRetracted).find(isThis) ?? null,
    adopted: factsOf(entries, `${of}.AdoptedWithoutVote`, plenary.AdoptedWithoutVote).find(isThis) ?? null,
    calledOff: factsOf(entries, `${of}.CallCalledOff`, plenary.CallCalledOff).find(isThis) ?? null,
  };
}

function saysOf(journal: Journal, { data }: Call): string {
  const { objections, adopted, calledOff, retracted } = endsOf(journal, data.callId);
  const [objection] = objections;
  if (objection)
    return `${journal.nameOf(objection.data.delegationId)} objected${retracted ? ' and took the objection back' : ''}; nothing was adopted.`;
  if (calledOff) return `Called off (${calledOff.data.why}); nothing was adopted.`;
  if (!adopted) return `The countdown runs until ${instantWords(data.endsAt)}.`;
  const heard = `${counted(data.members, 'member')} could object until ${instantWords(data.endsAt)}; none did.`;
  return `${heard} ${data.isIndicative ? 'No objection was raised, which decides nothing.' : 'Adopted, as told.'}`;
}

/** NOB-4: the members, the quorum and the profile. */
function termProblems({ entries }: Journal, { seq, data }: Call): Problem[] {
  const found: Problem[] = [];
  const members = membersAt(entries, seq).length;
  if (members !== data.members) found.push({ seq, says: `says ${data.members} members, where there were ${members}` });
  const { profile, says } = profileFor(data, 'no-objection');
  found.push(...says.map((each) => ({ seq, says: each })));
  if (profile && profile.isIndicative !== data.isIndicative)
    found.push({ seq, says: 'does not say of itself what its rule profile says' });
  if (profile?.quorum === 'majority-of-members' && 2 * (data.present ?? 0) <= data.members)
    found.push({ seq, says: 'was called without a quorum' });
  return found;
}

/** NOB-6, NOB-8, NOB-9: by the clock of the server, to the millisecond. */
function endProblems(journal: Journal, call: Call): Problem[] {
  const { callId, endsAt } = call.data;
  const { objections, adopted, calledOff } = endsOf(journal, callId);
  const found: Problem[] = [];
  for (const { seq, at, data } of objections) {
    const name = journal.nameOf(data.delegationId);
    if (!membersAt(journal.entries, seq).includes(data.delegationId))
      found.push({ seq, says: `is an objection of ${name}, which had no right to object` });
    if (at > endsAt) found.push({ seq, says: `is an objection of ${name} ${at - endsAt} ms after the last instant` });
  }
  if (!adopted) return found;
  const { seq, at } = adopted;
  if (objections.length > 0) found.push({ seq, says: 'adopts although somebody had objected' });
  if (calledOff) found.push({ seq, says: 'adopts although it was called off' });
  if (at <= endsAt) found.push({ seq, says: 'adopts before the last instant had passed' });
  if (at > endsAt + latestGavelMs)
    found.push({ seq, says: 'adopts so late that an objection may not have been heard' });
  return found;
}
