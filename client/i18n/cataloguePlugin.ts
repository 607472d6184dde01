import { join } from 'node:path';
import type { Plugin } from 'vite';
import { catalogueFolder, type FileChoice, loadCatalogue, messageFiles } from '../../shared/i18n/catalogueFiles.ts';
import { isLanguage } from '../../shared/i18n/translate.ts';

const prefix = 'virtual:catalogue/';

/** What a delegate's first screen says; the words of all other pages come with the first of them. */
const first = new Set(['app.json', 'lobby.json', 'parts.json', 'refusal.json', 'ui.json']);
/** Words of documents, which the server prints. */
const printed = new Set(['record.json']);
const parts: Record<string, FileChoice> = {
  first: (file) => first.has(file),
  rest: (file) => !first.has(file) && !printed.has(file),
};

/** Turns the messages of each language into two modules, compiled and loaded only when somebody reads that language. */
export function cataloguePlugin(root: string): Plugin {
  let isDevelopment = false;
  return {
    name: 'rapporteur-catalogue',
    configResolved(config) {
      isDevelopment = config.command === 'serve';
    },
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [language = '', part = ''] = id.slice(prefix.length + 1).split('/');
      const isWanted = parts[part];
      if (!isLanguage(language) || !isWanted) throw new Error(`no catalogue "${id}"`);
      for (const source of new Set(['en', language] as const)) {
        for (const file of messageFiles(root, source)) this.addWatchFile(join(catalogueFolder(root, source), file));
      }
      const catalogue = JSON.stringify(loadCatalogue(root, language, { markBorrowed: isDevelopment, isWanted }));
      // A string through JSON.parse starts faster than the same object as a literal.
      return `export const catalogue = JSON.parse(${JSON.stringify(catalogue)});`;
    },
    handleHotUpdate({ file, server }) {
      if (!/\/shared\/i18n\/[a-z]+\/[^/]+\.json$/.test(file)) return;
      for (const [id, module] of server.moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
    },
  };
}
