import { useEffect } from 'react';
import { useLocation } from 'wouter';

/**
 * Makes every link into our own pages a step within the page, wherever it stands, and moves the focus to the new page as
 * a real load would. Draws nothing.
 */
export function InnerLinks() {
  const [, navigate] = useLocation();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = innerHref(event);
      if (href === null) return;
      event.preventDefault();
      navigate(href);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
  useEffect(() => {
    let shown = window.location.pathname;
    const arrive = () => {
      // Filters change the query alone; then the person stays where they are.
      if (window.location.pathname === shown) return;
      shown = window.location.pathname;
      window.scrollTo(0, 0);
      requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }));
    };
    const leave = () => {
      shown = window.location.pathname;
    };
    // The router announces its own steps by these events; going back is the browser's affair, scroll position included.
    window.addEventListener('pushState', arrive);
    window.addEventListener('popstate', leave);
    return () => {
      window.removeEventListener('pushState', arrive);
      window.removeEventListener('popstate', leave);
    };
  }, []);
  return null;
}

/** The address within our pages that a click leads to; null where the browser shall act by itself. */
function innerHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return null;
  if (link.pathname !== '/' && link.pathname !== '/join' && !link.pathname.startsWith('/c/')) return null;
  const isWithinPage = link.hash !== '' && link.pathname === window.location.pathname;
  return isWithinPage ? null : link.pathname + link.search + link.hash;
}
