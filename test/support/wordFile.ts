import { strFromU8, unzipSync } from 'fflate';

/** What a test looks at in a Word file. */
interface WordFile {
  names: string[];
  /** The XML of an entry. */
  xml(name: string): string;
  /** The words of the body, a line per paragraph, as a reader finds them. */
  text: string;
  notes: string;
  /** Each heading with its style and its words. */
  headings: { style: string; text: string }[];
}

/** Opens a Word file, and makes sure that every entry is well-formed XML. */
export function readWordFile(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes);
  const xml = (name: string) => {
    const entry = files[name];
    if (!entry) throw new Error(`no ${name} in ${Object.keys(files).join(', ')}`);
    return strFromU8(entry);
  };
  for (const name of Object.keys(files)) if (/\.(xml|rels)$/.test(name)) assertWellFormed(xml(name), name);
  const body = xml('word/document.xml');
  const headings = paragraphsOf(body).flatMap((paragraph) => {
    const style = /<w:pStyle w:val="(Heading\d|Title)"\/>/.exec(paragraph)?.[1];
    return style ? [{ style, text: wordsOf(paragraph) }] : [];
  });
  return { names: Object.keys(files), xml, text: linesOf(body), notes: linesOf(xml('word/footnotes.xml')), headings };
}

function paragraphsOf(xml: string): string[] {
  return xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
}

function linesOf(xml: string): string {
  return paragraphsOf(xml).map(wordsOf).join('\n');
}

function wordsOf(paragraph: string): string {
  const marked = paragraph.replace(/<w:tab\/>/g, '\t').replace(/<w:br\/>/g, '\n');
  return marked
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** A strict little reader: tags that nest, attributes in quotes, entities that exist, characters that XML allows. */
export function assertWellFormed(xml: string, name = 'XML'): void {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (bad) throw new Error(`${name}: a character that XML forbids at ${bad.index}`);
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(xml)) throw new Error(`${name}: a lone &`);
  const open: string[] = [];
  let at = 0;
  for (const tag of xml.matchAll(/<(\?xml[^>]*\?|(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?))>/g)) {
    if (xml.slice(at, tag.index).includes('<')) throw new Error(`${name}: a broken tag near ${at}`);
    at = tag.index + tag[0].length;
    const [, , closes, element = '', , isEmpty] = tag;
    if (element === '') continue;
    if (closes && open.pop() !== element) throw new Error(`${name}: </${element}> closes nothing`);
    if (!closes && !isEmpty) open.push(element);
  }
  if (xml.slice(at).includes('<') || open.length > 0) throw new Error(`${name}: <${open.join('><')}> never closes`);
}
