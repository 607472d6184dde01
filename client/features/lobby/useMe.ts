import type { Me } from '@shared/protocol/http.ts';
import { useEffect, useState } from 'react';
import { askWhoIAm, type HttpRefusal, signIn } from '../../http.ts';

/** Being asked, refused with a code, or known. */
export type Who =
  | { phase: 'asking' }
  | { phase: 'refused'; refusal: HttpRefusal; again: () => void }
  | { phase: 'known'; me: Me };

/** Who one is: by the token of a personal link where there is one, by the session of this device otherwise. */
export function useMe(token: string | null): Who {
  const [attempt, setAttempt] = useState(0);
  const [who, setWho] = useState<Who>({ phase: 'asking' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks the same again.
  useEffect(() => {
    let isCurrent = true;
    setWho({ phase: 'asking' });
    const asked = token === null ? askWhoIAm() : signIn(token);
    void asked.then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setWho({ phase: 'known', me: answer.me });
      else setWho({ phase: 'refused', refusal: answer, again: () => setAttempt((count) => count + 1) });
    });
    return () => {
      isCurrent = false;
    };
  }, [token, attempt]);
  return who;
}
