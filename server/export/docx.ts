import { roman } from '@shared/domain/listMarkers.ts';
import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { writeAlignment } from './docx/alignment.ts';
import { writeBrief } from './docx/briefChapter.ts';
import { writeCalls, writeExplanations } from './docx/consensusAnnexes.ts';
import { runningHead, writeColophon, writeSummary, writeTitleBlock } from './docx/front.ts';
import { isMapEmpty, writeMap } from './docx/mapAnnex.ts';
import { writeMotions } from './docx/motionAnnex.ts';
import { repacked } from './docx/package.ts';
import { writePanel } from './docx/panelChapter.ts';
import { writeFormation, writeParticipation } from './docx/peopleAnnexes.ts';
import { writeSilences } from './docx/silenceAnnex.ts';
import { langOf, measure, page, stylesOf } from './docx/styles.ts';
import { writeDisagreements } from './docx/termNotes.ts';
import { writeVotes } from './docx/voteAnnex.ts';
import { Writing } from './docx/writing.ts';
import { printable } from './printable.ts';
import type { Wording } from './wording.ts';

/** What the document states about itself. */
interface Imprint {
  /** When the last event of the record happened: the only clock that the document knows. */
  lastEventAt: number;
  digest: string;
}

/** The issue brief with its action items and annexes, as the bytes of a Word file. */
export async function printBrief(outline: RecordOutline, wording: Wording, imprint: Imprint): Promise<Uint8Array> {
  const writing = new Writing(wording);
  writeAll(writing, outline, imprint);
  const title = printable(outline.consultation.title);
  return bound(writing, outline, { title, lastEventAt: imprint.lastEventAt });
}

/** A letter or a sheet about one thing of the meeting, on the same paper; `kind` stands at the head of its further pages. */
export function printLetter(
  write: (writing: Writing) => void,
  outline: RecordOutline,
  wording: Wording,
  { title, kind, lastEventAt }: { title: string; kind: string; lastEventAt: number },
): Promise<Uint8Array> {
  const writing = new Writing(wording);
  write(writing);
  return bound(writing, outline, {
    ...{ title: printable(title), lastEventAt },
    head: { end: kind },
  });
}

/** What has been written, as the bytes of a Word file. */
async function bound(
  writing: Writing,
  outline: RecordOutline,
  { title, lastEventAt, head = {} }: { title: string; lastEventAt: number; head?: { end?: string } },
): Promise<Uint8Array> {
  const { wording } = writing;
  const document = new Document({
    title,
    styles: stylesOf(wording.language),
    footnotes: writing.footnotes,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              ...{ top: page.top, bottom: page.bottom, left: page.side, right: page.side },
              ...{ header: page.header, footer: page.footer },
            },
          },
        },
        headers: {
          default: new Header({ children: [headLine(wording, { ...runningHead(wording, outline), ...head })] }),
          first: new Header({ children: [] }),
        },
        footers: {
          default: new Footer({ children: [footLine(wording, '')] }),
          first: new Footer({ children: [footLine(wording, wording.t('record.notOfficial'))] }),
        },
        children: writing.body,
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return repacked(bytes, { title, language: wording.language, at: lastEventAt });
}

function writeAll(writing: Writing, outline: RecordOutline, { lastEventAt, digest }: Imprint): void {
  const { t } = writing.wording;
  let chapters = 0;
  const chapter = () => `${roman(chapters++)}.`;
  writeTitleBlock(writing, outline, lastEventAt);
  writeSummary(writing, chapter(), outline);
  const paragraphs = writeBrief(writing, outline.brief.paragraphs.length > 0 ? chapter() : '', outline);
  for (const panel of outline.panels) writePanel(writing, chapter(), panel, { outline, paragraphs });
  writeAlignment(writing, `${roman(chapters)}.`, outline);

  let annexes = 0;
  const annex = (key: string) =>
    writing.heading(1, '', t('record.annex', { number: roman(annexes++), title: t(key) }), { pageBreakBefore: true });
  if (outline.votes.length > 0) {
    annex('record.annex.votes');
    writeVotes(writing, outline);
  }
  if (outline.amendments.length + outline.divisions.length > 0) {
    annex('record.annex.amendments');
    writeMotions(writing, outline);
  }
  if (outline.silences.length > 0) {
    annex('record.annex.silence');
    writeSilences(writing, outline);
  }
  if (outline.calls.length > 0) {
    annex('record.annex.calls');
    writeCalls(writing, outline);
  }
  if (outline.explanations.length > 0) {
    annex('record.annex.explanations');
    writeExplanations(writing, outline);
  }
  if (!isMapEmpty(outline.map)) {
    annex('record.annex.instruments');
    writeMap(writing, outline);
  }
  if (outline.terms.disagreements.length > 0) {
    annex('record.annex.terms');
    writeDisagreements(writing, outline);
  }
  if (outline.formation.length > 0) {
    annex('record.annex.formation');
    writeFormation(writing, outline);
  }
  annex('record.annex.participation');
  writeParticipation(writing, outline);
  writeColophon(writing, digest);
}

const acrossThePage = [{ type: TabStopType.RIGHT, position: measure }];

function headLine(wording: Wording, { start, end }: ReturnType<typeof runningHead>): Paragraph {
  const writing = new Writing(wording);
  return writing.paragraph([start, { tab: true }, end], { style: 'Running', tabStops: acrossThePage }, []);
}

/** Words at the beginning of the line, the page at its end; the page reads from left to right in Arabic too. */
function footLine(wording: Wording, words: string): Paragraph {
  const { isRtl, language } = wording;
  // The line itself runs from the left: the mark keeps the full stop at the end of words from the right.
  const said = new Writing(wording).runs(isRtl && words ? `${words}\u200f` : words, isRtl);
  const number = new TextRun({
    children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
    language: langOf(language),
  });
  const tab = new TextRun({ children: [new Tab()] });
  return new Paragraph({
    style: 'Running',
    tabStops: acrossThePage,
    children: isRtl ? [number, tab, ...said] : [...said, tab, number],
  });
}
