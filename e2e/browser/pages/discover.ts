import { expect, type Locator, type Page } from '@playwright/test';
import { choose, press } from './forms';

/** Discover: bring KOLs in, find them, read about one. */
export class Discover {
  constructor(private readonly page: Page) {}

  /** The first step of the import: which file, whose platform, as of which day. */
  async choosesFile(path: string, platform: string, day: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Discover', exact: true }).first().click();
    await this.page.getByRole('link', { name: 'Import a file' }).first().click();
    await this.page.getByLabel('Drop a file here, or choose one').setInputFiles(path);
    await choose(this.page, 'Platform', platform);
    await this.page.getByLabel('Snapshot date').fill(day);
    await press(this.page, 'Look at the columns');
    await expect(this.page.getByRole('table')).toBeVisible();
  }

  /** Says what a column of the file is. */
  async corrects(header: string, field: string): Promise<void> {
    await choose(this.page, `What “${header}” is imported as`, field);
  }

  importedAs(header: string): Locator {
    return this.page.getByRole('row', { name: header }).getByRole('cell').last();
  }

  async savesTemplate(name: string): Promise<void> {
    await press(this.page, 'Save as template');
    await this.page.getByRole('textbox', { name: 'Name of the template' }).fill(name);
    await press(this.page, 'Save template');
    await expect(this.page.getByRole('button', { name: 'Save as template' })).toBeVisible();
  }

  async usesTemplate(name: string): Promise<void> {
    await choose(this.page, 'Use a template', name);
  }

  /** Lets the import run and waits for its end. */
  async runs(fileName: string): Promise<void> {
    await press(this.page, `Import ${fileName}`);
    await expect(this.page.getByRole('status').getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  /** How many lines ended so: new accounts, updated, in conflict. */
  count(label: string): Locator {
    return this.page.locator('dl > div', { hasText: label }).getByRole('definition');
  }

  async searches(words: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Discover', exact: true }).first().click();
    await this.page.getByRole('searchbox', { name: 'Name, handle, topic' }).fill(words);
  }

  /** Narrows by a facet; the entry's count stands beside its name. */
  async narrows(facet: string, value: string | RegExp): Promise<void> {
    await press(this.page, 'Filter');
    const box = this.page.getByRole('combobox', { name: facet, exact: true });
    await box.click();
    await this.page.locator('.ant-select-dropdown:visible').getByText(value).first().click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('button', { name: new RegExp(`Remove filter ${facet}`) })).toBeVisible();
  }

  row(name: string): Locator {
    return this.page.getByRole('row', { name });
  }
}
