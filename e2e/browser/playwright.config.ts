import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const address = process.env.KOL_WEB ?? 'http://localhost:8080';
const chromium =
  process.env.KOL_CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!chromium) throw new Error('No Chromium found: install it or name its program in KOL_CHROMIUM.');

export default defineConfig({
  testDir: 'journey',
  outputDir: '../target/browser',
  fullyParallel: false,
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['html', { outputFolder: '../target/browser-report', open: 'never' }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'] },
  },
});
