import { test } from '@playwright/test';
import { discovery } from '../acts/discovery';
import { gift } from '../acts/gift';
import { imports } from '../acts/imports';
import { measuring } from '../acts/measuring';
import { paid } from '../acts/paid';
import { payment } from '../acts/payment';
import { planning } from '../acts/planning';
import { roi } from '../acts/roi';
import { enters } from '../acts/stage';

/** One real collaboration from KOL to ROI, every step by people who click, each leaving a screenshot. Wants a suite that has not seen it. */
test('a gift becomes paid work and its return is read', async ({ browser }) => {
  test.setTimeout(1_200_000);
  const stage = await enters(browser);

  await imports(stage);
  await discovery(stage);
  await planning(stage);
  await gift(stage);
  await measuring(stage);
  await paid(stage);
  await payment(stage);
  await roi(stage);
});
