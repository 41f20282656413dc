// Adds, lists and removes webhooks. In: flags. Out: a new secret on stdout, which is shown nowhere again; each change is in
// the custody log, without the URL, in which a token may stand.

import { createHash } from 'node:crypto';
import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting } from '../../pipeline/index.ts';
import { addWebhook, listWebhooks, removeWebhook, type Webhook, webhookCalls } from '../../register/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';
import { accountOfKey } from './account-of-key.ts';

export interface WebhookFlags extends RegisterFlags {
  json?: boolean;
}

export interface AddFlags extends WebhookFlags {
  event?: string[];
  monitor?: boolean;
  token?: string;
  key?: string;
}

export async function add(url: string, flags: AddFlags): Promise<void> {
  const token = monitorToken(flags);
  const home = openHome();
  const { who } = acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const account = flags.key === undefined ? null : await accountOfKey(register, flags.key);
  const made = await addWebhook(register, {
    url,
    events: flags.event ?? [],
    monitorToken: token,
    account,
    now: Date.now(),
  });
  const { number, events } = made;
  const details = { number, events, monitor: made.isMonitor };
  appendCustody(home, { who, case: null, what: 'webhook.add', result: 'done', details });
  if (flags.json)
    return void process.stdout.write(
      jsonText({ ...shown(made), ...(made.isMonitor ? {} : { secret: made.secret }) }),
    );
  if (!made.isMonitor) process.stdout.write(`${made.secret}\n`);
  process.stderr.write(
    made.isMonitor
      ? `webhook ${number} is called for subscribed ranges\n`
      : `this is the secret of webhook ${number}; it is shown only now\nhint: signatures are those of Standard Webhooks, in the header webhook-signature\n`,
  );
}

function monitorToken({ monitor = false, token, event = [] }: AddFlags): string | null {
  if (!monitor) {
    if (token !== undefined) throw new TocsinError('USAGE', '--token belongs to --monitor');
    return null;
  }
  if (event.length > 0)
    throw new TocsinError('USAGE', '--monitor is called for ranges, and takes no --event');
  const given = token ?? process.env['TOCSIN_WEBHOOK_TOKEN'] ?? '';
  if (given === '') throw new TocsinError('USAGE', '--monitor needs a --token that the other side checks');
  return given;
}

export async function list(flags: WebhookFlags): Promise<void> {
  const home = openHome();
  acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const webhooks = await listWebhooks(register);
  const calls = await webhookCalls(register);
  if (flags.json)
    return void process.stdout.write(
      jsonText({ webhooks: webhooks.map((one) => ({ ...shown(one), ...calls(one.number) })) }),
    );
  for (const one of webhooks) {
    const { waiting, failed } = calls(one.number);
    const what = one.isMonitor ? 'ranges' : one.events.join(', ');
    const whose = one.account === null ? '' : `, account ${one.account}`;
    process.stdout.write(
      `${one.number}  ${what}${whose}  ${waiting} waiting, ${failed} failed\n   ${visibleText(placeOf(one.url))}\n`,
    );
  }
  if (webhooks.length === 0) process.stderr.write('no webhook yet: no program is called\n');
}

export async function remove(text: string, flags: WebhookFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'keys');
  const number = /^\d{1,15}$/u.test(text) ? Number(text) : 0;
  await using register = await openRegisterFor(flags, { home });
  if (!(await removeWebhook(register, number)))
    throw new TocsinError('WEBHOOK_UNKNOWN', 'the register has no webhook of this number');
  appendCustody(home, { who, case: null, what: 'webhook.remove', result: 'done', details: { number } });
  if (flags.json) return void process.stdout.write(jsonText({ number, removed: true }));
  process.stderr.write(`webhook ${number} is called no more\n`);
}

function shown({ number, url, events, isMonitor, account, madeAt }: Webhook) {
  return {
    number,
    host: hostOf(url),
    pathHash: pathHash(url),
    events,
    monitor: isMonitor,
    account,
    madeAt: new Date(madeAt).toISOString(),
  };
}

function hostOf(url: string): string {
  return new URL(url).origin;
}

/** Of two on one host it can be told which is which. */
function placeOf(url: string): string {
  const hash = pathHash(url);
  return hash === null ? hostOf(url) : `${hostOf(url)}/…  path ${hash}`;
}

/** A path may be a secret of its own: of it the beginning of its SHA-256 is shown. Null where there is none. */
function pathHash(url: string): string | null {
  const { pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  return path === '/' ? null : createHash('sha256').update(path).digest('hex').slice(0, hashDigits);
}

/** Enough to tell a few paths apart. */
const hashDigits = 8;
