/** The look of the document: type, headings, page. After the layout of United Nations documents, without their emblem. */
import type { Language } from '@shared/i18n/translate.ts';
import { AlignmentType, type IStylesOptions } from 'docx';

/** Measures in twentieths of a point, on A4 as in Geneva. */
export const page = {
  width: 11906,
  height: 16838,
  side: 1200,
  top: 1440,
  bottom: 1440,
  header: 680,
  footer: 560,
} as const;

/** The width of a line. */
export const measure = page.width - 2 * page.side;

/** Where text begins beside the hanging numbers of headings, and how far it stays from the other side. */
export const indent = { body: 1134, end: 567, step: 475 } as const;

const grey = '595959';
export const hairline = 'A6A6A6';
export const bracketShade = 'EFEFEF';

const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' };

/** What `w:lang` says of each run. */
export function langOf(language: Language) {
  const tags = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ru: 'ru-RU', zh: 'en-GB', ar: 'en-GB' } as const;
  return { value: tags[language], eastAsia: 'zh-CN', bidirectional: 'ar-SA' };
}

const bold = { bold: true, boldComplexScript: true } as const;

// Arabic letters are small for their body, Chinese ones large: each script gets the size at which it reads alike.
function sizes(language: Language, size: number) {
  const latin = { zh: size + 1, ar: size + 2 } as Partial<Record<Language, number>>;
  return { size: latin[language] ?? size, sizeComplexScript: Math.round(size * 1.2) };
}

function heading(language: Language, outlineLevel: number, size: number, before: number) {
  return {
    run: { ...sizes(language, size), ...bold, color: '000000', font: fonts },
    paragraph: {
      outlineLevel,
      spacing: { before, after: 120 },
      indent: { left: indent.body, right: indent.end, hanging: indent.body },
      alignment: AlignmentType.START,
      keepNext: true,
      keepLines: true,
      leftTabStop: indent.body,
    },
  };
}

/** All styles of the document. Heading 1 to 3 carry outline levels, so that Word's navigation shows the structure. */
export function stylesOf(language: Language): IStylesOptions {
  const small = sizes(language, 18);
  const body = { indent: { left: indent.body, right: indent.end }, spacing: { after: 120, line: 252 } };
  return {
    default: {
      document: { run: { font: fonts, ...sizes(language, 20), language: langOf(language) } },
      title: {
        run: { ...sizes(language, 40), bold: true, boldComplexScript: true, font: fonts },
        paragraph: { spacing: { before: 480, after: 120 }, alignment: AlignmentType.START },
      },
      heading1: heading(language, 0, 28, 480),
      heading2: heading(language, 1, 24, 360),
      heading3: heading(language, 2, 21, 320),
      footnoteText: {
        run: sizes(language, 17),
        paragraph: { spacing: { after: 40 }, indent: { left: indent.body, hanging: 340, right: indent.end } },
      },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      {
        id: 'SingleTxt',
        name: 'Single Txt',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { ...body, alignment: AlignmentType.BOTH },
      },
      {
        id: 'Subtitle2',
        name: 'Document kind',
        basedOn: 'Normal',
        run: { ...sizes(language, 26), color: grey },
        paragraph: { spacing: { after: 240 } },
      },
      {
        id: 'Notice',
        name: 'Notice',
        basedOn: 'Normal',
        run: { ...sizes(language, 22), ...bold },
        paragraph: { spacing: { before: 240, after: 240 } },
      },
      {
        id: 'ItemLine',
        name: 'Item line',
        basedOn: 'Normal',
        run: { ...small, color: grey },
        paragraph: { ...body, keepNext: true },
      },
      {
        id: 'Label',
        name: 'Label',
        basedOn: 'Normal',
        run: { ...small, ...bold },
        paragraph: { ...body, spacing: { before: 180, after: 60 }, keepNext: true },
      },
      {
        id: 'Remark',
        name: 'Remark',
        basedOn: 'Normal',
        run: small,
        paragraph: { ...body, spacing: { after: 60, line: 240 } },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: small,
        paragraph: { spacing: { before: 40, after: 40 } },
      },
      {
        id: 'TableHead',
        name: 'Table head',
        basedOn: 'TableText',
        run: { ...small, ...bold },
        paragraph: { spacing: { before: 40, after: 40 }, keepNext: true },
      },
      { id: 'Running', name: 'Running line', basedOn: 'Normal', run: { ...small, color: grey } },
    ],
  };
}
