// Programs that are called when something happens: by events that are signed in the manner of Standard Webhooks, or, as
// Mozilla Monitor wants it, once for each range it subscribed to. In: a URL and what for. Out: webhooks, their secrets
// shown once.

import { randomBytes } from 'node:crypto';
import { TocsinError } from '../../base/index.ts';
import {
  allWebhooks,
  countCalls,
  deleteWebhook,
  insertWebhook,
  openJson,
  type RegisterDatabase,
  sealJson,
  webhookByNumber,
  type WebhookRow,
  webhookSubject,
} from '../../store/register/index.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

export const webhookEvents = ['breach.published', 'breach.withdrawn', 'domain.report'] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

export interface Webhook {
  number: number;
  url: string;
  /** None for one that is called for ranges. */
  events: WebhookEvent[];
  isMonitor: boolean;
  /** Of API keys: told only of its domains and ranges; null: of all. */
  account: number | null;
  madeAt: number;
  /** `whsec_…`, or the bearer token of one that is called for ranges. */
  secret: string;
}

export interface NewWebhook {
  url: string;
  /** None: all. */
  events: readonly string[];
  /** The bearer token of one that is called for ranges; null for one of events. */
  monitorToken: string | null;
  account: number | null;
  now: number;
}

/** Throws USAGE. */
export async function addWebhook(register: Register, made: NewWebhook): Promise<Webhook> {
  const url = parseUrl(made.url);
  const isMonitor = made.monitorToken !== null;
  const events = isMonitor ? [] : made.events.length === 0 ? [...webhookEvents] : made.events.map(parseEvent);
  const secret = made.monitorToken ?? `whsec_${randomBytes(secretBytes).toString('base64')}`;
  if (!/^[\x21-\x7e]{1,1000}$/u.test(secret))
    throw new TocsinError('USAGE', 'a token is of 1 to 1000 visible ASCII characters, without blanks');
  const row = {
    sealed: sealJson(register.secrets, 'webhook', { url, secret }),
    events: events.join(' '),
    is_monitor: isMonitor ? 1 : 0,
    account: made.account,
    made_at: made.now,
  };
  const number = await insertWebhook(row, register.rows);
  return { number, url, events, isMonitor, account: made.account, madeAt: made.now, secret };
}

const secretBytes = 32;

function parseUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new TocsinError('USAGE', 'a webhook has a URL that begins with https:// or http://');
  return url.href;
}

function parseEvent(text: string): WebhookEvent {
  const event = webhookEvents.find((one) => one === text);
  if (event === undefined)
    throw new TocsinError('USAGE', `there is no such event: ${text}`, {
      hint: `one of ${webhookEvents.join(', ')}`,
    });
  return event;
}

export async function listWebhooks(register: Register): Promise<Webhook[]> {
  return (await allWebhooks(register)).map((row) => webhookOf(register, row));
}

/** Null where it was removed. */
export async function findWebhook(register: Register, number: number): Promise<Webhook | null> {
  const row = await webhookByNumber(register, number);
  return row && webhookOf(register, row);
}

/** With the calls that wait for it. Whether there was one. */
export async function removeWebhook(register: Register, number: number): Promise<boolean> {
  return deleteWebhook(register, number);
}

/** Calls that wait and that failed for good, by number. */
export async function webhookCalls(
  register: Register,
): Promise<(number: number) => { waiting: number; failed: number }> {
  const calls = await countCalls(register);
  return (number) => calls.get(webhookSubject(number)) ?? { waiting: 0, failed: 0 };
}

function webhookOf({ secrets }: Register, row: WebhookRow): Webhook {
  const { url, secret } = openJson<{ url: string; secret: string }>(secrets, 'webhook', row.sealed);
  return {
    number: row.webhook,
    url,
    events: row.events === '' ? [] : (row.events.split(' ') as WebhookEvent[]),
    isMonitor: row.is_monitor === 1,
    account: row.account,
    madeAt: row.made_at,
    secret,
  };
}
