import { useEffect, useState } from 'react';

/** The window for which the sizes of the scenes are made. */
const made = { width: 1440, height: 900 };

/** How much larger the scenes are drawn than they are made, so that a finer screen does not make the hall's letters smaller. */
export function useHallScale(): number {
  const [scale, setScale] = useState(() => hallScale(innerWidth, innerHeight));
  useEffect(() => {
    const measure = () => setScale(hallScale(innerWidth, innerHeight));
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return scale;
}

/** Never smaller than made: a small window scrolls. */
export function hallScale(width: number, height: number): number {
  return Math.max(1, Math.min(width / made.width, height / made.height));
}
