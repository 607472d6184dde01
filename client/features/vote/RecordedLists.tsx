import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Intentions } from './Intentions.tsx';
import { RegionResult } from './RegionResult.tsx';
import { RollCallLists } from './RollCallLists.tsx';

/** The record of a vote by names: a picture and a table by region, and how every member voted. */
export function RecordedLists({ vote, isOpen }: { vote: Extract<Vote, { phase: 'declared' }>; isOpen: boolean }) {
  const t = useT();
  return (
    <>
      <RegionResult vote={vote} />
      <Disclosure summary={t('vote.lists')} open={isOpen}>
        <RollCallLists vote={vote} />
        <Intentions vote={vote} />
      </Disclosure>
    </>
  );
}
