import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { AppFrame } from '../../ui/AppFrame.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Column } from './Column.tsx';
import { HouseHall } from './HouseHall.tsx';
import { useJoinToken } from './useJoinToken.ts';
import { useMe } from './useMe.ts';
import { Welcome } from './Welcome.tsx';
import { YourSeat } from './YourSeat.tsx';

/** Where a personal link leads: who one is and the way in, or why the link does not work and what helps. */
export function JoinPage() {
  return <Doors token={useJoinToken()} />;
}

/** The doors of the house for whoever comes: a seat, the house secretariat, or nobody yet. */
export function Doors({ token }: { token: string | null }) {
  const t = useT();
  const words = useRefusalWords();
  const who = useMe(token);
  if (who.phase === 'known' && who.me.kind === 'house') return <HouseHall consultations={who.me.consultations} />;
  return (
    <AppFrame>
      <title>{t('lobby.tab')}</title>
      {who.phase === 'asking' && (
        <Column>
          <Skeleton lines={4} />
        </Column>
      )}
      {who.phase === 'known' && who.me.kind === 'seat' && <YourSeat me={who.me} />}
      {who.phase === 'known' && who.me.kind === 'nobody' && <Welcome />}
      {who.phase === 'refused' && (
        <Welcome>
          <div role="alert">
            <Notice
              tone="danger"
              acts={
                who.refusal.code.startsWith('link.') ? null : (
                  <Button size="small" icon="refresh" onClick={who.again}>
                    {t('lobby.again')}
                  </Button>
                )
              }
            >
              {words(who.refusal)}
            </Notice>
          </div>
        </Welcome>
      )}
    </AppFrame>
  );
}
