/** How the screen is lit: by day, by night, or as the device prefers. */
export type Theme = 'light' | 'dark' | 'system';

const storageKey = 'rapporteur.theme';

/** The choice remembered on this device. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Lights the whole document; main.tsx calls applyTheme(storedTheme()) before the first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Applies a choice and remembers it. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden by the browser; then the choice lasts as long as the page.
  }
}
