import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` sends calls: a running gateway, or the demo server of `npm run demo`. */
const gateway = process.env.KOL_GATEWAY ?? 'http://localhost:8080';
const proxied = ['/api', '/partner', '/session', '/t/'];

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: gateway, changeOrigin: false }])),
  },
  build: {
    target: 'es2023',
    manifest: true,
    // Assets stay files: a strict content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Sizes are judged per route, gzipped, by scripts/budget.mjs.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'routing', test: /node_modules\/@tanstack\// },
            {
              name: 'language',
              test: /node_modules\/(i18next|react-i18next|i18next-icu|intl-messageformat|@formatjs)\//,
            },
            { name: 'charts', test: /node_modules\/(echarts|zrender)\// },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/shared/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    restoreMocks: true,
  },
});
