import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { claimJobs, countSubscribers, type RegisterDatabase } from '../../store/register/index.ts';
import { mailKinds, type MailOrder } from '../mail-orders/mail-order.ts';
import { createLink } from '../one-time-links/one-time-links.ts';
import { confirmSubscription, openSubscriber, requestSubscription, unsubscribe } from './subscriptions.ts';

const now = 1_000_000;

async function orderedMails(register: RegisterDatabase): Promise<MailOrder[]> {
  const claim = { kind: mailKinds.waitedFor, limit: 100, now: now + 1, leaseMs: 1000 };
  return (await claimJobs(register, claim)).map(({ body }) => body as MailOrder);
}

async function confirmed(register: RegisterDatabase, order: MailOrder | undefined) {
  if (order?.mail !== 'subscribe') throw new Error('no mail to confirm by');
  const token = await createLink(register, { ...order.link, now });
  return confirmSubscription(register, { token, now });
}

forBothEngines((open) => {
  test('nobody is a subscriber before the link of the mail was taken', async () => {
    await using opened = await open();
    const { register } = opened;
    await requestSubscription(register, { address: ' Anna@Example.ORG ', language: 'fr', now });
    expect(await countSubscribers(register)).toBe(0);
    const [order] = await orderedMails(register);
    expect(order).toMatchObject({ to: 'anna@example.org', language: 'fr' });
    expect((await confirmed(register, order)).state).toBe('open');
    expect(await countSubscribers(register)).toBe(1);
  });

  test('asking again orders the same mail, and confirming again changes nothing but the language', async () => {
    await using opened = await open();
    const { register } = opened;
    const ask = (language: 'fr' | 'en') =>
      requestSubscription(register, { address: 'anna@example.org', language, now });
    await ask('fr');
    const [first] = await orderedMails(register);
    await confirmed(register, first);
    const before = await register.rows.selectFrom('subscriber').selectAll().execute();
    await ask('en');
    const [second] = await orderedMails(register);
    expect({ ...second, language: 'fr', link: null }).toEqual({ ...first, link: null });
    await confirmed(register, second);
    const after = await register.rows.selectFrom('subscriber').selectAll().execute();
    expect(after).toEqual([{ ...before[0], language: 'en' }]);
  });

  test('a text that is no address orders nothing, and one that holds more than an address one mail to one', async () => {
    await using opened = await open();
    const { register } = opened;
    const ask = (address: string) => requestSubscription(register, { address, language: 'en', now });
    for (const address of ['', 'x', 'a@b', '@example.org']) await ask(address);
    expect(await orderedMails(register)).toEqual([]);
    await ask('a@example.org\nBcc: b@example.org');
    expect((await orderedMails(register)).map(({ to }) => to)).toEqual(['a@example.org']);
  });

  test('who unsubscribes is gone with all that was kept, as often as they ask', async () => {
    await using opened = await open();
    const { register } = opened;
    await requestSubscription(register, { address: 'anna@example.org', language: 'en', now });
    await confirmed(register, (await orderedMails(register))[0]);
    const row = await register.rows.selectFrom('subscriber').selectAll().executeTakeFirstOrThrow();
    await register.rows
      .insertInto('notice')
      .values({ subscriber: row.subscriber, breach_name: 'Alder', told_at: now })
      .execute();
    const { unsubscribe: token } = openSubscriber(register, row.sealed);
    expect(await unsubscribe(register, 'no token')).toBe(false);
    expect(await unsubscribe(register, token)).toBe(true);
    expect(await unsubscribe(register, token)).toBe(false);
    expect(await countSubscribers(register)).toBe(0);
    expect(await register.rows.selectFrom('notice').selectAll().execute()).toEqual([]);
  });

  test('of a subscriber a dump shows neither address nor token', async () => {
    await using opened = await open();
    const { register } = opened;
    await requestSubscription(register, { address: 'anna@example.org', language: 'en', now });
    await confirmed(register, (await orderedMails(register))[0]);
    const row = await register.rows.selectFrom('subscriber').selectAll().executeTakeFirstOrThrow();
    const { unsubscribe: token } = openSubscriber(register, row.sealed);
    const dump = Object.values(row).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : value,
    );
    expect(dump.join('|')).not.toMatch(new RegExp(`anna|example|${token}`, 'u'));
  });
});
