import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { applyTheme, storedTheme } from './ui/theme.ts';

// react-aria looks for this element before it writes a style of its own, which our content security policy forbids; the rule
// is in styles/base.css.
const pressStyle = document.createElement('meta');
pressStyle.id = 'react-aria-pressable-style';
document.head.append(pressStyle);

applyTheme(storedTheme());
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
