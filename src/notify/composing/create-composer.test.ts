import { describe, expect, test } from 'vitest';
import { messages, order, sender, variants } from './composing.fixture.ts';
import { createMailWriter } from './compose-mails.ts';
import { createComposer } from './create-composer.ts';

const job = { variants, from: sender, dkim: null };

/** A boundary is new in each thread. */
function withoutBoundary(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/_NmP-[0-9a-f]+/gu, '');
}

describe('threads', () => {
  test('compose what one thread composes, in the order that was asked', async () => {
    const orders = Array.from({ length: 700 }, (_, i) =>
      order({ id: i, variant: 1 + (i % 2), name: i % 3 === 0 ? null : `Nom ${i}`, to: `p${i}@example.net` }),
    );
    await using composer = createComposer({ ...job, threads: 2 });
    const halves = [orders.slice(0, 300), orders.slice(300)];
    const composed = (await Promise.all(halves.map(composer.compose))).flat();
    expect(composed.map(({ id }) => id)).toEqual(orders.map(({ id }) => id));
    const expected = messages(await createMailWriter(job)(orders));
    expect(composed.map(({ bytes }) => withoutBoundary(bytes))).toEqual(expected.map(withoutBoundary));
  });

  test('a fault of a thread fails its batch and all after it, as one error', async () => {
    await using composer = createComposer({ ...job, threads: 1 });
    const first = composer.compose([order({ variant: 99 })]);
    const second = composer.compose([order()]);
    await expect(first).rejects.toMatchObject({ code: 'NOTICE_NOT_COMPOSED' });
    await expect(second).rejects.toMatchObject({ code: 'NOTICE_NOT_COMPOSED' });
    await expect(composer.compose([order()])).rejects.toMatchObject({ code: 'NOTICE_NOT_COMPOSED' });
  });

  test('what is closed with a batch open says so, and does not hang', async () => {
    const composer = createComposer({ ...job, threads: 1 });
    const failed = composer.compose([order()]).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    await composer[Symbol.asyncDispose]();
    expect(await failed).toBe('NOTICE_NOT_COMPOSED');
  });
});
