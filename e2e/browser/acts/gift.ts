import { expect } from '@playwright/test';
import { Campaigns } from '../pages/campaigns';
import { Discover } from '../pages/discover';
import { choose, press, seesEventually } from '../pages/forms';
import { Portal } from '../pages/portal';
import { asTyped } from '../support/clock';
import type { Stage } from './stage';

/** The KOL says who they are, accepts the gift with an address, gets it and hands in the post; the brand sends the parcel. */
export async function gift(stage: Stage): Promise<void> {
  const { mei, xiaolin, clock, kol, product, brief, giftAddress } = stage;
  const campaigns = new Campaigns(mei.page);
  const portal = new Portal(xiaolin.page);
  let code = '';

  await mei.step('makes a code for the KOL', async (page) => {
    await new Discover(page).searches(kol);
    await new Discover(page).row(kol).getByRole('link').click();
    await press(page, 'Invite to confirm');
    await press(page.getByRole('dialog'), 'Make a code');
    const shown = page.getByRole('dialog').getByRole('code');
    await expect(shown).not.toBeEmpty();
    code = await shown.innerText();
  });
  await xiaolin.step('confirms in the portal that the record is them', async (page) => {
    await portal.goesTo('我的资料');
    await page.getByLabel('邀请码').fill(code);
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await expect(page.getByRole('heading', { name: kol })).toBeVisible();
  });
  await xiaolin.step('reads the invitation', () => portal.opensBrief(brief));
  await xiaolin.step('gives the address', async (page) => {
    await portal.answers('接受');
    await page.getByLabel('收件人').fill('夏晓琳');
    await page.getByLabel('电话').fill('13800000000');
    await page.getByLabel('省份').fill('浙江');
    await page.getByLabel('城市').fill('杭州');
    await page.getByLabel('详细地址').fill('文三路 1 号');
  });
  await xiaolin.step('accepts', async (page) => {
    await portal.sends('接受');
    await expect(page.getByText('已接受').first()).toBeVisible();
  });

  await mei.step('sees that the KOL accepted', async (page) => {
    await page.goto(giftAddress);
    await expect(campaigns.state('Accepted')).toBeVisible();
  });
  await mei.step('chooses the gift', async () => {
    const dialog = await campaigns.opens('Prepare shipment', /^Choose the gift/);
    await choose(dialog, 'Product', product);
    await dialog.getByLabel('Shipping cost').fill('12');
  });
  await mei.step('prepares the parcel', async (page) => {
    await campaigns.confirms(page.getByRole('dialog'), 'Prepare shipment');
    await expect(campaigns.state('Awaiting shipment')).toBeVisible();
  });
  await mei.step('writes down carrier and tracking number', async () => {
    const dialog = await campaigns.opens('Record shipment', /^The gift for/);
    await dialog.getByLabel('Carrier').fill('SF Express');
    await dialog.getByLabel('Tracking number').fill(`SF${stage.run}`);
  });
  await mei.step('ships the gift', async (page) => {
    await campaigns.confirms(page.getByRole('dialog'), 'Record shipment');
    await expect(campaigns.state('Shipped')).toBeVisible();
  });

  await xiaolin.step('sees the parcel on its way', async (page) => {
    await portal.opensBrief(brief);
    await expect(page.getByText(`SF${stage.run}`)).toBeVisible();
  });
  await xiaolin.step('has got the gift', async (page) => {
    await portal.answers('已收到样品');
    await portal.sends('已收到样品');
    await expect(page.getByRole('button', { name: '提交发布链接', exact: true })).toBeVisible();
  });
  const published = asTyped(new Date((await clock.now()).getTime() - 60_000));
  await xiaolin.step('types the link of the post', async (page) => {
    await portal.answers('提交发布链接');
    await page.getByLabel('链接', { exact: true }).fill(`https://www.xiaohongshu.com/explore/${stage.run}`);
    await page.getByLabel('发布时间').fill(published);
  });
  await xiaolin.step('hands in the post', async (page) => {
    await portal.sends('提交发布链接');
    await expect(page.getByText('已发布').first()).toBeVisible();
    stage.promoCode = await page.locator('dl > div', { hasText: '优惠码' }).getByRole('code').innerText();
  });
  await mei.step('sees the post and its history', async (page) => {
    await seesEventually(page, () => campaigns.state('Published'));
    await expect(page.getByText(stage.promoCode).first()).toBeVisible();
  });
}
