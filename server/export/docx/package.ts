/** The file around the document: the same content gives the same bytes, and nothing in it says who made it. */
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const contentTypes = '[Content_Types].xml';

/** Packs a document again: entries in one order, without clocks, with properties that name no person. */
export function repacked(bytes: Uint8Array, properties: { title: string; language: string; at: number }): Uint8Array {
  const files = unzipSync(bytes);
  files['docProps/core.xml'] = strToU8(coreProperties(properties));
  // Word expects the types first; the rest has one order that depends on nothing.
  const names = Object.keys(files).sort(
    (a, b) => Number(b === contentTypes) - Number(a === contentTypes) || (a < b ? -1 : 1),
  );
  // Zip knows no time zones: the fields of this local instant are the same wherever the server stands.
  const mtime = new Date(1980, 0, 1);
  const zippable: Zippable = {};
  for (const name of names) zippable[name] = [files[name] ?? new Uint8Array(), { mtime, level: 9, os: 0 }];
  return zipSync(zippable);
}

function coreProperties({ title, language, at }: { title: string; language: string; at: number }): string {
  const instant = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${spaces}>`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator></dc:creator><dc:language>${language}</dc:language>`,
    '<cp:lastModifiedBy></cp:lastModifiedBy><cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
