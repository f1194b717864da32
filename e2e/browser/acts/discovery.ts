import { expect } from '@playwright/test';
import { Discover } from '../pages/discover';
import { press } from '../pages/forms';
import type { Stage } from './stage';

/** The brand manager finds a KOL in two languages, and reads the audit. */
export async function discovery({ mei, kol }: Stage): Promise<void> {
  const discover = new Discover(mei.page);

  await mei.step('searches in English', async () => {
    await discover.searches('video games');
    await expect(discover.row('PewDiePie').or(discover.row('MrBeast')).first()).toBeVisible();
  });
  await mei.step('narrows by country', async () => discover.narrows('Country', /^United States/));
  await mei.step('searches in Chinese', async () => {
    await discover.searches('小学');
    await expect(discover.row(kol)).toBeVisible();
  });
  await mei.step('narrows by platform', async () => discover.narrows('Platform', /^Xiaohongshu/));
  await mei.step('opens the KOL', async (page) => {
    await discover.row(kol).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: kol })).toBeVisible();
  });
  await mei.step('runs the audit and reads it', async (page) => {
    await press(page, 'Audit account');
    await page
      .getByRole('navigation', { name: "Parts of this KOL's record" })
      .getByRole('link', { name: 'Audit' })
      .click();
    await expect(page.getByRole('region', { name: 'Signals' }).getByRole('row')).toHaveCount(10);
  });
}
