import type { ComponentProps } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';
import { cx } from '../cx.ts';
import { AriaLocale } from './AriaLocale.tsx';
import styles from './Tooltip.module.css';

/** More words on a thing that can take the focus; never the only place where they stand. */
export function Tooltip({ text, children }: { text: string; children: ComponentProps<typeof Focusable>['children'] }) {
  return (
    <AriaLocale>
      <TooltipTrigger delay={600} closeDelay={100}>
        <Focusable>{children}</Focusable>
        <AriaTooltip className={cx(styles.tooltip)} offset={6}>
          {text}
        </AriaTooltip>
      </TooltipTrigger>
    </AriaLocale>
  );
}
