import { join } from 'node:path';
import type { Plugin } from 'vite';
import { catalogueFolder, loadCatalogue, messageFiles } from '../../shared/i18n/catalogueFiles.ts';
import { isLanguage } from '../../shared/i18n/translate.ts';

const prefix = 'virtual:catalogue/';

/** Turns the messages of each language into one module, compiled and loaded only when somebody reads that language. */
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
      const language = id.slice(prefix.length + 1);
      if (!isLanguage(language)) throw new Error(`no language "${language}"`);
      for (const source of new Set(['en', language] as const)) {
        for (const file of messageFiles(root, source)) this.addWatchFile(join(catalogueFolder(root, source), file));
      }
      const catalogue = JSON.stringify(loadCatalogue(root, language, { markBorrowed: isDevelopment }));
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
