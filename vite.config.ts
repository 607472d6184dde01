// Types alone: vitest is not installed where the program only runs.
/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cataloguePlugin } from './client/i18n/cataloguePlugin.ts';
import { foldingPlugin } from './client/sync/foldingPlugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://127.0.0.1:8017';

export default defineConfig(({ command }) => ({
  root: here('./client'),
  plugins: [react(), cataloguePlugin(here('.')), foldingPlugin()],
  resolve: {
    alias: {
      '@shared': here('./shared'),
      // The schemas are the server's; tests and development run with the real ones.
      ...(command === 'build' ? { 'zod/mini': here('./client/sync/inertSchemas.ts') } : {}),
    },
  },
  server: { proxy: { '/api': server, '/socket.io': { target: server, ws: true } } },
  build: {
    outDir: here('./dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // Small files stay files: a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The editor and the parts over the page are fetched by pages that need them, never by a delegate's first screen.
        codeSplitting: {
          groups: [
            // First, because a group takes along what its members import: React would end up behind the parts over the page.
            {
              name: 'react',
              priority: 2,
              test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/,
            },
            {
              name: 'editor',
              test: /node_modules[\\/](prosemirror-|yjs|y-protocols|lib0|orderedmap|rope-sequence|w3c-keyname)/,
            },
            {
              name: 'aria',
              test: /node_modules[\\/](react-aria|react-stately|@react-aria|@react-stately|@internationalized)/,
            },
          ],
        },
      },
    },
  },
  test: {
    root: here('.'),
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    environment: 'node',
    // Much of the time of a test on a server is waiting: two at a time, where the machine has two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Machines are noisy; a test waits for conditions and says itself what it waits for.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
