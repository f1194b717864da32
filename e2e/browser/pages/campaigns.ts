import { expect, type Locator, type Page } from '@playwright/test';
import { choose, dialogOf, press } from './forms';

/** A product as it stands in the catalogue. */
export interface Product {
  brand: string;
  name: string;
  sku: string;
  cost: string;
  marginPercent: string;
}

/** A plan as somebody types it. */
export interface Plan {
  name: string;
  brand: string;
  product: string;
  platform: string;
  startsOn: string;
  endsOn: string;
  budget: string;
  objectives: { kind: string; target: string }[];
  beside: { name: string; channel: string };
}

/** A brief as somebody types it. */
export interface BriefText {
  title: string;
  message: string;
  format: string;
  liveBy: string;
  dos: string[];
  donts: string[];
  hashtags: string[];
  link: string;
  codePrefix: string;
}

/** Campaigns: plan, brief, short list, board, and the steps of one collaboration. */
export class Campaigns {
  constructor(private readonly page: Page) {}

  async addsProduct(product: Product): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: 'Brands and products' }).click();
    await page.getByRole('textbox', { name: 'New brand' }).fill(product.brand);
    await press(page, 'Add brand');
    await expect(page.getByText(product.brand).first()).toBeVisible();
    await press(page, 'Add product');
    await page.getByLabel('Name', { exact: true }).fill(product.name);
    await choose(page, 'Brand', product.brand);
    await page.getByLabel('SKU').fill(product.sku);
    await page.getByLabel('Cost of one piece').fill(product.cost);
    await page.getByLabel('Margin rate').fill(product.marginPercent);
  }

  async plans(plan: Plan): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Campaigns', exact: true }).first().click();
    await page.getByRole('link', { name: 'New campaign' }).first().click();
    await page.getByLabel('Name', { exact: true }).first().fill(plan.name);
    await choose(page, 'Brand', plan.brand);
    await choose(page, 'Products', plan.product);
    await page.keyboard.press('Escape');
    await choose(page, 'Platforms', plan.platform);
    await page.keyboard.press('Escape');
    await page.getByLabel('Starts on').first().fill(plan.startsOn);
    await page.getByLabel('Ends on').first().fill(plan.endsOn);
    await page.getByLabel('Budget', { exact: true }).fill(plan.budget);
    for (const [index, { kind, target }] of plan.objectives.entries()) {
      await press(page, 'Add objective');
      await page.getByRole('combobox', { name: 'What for' }).nth(index).click();
      await page.locator('.ant-select-dropdown:visible').getByTitle(kind, { exact: true }).click();
      await page.getByLabel('Target').nth(index).fill(target);
    }
    await press(page, 'Add other marketing');
    await page.getByLabel('What', { exact: true }).fill(plan.beside.name);
    await page.getByLabel('Channel').fill(plan.beside.channel);
  }

  async writesBrief(text: BriefText): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Briefs' }).click();
    await page.getByRole('link', { name: 'New brief' }).first().click();
    await page.getByLabel('Title').fill(text.title);
    await page.getByLabel('Key message').fill(text.message);
    await page.getByLabel('Format').fill(text.format);
    await page.getByLabel('Live by').fill(text.liveBy);
    await page.getByLabel('Dos', { exact: true }).fill(text.dos.join('\n'));
    await page.getByLabel("Don'ts").fill(text.donts.join('\n'));
    for (const tag of text.hashtags) {
      await page.getByRole('combobox', { name: 'Hashtags' }).fill(tag);
      await page.keyboard.press('Enter');
    }
    await page.getByLabel('Link leads to').fill(text.link);
    await page.getByLabel('Promo codes begin with').fill(text.codePrefix);
    await page.getByLabel('We would like to reuse the content').check();
    await choose(page, 'Channels', 'Tmall');
    await page.keyboard.press('Escape');
    await choose(page, 'Territory', 'China');
    await page.keyboard.press('Escape');
    await page.getByLabel('Days from publishing').fill('180');
  }

  /** Takes a step that stands as a button or in the menu; what it asks for is filled in by the caller. */
  async takes(step: string, title: RegExp, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
    const dialog = await this.opens(step, title);
    await fill(dialog);
    await this.confirms(dialog, step);
  }

  async opens(step: string, title: RegExp): Promise<Locator> {
    const { page } = this;
    const button = page.getByRole('main').getByRole('button', { name: step, exact: true });
    const more = page.getByRole('button', { name: 'More actions', exact: true });
    await button.or(more).first().waitFor();
    if (await button.isVisible()) await button.click();
    else {
      await more.click();
      await page.getByRole('menuitem', { name: step }).click();
    }
    const dialog = dialogOf(page, title);
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async confirms(dialog: Locator, step: string): Promise<void> {
    await press(dialog, step);
    await expect(dialog).toBeHidden();
  }

  /** Opens the collaboration of a KOL from the board. */
  async opensCard(campaign: string, track: 'Gift' | 'Paid', kol: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Campaigns', exact: true }).first().click();
    await page.getByRole('link', { name: campaign }).first().click();
    await page.getByRole('link', { name: 'Board' }).click();
    await page.getByRole('button', { name: new RegExp(`^${track} track`) }).click();
    await page.getByRole('link', { name: kol }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: kol })).toBeVisible();
  }

  /** The state that stands beside the name. */
  state(words: string): Locator {
    return this.page.getByRole('main').locator('header').getByText(words, { exact: true }).first();
  }
}
