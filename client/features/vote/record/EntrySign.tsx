import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { signOf } from '../choices.ts';
import type { Entry } from '../rollCall.ts';
import styles from './SeatPicture.module.css';

/** What a member chose as a sign in a shape of its own: full, framed, hatched, or an empty seat. Told apart in grey. */
export function EntrySign({ entry }: { entry: Entry }) {
  return (
    <span className={cx(styles.sign, styles[entry])} aria-hidden="true">
      {entry !== 'absent' && <Icon name={signOf(entry)} />}
    </span>
  );
}
