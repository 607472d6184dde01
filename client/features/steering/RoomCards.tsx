import type { Proposal } from '@shared/domain/seating.ts';
import { useEffect, useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { holdsWords, searchable } from '../../ui/aria/optionSearch.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type RoomView, roomsPerPage } from './formationView.ts';
import { ProposedRoom } from './ProposedRoom.tsx';
import styles from './RoomCards.module.css';
import type { Hands } from './useProposalActs.ts';
import { useRoster } from './useRoster.ts';

interface RoomCardsProps {
  proposal: Proposal;
  rooms: readonly RoomView[];
  hands: Hands;
  onMoveTo: (participantId: string) => void;
  /** A room that was asked for in the table; its page is turned up. */
  shownRoom: number | null;
  onShown: () => void;
}

/** The rooms with their people, some two hundred at a time; a search leaves the rooms in which somebody is found. */
export function RoomCards({ proposal, rooms, hands, onMoveTo, shownRoom, onShown }: RoomCardsProps) {
  const t = useT();
  const [query, setQuery] = useState('');
  const [asked, setPage] = useState(0);
  const matches = useMatches(proposal.people, query);
  const found = query.trim() === '' ? rooms : rooms.filter(({ members }) => members.some((id) => matches.has(id)));
  const perPage = roomsPerPage(rooms);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(asked, pages - 1);
  const pins = useMemo(() => new Set(proposal.pins.map(({ id }) => id)), [proposal.pins]);
  const turn = (to: number) => setPage(Math.max(0, Math.min(pages - 1, to)));
  const turnedTo = shownRoom === null ? null : Math.floor(shownRoom / perPage);
  useEffect(() => {
    if (turnedTo === null) return;
    setQuery('');
    setPage(turnedTo);
  }, [turnedTo]);
  useEffect(() => {
    const card = page === turnedTo && query === '' ? document.getElementById(`proposed-room-${shownRoom}`) : null;
    if (!card) return;
    card.scrollIntoView({ block: 'start' });
    card.focus({ preventScroll: true });
    onShown();
  }, [shownRoom, turnedTo, page, query, onShown]);
  return (
    <Section title={t('steering.rooms')} note={t('steering.rooms.hint')}>
      <div className={styles.bar}>
        <TextField
          label={t('steering.rooms.search')}
          icon="search"
          type="search"
          value={query}
          onChange={(next) => {
            setQuery(next);
            setPage(0);
          }}
        />
        <p role="status" className={styles.found}>
          {query.trim() !== '' && t('steering.rooms.found', { people: matches.size, rooms: found.length })}
        </p>
        {pages > 1 && (
          <Cluster gap={2}>
            <Button icon="previous" disabled={page === 0} onClick={() => turn(page - 1)}>
              {t('steering.page.previous')}
            </Button>
            <span>{t('steering.page', { n: page + 1, of: pages })}</span>
            <Button icon="next" disabled={page === pages - 1} onClick={() => turn(page + 1)}>
              {t('steering.page.next')}
            </Button>
          </Cluster>
        )}
      </div>
      <div className={styles.cards}>
        {found.slice(page * perPage, (page + 1) * perPage).map((room) => (
          <ProposedRoom
            key={room.at}
            room={room}
            pinned={idsIn(room, pins)}
            found={idsIn(room, matches)}
            hands={hands}
            onMoveTo={onMoveTo}
          />
        ))}
      </div>
    </Section>
  );
}

function idsIn({ members }: RoomView, among: ReadonlySet<string>): string {
  return members.filter((id) => among.has(id)).join(' ');
}

/** The people whom a search finds, by name or delegation. */
function useMatches(ids: readonly string[], query: string): ReadonlySet<string> {
  const roster = useRoster();
  const isSearching = query.trim() !== '';
  // Read only once somebody searches.
  const words = useMemo(() => {
    const entries = isSearching ? ids.map((id) => roster(id)) : [];
    return entries.map(({ id, name, delegation }) => ({ id, text: searchable(`${name} ${delegation}`) }));
  }, [ids, roster, isSearching]);
  return useMemo(
    () => new Set(words.filter(({ text }) => holdsWords(text, query)).map(({ id }) => id)),
    [words, query],
  );
}
