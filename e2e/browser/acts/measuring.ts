import { expect } from '@playwright/test';
import { Campaigns } from '../pages/campaigns';
import { choose, press, seesEventually } from '../pages/forms';
import { Results } from '../pages/results';
import { asSold } from '../support/clock';
import { written } from '../support/files';
import type { Stage } from './stage';

/** What the post did: metrics and orders by file, while an executive watches; a week later the rule proposes. */
export async function measuring(stage: Stage): Promise<void> {
  const { mei, elena, clock, run, campaign, promoCode, giftAddress } = stage;
  const results = new Results(mei.page);

  await elena.step('opens the results before anything came back', async (page) => {
    await new Results(page).opens();
    await seesEventually(page, () => page.getByRole('row', { name: campaign }));
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
  });

  await mei.step('says when a gift shall become paid work', async (page) => {
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: 'Escalation rules' }).click();
    await press(page, 'Add rule');
    await page.getByLabel('Name', { exact: true }).fill(`Saves and orders ${run}`);
    await page.getByLabel('At least').fill('2');
    await press(page, 'Add condition');
    await page.getByLabel('At least').nth(1).fill('1000');
    await page.getByLabel('How many must hold').fill('2');
  });
  await mei.step('keeps the rule', async (page) => {
    await press(page, 'Save rule');
    await expect(page.getByRole('heading', { name: `Saves and orders ${run}` })).toBeVisible();
  });

  // An order of the future is refused, so none has a fixed hour: the journey runs at any.
  const begin = (await clock.now()).getTime();
  const minutesAgo = (minutes: number) => asSold(new Date(begin - minutes * 60_000));
  const orders = written(
    `orders-${run}.csv`,
    [
      '订单编号,实付金额,退款金额,优惠码,付款时间,订单状态',
      `A${run},399.00,0,${promoCode},${minutesAgo(80)},交易成功`,
      `B${run},399.00,399.00,${promoCode},${minutesAgo(72)},退款成功`,
      `C${run},798.00,0,${promoCode},${minutesAgo(27)},交易成功`,
      `D${run},120.00,0,,${minutesAgo(2)},交易成功`,
      '',
    ].join('\n'),
  );
  await mei.step('chooses the shop’s order report', () => results.choosesFile('Orders', orders));
  await mei.step('keeps its columns as a template', async (page) => {
    await page.getByLabel('Shop', { exact: true }).fill('Tmall');
    await expect(results.column('Promo codes')).toContainText('优惠码');
    await page.getByRole('button', { name: 'Save as template' }).click();
    await page.getByRole('textbox', { name: 'Name of the template' }).fill(`Tmall report ${run}`);
    await page.getByRole('button', { name: 'Save template' }).click();
    await expect(page.getByRole('button', { name: 'Save as template' })).toBeVisible();
  });
  await mei.step('imports the orders', () => results.runs(`orders-${run}.csv`));
  await expect(results.count('added')).toHaveText('4');
  await elena.step('sees the figures change while the page is open', async (page) => {
    await expect(page.getByRole('row', { name: campaign })).toContainText('1,197.00', { timeout: 30_000 });
  });
  await mei.step('looks at the order that no code explains', async (page) => {
    await results.opens('Orders');
    await page.getByRole('searchbox').fill(`D${run}`);
    await expect(page.getByRole('row', { name: `A${run}` })).toHaveCount(0);
    await expect(page.getByRole('row', { name: `D${run}` })).toContainText('No promo code');
  });

  const now = (await clock.now()).toISOString().slice(0, 19).replace('T', ' ');
  const metrics = written(
    `notes-${run}.csv`,
    `笔记链接,统计时间,曝光量,点赞,评论,分享,收藏\nhttps://www.xiaohongshu.com/explore/${run},${now},182000,9100,640,410,3900\n`,
  );
  await mei.step('chooses a file of post metrics', async (page) => {
    await results.choosesFile('Post metrics', metrics);
    await choose(page, /^Times without a zone are in/, 'UTC');
  });
  await mei.step('imports the metrics', () => results.runs(`notes-${run}.csv`));
  await expect(results.count('added')).toHaveText('1');

  await clock.advance(7.1);
  await mei.step('reads the proposal with its evidence a week later', async (page) => {
    await page.goto(giftAddress);
    await seesEventually(page, () => new Campaigns(page).state('Measured'));
    await seesEventually(page, () => page.getByRole('heading', { name: 'What the rule proposes' }));
    await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('Saves');
  });
}
