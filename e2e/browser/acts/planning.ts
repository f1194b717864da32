import { expect } from '@playwright/test';
import { Campaigns } from '../pages/campaigns';
import { Discover } from '../pages/discover';
import { choose, dialogOf, press } from '../pages/forms';
import type { Stage } from './stage';

/** The brand manager plans the campaign, writes the brief, short-lists the KOL from the search and invites them. */
export async function planning(stage: Stage): Promise<void> {
  const { mei, clock, kol, brand, product, campaign, brief } = stage;
  const campaigns = new Campaigns(mei.page);

  await mei.step('enters brand and product with cost and margin', () =>
    campaigns.addsProduct({ brand, name: product, sku: `PEN-${stage.run}`, cost: '38', marginPercent: '62' }),
  );
  await mei.step('keeps the product', async (page) => {
    await press(page, 'Save product');
    await expect(page.getByRole('row', { name: product })).toBeVisible();
  });

  const startsOn = await clock.day(-1);
  const endsOn = await clock.day(90);
  await mei.step('plans a campaign with objectives and budget', () =>
    campaigns.plans({
      name: campaign,
      brand,
      product,
      platform: 'Xiaohongshu',
      startsOn,
      endsOn,
      budget: '50000',
      objectives: [
        { kind: 'Sales', target: '2.5' },
        { kind: 'Engagement', target: '1.20' },
      ],
      beside: { name: 'Autumn feed ads', channel: 'Xiaohongshu feed' },
    }),
  );
  await mei.step('creates the campaign', async (page) => {
    await press(page, 'Create campaign');
    await expect(page.getByRole('heading', { level: 1, name: campaign })).toBeVisible();
  });

  const liveBy = `${await clock.day(60)}T20:00`;
  await mei.step('writes the brief', () =>
    campaigns.writesBrief({
      title: brief,
      message: 'The first pencil a child writes a name with. 孩子的第一支铅笔，写下自己的名字。',
      format: 'Note with images',
      liveBy,
      dos: ['Show the grip from the side', 'Let the child write'],
      donts: ['No promises about marks'],
      hashtags: ['#开学第一支笔', '#墨池'],
      link: 'https://shop.example/pencils',
      codePrefix: 'INK',
    }),
  );
  await mei.step('saves the brief', async (page) => {
    await press(page, 'Save brief');
    await expect(page.getByRole('heading', { name: brief })).toBeVisible();
  });
  await mei.step('is told what launching means', async (page) => {
    await press(page, 'Launch campaign');
    await expect(dialogOf(page, `Launch ${campaign}`)).toContainText('CNY 50,000.00');
  });
  await mei.step('launches', async (page) => {
    await press(dialogOf(page, `Launch ${campaign}`), 'Launch campaign');
    await expect(page.getByRole('main').getByText('Running', { exact: true })).toBeVisible();
  });

  await mei.step('finds the KOL for the campaign', async (page) => {
    await page.getByRole('link', { name: /^Short list/ }).click();
    await page.getByRole('link', { name: 'Find KOLs' }).first().click();
    await page.getByRole('searchbox', { name: 'Name, handle, topic' }).fill(kol);
    await new Discover(page).row(kol).getByRole('checkbox').check();
    await press(page, 'Short-list 1 account');
    await expect(page.getByRole('dialog')).toContainText(campaign);
  });
  await mei.step('puts the KOL on the short list', async (page) => {
    await press(page.getByRole('dialog'), 'Short-list 1 account');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  await mei.step('sees the short list', async (page) => {
    await page.getByRole('link', { name: 'Campaigns', exact: true }).first().click();
    await page.getByRole('link', { name: campaign }).first().click();
    await page.getByRole('link', { name: /^Short list/ }).click();
    await expect(page.getByRole('row', { name: kol })).toBeVisible();
  });
  await mei.step('qualifies the KOL', async (page) => {
    await page.getByRole('row', { name: kol }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: kol })).toBeVisible();
    const dialog = await campaigns.opens('Qualify', /^Qualify/);
    await dialog.getByLabel('Reason').fill('Audit read; the audience are parents of first-graders');
    await campaigns.confirms(dialog, 'Qualify');
    await expect(campaigns.state('Qualified')).toBeVisible();
  });
  await mei.step('chooses the brief of the invitation', async () => {
    const dialog = await campaigns.opens('Send invitation', /^Invite/);
    await choose(dialog, 'Brief', brief);
  });
  await mei.step('invites the KOL', async (page) => {
    await campaigns.confirms(dialogOf(page, /^Invite/), 'Send invitation');
    await expect(campaigns.state('Invited')).toBeVisible();
    stage.giftAddress = new URL(page.url()).pathname;
  });
}
