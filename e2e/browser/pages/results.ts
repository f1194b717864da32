import { expect, type Locator, type Page } from '@playwright/test';
import { choose, press } from './forms';

/** Results: bring metrics and orders in, read what came back. */
export class Results {
  constructor(private readonly page: Page) {}

  async opens(part?: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Results', exact: true }).first().click();
    if (part) {
      await this.page.getByRole('navigation', { name: 'Results' }).getByRole('link', { name: part }).click();
    }
  }

  async choosesFile(kind: 'Post metrics' | 'Orders', path: string): Promise<void> {
    await this.opens('Bring data in');
    await press(this.page, kind);
    await this.page.getByLabel('Drop a file here, or choose one').setInputFiles(path);
    await expect(this.page.getByRole('region', { name: 'Which column is what' })).toBeVisible();
  }

  async says(field: string, column: string): Promise<void> {
    await choose(this.page, `Column for ${field}`, column);
  }

  column(field: string): Locator {
    return this.page
      .getByRole('row', { name: new RegExp(`^${field}`) })
      .getByRole('cell')
      .nth(1);
  }

  async runs(fileName: string): Promise<void> {
    await press(this.page, `Import ${fileName}`);
    await expect(this.page.getByRole('status').getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  count(label: string): Locator {
    return this.page.locator('dl > div', { hasText: label }).getByRole('definition');
  }
}
