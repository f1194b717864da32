import { expect } from '@playwright/test';
import { Discover } from '../pages/discover';
import { sectionOf } from '../pages/forms';
import { realFile } from '../support/files';
import type { Stage } from './stage';

const NOTES = 'social/sansui66__xiaohongshu-analysis/';
const FIRST = '小红书演示数据使用12月航海.xlsx';
const LATER = 'processed_xiaohongshu_notes.xlsx';
const CHANNELS =
  'influencers/juancos__Multicanal-Engagement-Analysis-and-Markerting-Mix/social media influencers - youtube.csv';

/** The brand manager imports real files: corrects the mapping, keeps it, uses it again, and decides a conflict. */
export async function imports({ mei, run }: Stage): Promise<void> {
  const discover = new Discover(mei.page);
  const template = `小红书 notes ${run}`;

  await mei.step('chooses a file of Xiaohongshu notes', () =>
    discover.choosesFile(realFile(NOTES + FIRST), 'Xiaohongshu', '2024-11-20'),
  );
  await mei.step('corrects what the columns are', async () => {
    await discover.corrects('关键词', 'Topic');
    await discover.corrects('预估阅读量', 'Average views');
    await discover.corrects('点赞数', 'Average likes');
    await discover.corrects('收藏数', 'Average saves');
    await discover.corrects('评论数', 'Average comments');
    await discover.corrects('分享数', 'Average shares');
    await expect(discover.importedAs('小红书号')).toContainText('Handle');
    await expect(discover.importedAs('达人名称')).toContainText('Display name');
  });
  await mei.step('keeps the mapping as a template', () => discover.savesTemplate(template));
  await mei.step('imports the notes', () => discover.runs(FIRST));
  await expect.soft(discover.count('New accounts'), 'new accounts').toHaveText('33');

  await mei.step('chooses a later file with the template', async () => {
    await discover.choosesFile(realFile(NOTES + LATER), 'Xiaohongshu', '2024-12-20');
    await discover.usesTemplate(template);
  });
  await mei.step('imports the later snapshot', () => discover.runs(LATER));
  await expect.soft(discover.count('Updated'), 'accounts with a second snapshot').toHaveText('33');

  await mei.step('chooses a file of YouTube channels', async () => {
    await discover.choosesFile(realFile(CHANNELS), 'YouTube', '2022-03-01');
  });
  await mei.step('imports the channels, two of which share a handle', () =>
    discover.runs('social media influencers - youtube.csv'),
  );
  await mei.step('decides that PrestonPlayz is two channels', async (page) => {
    const conflict = sectionOf(page, 'PrestonPlayz');
    await conflict.getByRole('button', { name: 'Keep as 2 accounts' }).click();
    await expect(page.getByText('kept as separate accounts')).toBeVisible();
  });
}
