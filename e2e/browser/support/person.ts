import { basename } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { violationsOn } from './axe';

const PASSWORD = process.env.KOL_DEMO_PASSWORD ?? 'kol-demo-2026';
const SCREENSHOTS = '../target/screenshots';

/** A person of the demo at their own browser. Every step leaves a screenshot; whatever the page complains about fails the step. */
export class Person {
  private readonly complaints: string[] = [];
  private static taken = 0;

  private constructor(
    readonly name: string,
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // The browser reports every answer from 400 upwards as an error; what they mean is the page's to say.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.complaints.push(`${page.url()}: ${message.text()}`);
      }
    });
    page.on('request', (request) => {
      const host = new URL(request.url()).hostname;
      if (!['localhost', ''].includes(host)) this.complaints.push(`${page.url()} loads from ${host}`);
    });
  }

  /** Signs in on Keycloak's own page, as people do. */
  static async signsIn(
    browser: Browser,
    name: string,
    language: 'en' | 'zh-CN' = 'en',
    phone = false,
  ): Promise<Person> {
    const context = await browser.newContext({
      locale: language,
      acceptDownloads: true,
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`/session/login?return=/&ui_locales=${language}`);
    await Person.fillsIn(page, name);
    await page.waitForURL((url) => !url.pathname.startsWith('/realms'));
    const person = new Person(name, page, context);
    await expect(page.locator('main')).toBeVisible();
    return person;
  }

  /** Keycloak's form, wherever it is open. */
  static async fillsIn(page: Page, name: string): Promise<void> {
    await page.locator('#username').fill(name);
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#kc-login').click();
  }

  /** One step of the journey: does it, looks at the page with axe, takes its picture. */
  async step(title: string, action: (page: Page) => Promise<void>): Promise<void> {
    await test.step(`${this.name}: ${title}`, async () => {
      try {
        await action(this.page);
        await this.look(title);
      } catch (failure) {
        // Playwright shows the first page of all; whose step failed is this one's, and where only the log is kept nothing else tells why.
        console.log(`${this.name} at ${this.page.url()} saw:\n${await this.page.locator('body').ariaSnapshot()}`);
        throw failure;
      }
    });
  }

  async look(title: string): Promise<void> {
    await this.page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
    await this.settled();
    Person.taken += 1;
    const number = String(Person.taken).padStart(3, '0');
    const folder = basename(test.info().file, '.spec.ts');
    const file = `${folder}/${number}-${this.name}-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
    await this.inFull(() => this.page.screenshot({ path: `${SCREENSHOTS}/${file}`, animations: 'disabled' }));
    // The picture took its time: what was asked for meanwhile is faint until it is there.
    await this.settled();
    expect.soft(await violationsOn(this.page), `axe on "${title}" (${this.page.url()})`).toEqual([]);
    expect.soft(this.complaints.splice(0), `complaints of the browser during "${title}"`).toEqual([]);
  }

  /** Nothing is loading, and nothing fades in or out. */
  private async settled(): Promise<void> {
    const loading = '[aria-busy="true"], .skeleton, .ant-spin-blur';
    await expect(this.page.locator(loading)).toHaveCount(0, { timeout: 15_000 });
    await this.page.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter((motion) => Number.isFinite(motion.effect?.getComputedTiming().endTime));
      const atMost = new Promise((enough) => setTimeout(enough, 2_000));
      await Promise.race([Promise.allSettled(ending.map((motion) => motion.finished)), atMost]);
    });
  }

  /** With a window as high as the page, so that what sticks to the window's edge lies over nothing. */
  private async inFull(picture: () => Promise<unknown>): Promise<void> {
    const window = this.page.viewportSize() ?? { width: 1440, height: 900 };
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ ...window, height: Math.min(Math.max(height, window.height), 6_000) });
    await picture();
    await this.page.setViewportSize(window);
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
