import { expect } from '@playwright/test';
import { Campaigns } from '../pages/campaigns';
import { choose, dialogOf, press, seesEventually } from '../pages/forms';
import { Portal } from '../pages/portal';
import { asTyped } from '../support/clock';
import type { Stage } from './stage';

/** The manager decides to pay; the KOL counters; the draft goes back and forth; the post is verified and the work completed. */
export async function paid(stage: Stage): Promise<void> {
  const { mei, xiaolin, clock, campaign, brief, run } = stage;
  const campaigns = new Campaigns(mei.page);
  const portal = new Portal(xiaolin.page);

  await mei.step('decides to offer a paid brief', async () => {
    const dialog = await campaigns.opens('Escalate to paid', /^Offer/);
    await choose(dialog, 'Brief', brief);
    await dialog.getByLabel('Fee').fill('8000');
    await dialog.getByLabel('Reason').fill('3,900 saves in a week');
  });
  await mei.step('sends the offer', async (page) => {
    await campaigns.confirms(page.getByRole('dialog'), 'Escalate to paid');
    await expect(campaigns.state('Offered')).toBeVisible();
    stage.paidAddress = new URL(page.url()).pathname;
  });
  await xiaolin.step('reads the offer', async (page) => {
    await portal.goesTo('首页');
    await seesEventually(page, () => page.getByRole('link', { name: brief }).filter({ hasText: '8,000' }));
    await page.getByRole('link', { name: brief }).filter({ hasText: '8,000' }).click();
    await expect(page.getByRole('button', { name: '还价', exact: true })).toBeVisible();
  });
  await xiaolin.step('asks for more', async (page) => {
    await portal.answers('还价');
    await page.getByLabel('费用').fill('9000');
    await page.getByLabel('留言').fill('含两轮修改');
  });
  await xiaolin.step('sends the counter-offer', () => portal.sends('还价'));
  await mei.step('sees the counter-offer', async (page) => {
    await seesEventually(page, () => campaigns.state('Countered'));
    await expect(page.getByRole('main')).toContainText('9,000.00');
  });
  await mei.step('agrees', async () => {
    const dialog = await campaigns.opens('Accept counter-offer', /^Agree with/);
    await campaigns.confirms(dialog, 'Accept counter-offer');
    await expect(campaigns.state('Agreed')).toBeVisible();
  });
  await mei.step('sees what is reserved from the budget', async (page) => {
    await page
      .getByRole('navigation', { name: 'Where this page belongs' })
      .getByRole('link', { name: campaign })
      .click();
    await expect(page.getByRole('main')).toContainText('CNY 9K');
  });

  await xiaolin.step('writes the draft', async (page) => {
    await page.reload();
    await portal.answers('提交初稿');
    await page.getByLabel('正文').fill('开学第一天，孩子用墨池铅笔写下了自己的名字。#开学第一支笔 #墨池 广告');
  });
  await xiaolin.step('hands in the draft', () => portal.sends('提交初稿'));
  await mei.step('sends the draft back', async (page) => {
    await page.goto(stage.paidAddress);
    await expect(campaigns.state('Draft')).toBeVisible();
    const dialog = await campaigns.opens('Ask for revision', /^Send it back/);
    await dialog.getByLabel('Comment').fill('Please show the grip from the side.');
    await campaigns.confirms(dialog, 'Ask for revision');
    await expect(campaigns.state('To be revised')).toBeVisible();
  });
  await xiaolin.step('reads the comment and hands in again', async (page) => {
    await page.reload();
    await expect(page.getByText('Please show the grip from the side.').first()).toBeVisible();
    await portal.answers('提交初稿');
    await page.getByLabel('链接', { exact: true }).fill('https://draft.example/second');
    await portal.sends('提交初稿');
  });
  await mei.step('approves the draft', async (page) => {
    await page.reload();
    const dialog = await campaigns.opens('Approve draft', /^Approve the draft/);
    await campaigns.confirms(dialog, 'Approve draft');
    await expect(campaigns.state('Approved')).toBeVisible();
  });
  const published = asTyped(new Date((await clock.now()).getTime() - 60_000));
  await xiaolin.step('publishes and hands in the link', async (page) => {
    await page.reload();
    await portal.answers('提交发布链接');
    await page.getByLabel('链接', { exact: true }).fill(`https://www.xiaohongshu.com/explore/${run}PAID`);
    await page.getByLabel('发布时间').fill(published);
    await portal.sends('提交发布链接');
    await expect(page.getByText('已发布').first()).toBeVisible();
  });
  await mei.step('looks at the post', async (page) => {
    await seesEventually(page, () => campaigns.state('Published'));
    const dialog = await campaigns.opens('Verify post', /^Look at the post/);
    await dialog.getByLabel('The link opens and shows the content').check();
    await dialog.getByLabel('Every agreed hashtag is there').check();
    await dialog.getByLabel(/the agreed disclosure is there/).check();
    await dialog.getByLabel(/placed through the platform/).check();
  });
  await mei.step('verifies the post', async (page) => {
    await campaigns.confirms(dialogOf(page, /^Look at the post/), 'Verify post');
    await expect(campaigns.state('Verified')).toBeVisible();
  });
  await clock.advance(7.1);
  await mei.step('completes the work after a week', async (page) => {
    await seesEventually(page, () => page.getByRole('main').getByRole('button', { name: 'Complete', exact: true }));
    const dialog = await campaigns.opens('Complete', /^Complete the work/);
    await campaigns.confirms(dialog, 'Complete');
    await expect(campaigns.state('Completed')).toBeVisible();
  });
  await mei.step('sees the board of the paid track', async (page) => {
    await page
      .getByRole('navigation', { name: 'Where this page belongs' })
      .getByRole('link', { name: campaign })
      .click();
    await page.getByRole('link', { name: /^Board/ }).click();
    await press(page, /^Paid track/);
    await expect(page.getByRole('region', { name: /^Completed/ })).toContainText(stage.kol);
  });
}
