import * as z from 'zod/mini';
import { PanelId, ParagraphId } from './kernel/ids.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { line, text } from './kernel/words.ts';

const Paragraph = z.strictObject({
  id: ParagraphId,
  number: line(20),
  heading: z.optional(text(300)),
  text: text(10_000),
  panelId: z.nullable(PanelId),
  footnotes: z.array(text(4_000)).check(z.maxLength(50)),
});
export type Paragraph = z.infer<typeof Paragraph>;

export interface Brief {
  title: string;
  paragraphs: Paragraph[];
}

/** The issue brief that the consultation starts from, in numbered paragraphs that items answer to. */
export const brief = defineSlice({
  name: 'brief',
  commands: {
    /** Sets or replaces paragraphs by id; those not named stay. A long brief is laid down in several acts. */
    layDown: z.strictObject({ title: line(300), paragraphs: z.array(Paragraph).check(z.maxLength(200)) }),
    strike: z.strictObject({ paragraphId: ParagraphId }),
  },
  events: {
    plenary: {
      BriefLaidDown: z.strictObject({ title: line(300), paragraphs: z.array(Paragraph) }),
      ParagraphStruck: z.strictObject({ paragraphId: ParagraphId }),
    },
  },
  decide: {
    layDown({ plenary }, { title, paragraphs }, _context, tell) {
      const ids = paragraphs.map(({ id }) => id);
      if (new Set(ids).size !== ids.length) return refuse('brief.paragraph-twice');
      if (paragraphs.some(({ panelId }) => panelId !== null && !plenary.panel.byId[panelId]))
        return refuse('panel.unknown');
      return [tell.plenary.BriefLaidDown({ title, paragraphs })];
    },
    strike({ plenary }, { paragraphId }, _context, tell) {
      if (!plenary.brief.paragraphs.some(({ id }) => id === paragraphId)) return refuse('brief.paragraph-unknown');
      const answered = Object.values(plenary.board.items).some((item) => item.current.fields.paragraph === paragraphId);
      if (answered) return refuse('brief.paragraph-answered'); // BRI-2
      return [tell.plenary.ParagraphStruck({ paragraphId })];
    },
  },
  evolve: {
    plenary: {
      BriefLaidDown(known, { title, paragraphs }) {
        known.title = title;
        for (const paragraph of paragraphs) {
          const at = known.paragraphs.findIndex(({ id }) => id === paragraph.id);
          if (at < 0) known.paragraphs.push(paragraph);
          else known.paragraphs[at] = paragraph;
        }
      },
      ParagraphStruck(known, { paragraphId }) {
        known.paragraphs = known.paragraphs.filter(({ id }) => id !== paragraphId);
      },
    },
  },
});
