import { useEffect, useState } from 'react';

/**
 * The token of a personal link. It is taken out of the address at once, so that it stays neither in the history nor on a
 * screenshot; a link pasted into the same tab brings another.
 */
export function useJoinToken(): string | null {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const take = () => {
      const next = takeToken();
      if (next !== null) setToken(next);
    };
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}

function takeToken(): string | null {
  const token = tokenIn(window.location.hash);
  if (window.location.hash) window.history.replaceState(null, '', window.location.pathname);
  return token;
}

/** The token in what somebody pasted: a whole link or the code behind its number sign; null where there is none. */
export function tokenIn(pasted: string): string | null {
  const code = pasted.slice(pasted.lastIndexOf('#') + 1).replace(/\s/g, '');
  return /^[A-Za-z0-9_-]{10,200}$/.test(code) ? code : null;
}
