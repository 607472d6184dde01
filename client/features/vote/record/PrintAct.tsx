import type { Vote } from '@shared/domain/vote.ts';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../../../i18n/I18n.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PrintedVote } from './PrintedVote.tsx';

/** Prints one vote, and nothing else of the page that it stands on. */
export function PrintAct({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [isPrinting]);
  return (
    <>
      <Button size="small" icon="print" onClick={() => setPrinting(true)}>
        {t('trust.print')}
      </Button>
      {isPrinting && createPortal(<PrintedVote vote={vote} />, document.body)}
    </>
  );
}
