import type { Choice } from '@shared/domain/kernel/words.ts';
import type { IconName } from '../../ui/icons.ts';
import type { BarFill } from '../../ui/RegionBars.tsx';

/** The three choices in their fixed order, each with its sign and its texture in pictures; never told apart by hue. */
export const choices: readonly { choice: Choice; icon: IconName; fill: BarFill }[] = [
  { choice: 'yes', icon: 'check', fill: 'solid' },
  { choice: 'no', icon: 'close', fill: 'hollow' },
  { choice: 'abstain', icon: 'minus', fill: 'pattern' },
];

/** The sign of a choice. */
export function signOf(choice: Choice): IconName {
  return choices.find((each) => each.choice === choice)?.icon ?? 'minus';
}
