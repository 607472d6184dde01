import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './QrCode.module.css';

/** An address to scan, always dark on white; title says where it leads. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const code = useMemo(() => drawn(text), [text]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={title}>
      <title>{title}</title>
      <path className={styles.ground} d={`M0 0h${code.size}v${code.size}H0z`} />
      <path className={styles.dots} d={code.path} />
    </svg>
  );
}

// One path of horizontal runs instead of a thousand rectangles: two hundred badges print from one page.
function drawn(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end += 1;
      path += `M${x} ${y}h${end - x}v1H${x}z`;
      x = end;
    }
  }
  return { size, path };
}
