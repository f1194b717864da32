import type { Browser } from '@playwright/test';
import { Clock } from '../support/clock';
import { Person } from '../support/person';

/** Everybody who takes part, each at their own browser, and what the acts know of one another. */
export interface Stage {
  /** Makes names of this run its own. */
  run: string;
  mei: Person;
  fang: Person;
  wei: Person;
  elena: Person;
  /** The KOL: at a phone, in Chinese. */
  xiaolin: Person;
  clock: Clock;
  /** The KOL's name, as the imported file has it. */
  kol: string;
  brand: string;
  product: string;
  campaign: string;
  brief: string;
  /** Given to the KOL with the invitation. */
  promoCode: string;
  /** Where the gift, and the paid work that grows out of it, are looked at. */
  giftAddress: string;
  paidAddress: string;
}

export async function enters(browser: Browser): Promise<Stage> {
  const run = Date.now().toString(36).toUpperCase();
  const ada = await Person.signsIn(browser, 'ada');
  return {
    run,
    mei: await Person.signsIn(browser, 'mei'),
    fang: await Person.signsIn(browser, 'fang'),
    wei: await Person.signsIn(browser, 'wei'),
    elena: await Person.signsIn(browser, 'elena'),
    xiaolin: await Person.signsIn(browser, 'xiaolin', 'zh-CN', true),
    clock: new Clock(ada),
    kol: process.env.KOL_JOURNEY_KOL ?? '夏老师提分资料',
    brand: `墨池文具 ${run}`,
    product: `Grade-one pencil set ${run}`,
    campaign: `Back to school ${run}`,
    brief: 'First day, first pencil',
    promoCode: '',
    giftAddress: '',
    paidAddress: '',
  };
}
