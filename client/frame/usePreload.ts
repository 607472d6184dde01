import type { Role } from '@shared/domain/kernel/words.ts';
import { useEffect } from 'react';
import { preloadDelegatePages } from '../routes.tsx';

/** Fetches the pages that a delegate will need while the browser has nothing else to do. */
export function usePreload(role: Role): void {
  useEffect(() => {
    if (role !== 'delegate' && role !== 'observer') return;
    // Safari has no idle callback; there a moment of patience does.
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(preloadDelegatePages, 2_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(preloadDelegatePages, { timeout: 10_000 });
    return () => cancelIdleCallback(idle);
  }, [role]);
}
