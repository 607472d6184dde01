import type { OwnBallot } from '@shared/domain/vote.ts';
import { useFormat } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useYou } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Before one casts again: that a ballot of the delegation is in already, and from whom. */
export function EarlierBallot({ own }: { own: OwnBallot }) {
  const format = useFormat();
  const { participantId } = useYou();
  const at = format.time(own.at, { seconds: true });
  return (
    <Notice tone="caution" live>
      {own.castBy === participantId ? (
        <Message id="vote.earlierOwn" values={{ at }} />
      ) : (
        <Message
          id="vote.earlier"
          values={{
            at,
            name: (
              <strong>
                <PersonName id={own.castBy} />
              </strong>
            ),
          }}
        />
      )}
    </Notice>
  );
}
