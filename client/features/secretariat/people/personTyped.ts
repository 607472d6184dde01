import type { Role } from '@shared/domain/kernel/words.ts';
import type { Translate } from '@shared/i18n/translate.ts';
import type { Row } from './usePeopleRows.ts';

/** A person as typed into the form. */
export interface Typed {
  name: string;
  email: string;
  language: string;
  role: Role;
  delegationId: string | null;
}

/** What the form begins with. */
export function typedOf(row: Row | null): Typed {
  return {
    name: row?.name ?? '',
    email: row?.email ?? '',
    language: row?.language ?? '',
    role: row?.role ?? 'delegate',
    delegationId: row?.delegationId ?? null,
  };
}

/** What is seen to be wrong before anything is sent. */
export function wrongIn(typed: Typed, t: Translate): Partial<Record<keyof Typed, string>> {
  const email = typed.email.trim();
  const needsDelegation = typed.role === 'delegate' || typed.role === 'observer';
  return {
    ...(typed.name.trim() === '' ? { name: t('secretariat.person.nameMissing') } : {}),
    ...(email !== '' && !/^\S+@\S+\.\S+$/.test(email) ? { email: t('secretariat.person.emailWrong') } : {}),
    ...(needsDelegation && typed.delegationId === null
      ? { delegationId: t('refusal.delegation.seat-needs-delegation') }
      : {}),
  };
}
