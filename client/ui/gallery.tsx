/* Every part of the face on one page, for the eye: served by `vite` only, never built. ?room shows the frame of a room;
   ?theme=dark and the language of the browser choose the rest. */
import '../styles/index.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from '../i18n/I18n.tsx';
import { AnnouncerProvider } from './Announcer.tsx';
import { AppFrame, FrameLink } from './AppFrame.tsx';
import { Button } from './Button.tsx';
import { Clock } from './Clock.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { GalleryActs } from './gallery/GalleryActs.tsx';
import { GalleryAria } from './gallery/GalleryAria.tsx';
import { GalleryRegions } from './gallery/GalleryRegions.tsx';
import { GalleryRoom } from './gallery/GalleryRoom.tsx';
import { GalleryWords } from './gallery/GalleryWords.tsx';
import { PageTitle } from './PageTitle.tsx';
import { SaveState } from './SaveState.tsx';
import { Stack } from './Stack.tsx';
import { StatusLine } from './StatusLine.tsx';
import { applyTheme, storedTheme } from './theme.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
applyTheme(theme === 'dark' || theme === 'light' ? theme : storedTheme());
const isRoom = query.has('room');
const deadline = Date.now() + Number(query.get('left') ?? 1122) * 1000;

function Gallery() {
  const [isOffline, setOffline] = useState(query.has('offline'));
  return (
    <AppFrame
      title="Thematic consultation on the return and reintegration of migrants, Geneva"
      nav={
        <>
          <FrameLink href="#" current>
            Room
          </FrameLink>
          <FrameLink href="#">Board</FrameLink>
          <FrameLink href="#">People</FrameLink>
        </>
      }
      status={
        <>
          <SaveState state={isOffline ? 'unsaved' : 'saved'} unsavedCount={3} />
          <Clock label="Room 4" deadline={deadline} />
          <Button size="small" icon="hand" shortcut="H">
            Ask for help
          </Button>
        </>
      }
      person="Wanjiru Kamau, Kenya"
      personMenu={<Button icon="signOut">Leave this device</Button>}
      banner={<ConnectionBanner state={isOffline ? 'offline' : 'connected'} onAct={() => setOffline(false)} />}
      full={isRoom}
      foot={
        <StatusLine label="Announcements">
          <span>Panel 3 closes its rooms in two minutes.</span>
          <Button size="small" icon="undo" shortcut="U">
            Undo
          </Button>
        </StatusLine>
      }
    >
      {isRoom ? <GalleryRoom /> : <GalleryPage />}
    </AppFrame>
  );
}

function GalleryPage() {
  return (
    <Stack gap={8}>
      <PageTitle
        over="A/AC.283/BRK/4 · Panel 3"
        title="The parts of the face"
        under="A well-set official document that happens to be alive."
        acts={
          <Button kind="primary" icon="report">
            Report to plenary
          </Button>
        }
      />
      <GalleryActs />
      <GalleryWords />
      <GalleryRegions />
      <GalleryAria />
    </Stack>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <I18nProvider>
      <AnnouncerProvider>
        <Gallery />
      </AnnouncerProvider>
    </I18nProvider>,
  );
}
