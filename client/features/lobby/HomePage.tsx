import { Doors } from './JoinPage.tsx';

/** The front of the house, without a link in hand. */
export function HomePage() {
  return <Doors token={null} />;
}
