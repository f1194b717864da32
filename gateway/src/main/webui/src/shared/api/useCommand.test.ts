import { describe, expect, it } from 'vitest';
import { OneIntention } from './useCommand';

describe('one intention', () => {
  it('b1_double_click_joins_the_call_in_flight', async () => {
    const keys: string[] = [];
    let answer: (value: string) => void = () => {};
    const pay = new OneIntention<number, string>((_, key) => {
      keys.push(key);
      return new Promise((resolve) => {
        answer = resolve;
      });
    });

    const first = pay.send(1);
    const second = pay.send(1);
    answer('paid');

    expect(await first).toBe('paid');
    expect(await second).toBe('paid');
    expect(keys).toHaveLength(1);
  });

  it('b1_retry_after_a_lost_answer_sends_the_same_key', async () => {
    const keys: string[] = [];
    const pay = new OneIntention<number, string>(async (_, key) => {
      keys.push(key);
      if (keys.length === 1) throw new Error('the line was cut');
      return 'paid';
    });

    await expect(pay.send(1)).rejects.toThrow('the line was cut');
    await pay.send(1);

    expect(new Set(keys).size).toBe(1);
  });

  it('takes a new key for the next intention', async () => {
    const keys: string[] = [];
    const pay = new OneIntention<number, void>(async (_, key) => {
      keys.push(key);
    });

    await pay.send(1);
    await pay.send(2);

    expect(new Set(keys).size).toBe(2);
  });
});
