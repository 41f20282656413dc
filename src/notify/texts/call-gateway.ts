// One text message handed to a gateway over HTTP. In: a number, a text, a key that is the same whenever the same message is
// handed over again, so that the gateway sends it once. Out: what became of it. What the gateway says in words is not kept,
// as it may repeat the number; of its answer the status stays, and its own id.

import { callOut, CallFailed } from '../outbound/call-out.ts';
import { isPublicAddress } from '../outbound/public-address.ts';
import { isIP } from 'node:net';
import { TocsinError } from '../../base/index.ts';
import { retryAfterMs } from '../webhooks/call-webhook.ts';

export interface TextMessage {
  /** E.164: `+33639980001`. */
  to: string;
  text: string;
  /** 32 hex digits. */
  key: string;
}

export interface GatewaySettings {
  url: string;
  /** Sent as a bearer. */
  token: string | null;
  timeoutMs?: number;
  now?: () => number;
}

/**
 * `refused`: for good, this message. `closed`: the gateway takes none from us. `lost`: nothing was handed over. `uncertain`:
 * it may have been.
 */
export interface GatewayOutcome {
  result: 'handed' | 'refused' | 'deferred' | 'lost' | 'uncertain' | 'closed';
  /** The status of the answer. */
  code: string | null;
  reply: string;
  /** Of a deferred one, where the gateway said it. */
  afterMs?: number;
}

const usualTimeoutMs = 30_000;
const maxAnswerBytes = 16 * 1024;

/** Throws USAGE: a number and what its owner lost do not travel in clear. */
export function checkGatewayUrl(url: string): void {
  const target = URL.parse(url);
  if (target === null || !['http:', 'https:'].includes(target.protocol))
    throw wrongAddress('the gateway is not an address of http or https');
  if (target.username !== '' || target.password !== '')
    throw new TocsinError('USAGE', 'the address of the gateway holds a password', {
      hint: 'put it into the environment as TOCSIN_GATEWAY_TOKEN, which no list of processes shows',
    });
  const host = target.hostname.replace(/^\[|\]$/gu, '');
  const isNear = host === 'localhost' || (isIP(host) !== 0 && !isPublicAddress(host));
  if (target.protocol === 'http:' && !isNear)
    throw wrongAddress('messages would travel to the gateway without being encrypted');
}

function wrongAddress(message: string): TocsinError {
  return new TocsinError('USAGE', message, {
    hint: 'give --gateway an address that begins with https://; http:// only on this machine or its network, by its number',
  });
}

export async function callGateway(
  message: TextMessage,
  {
    url,
    token,
    timeoutMs = usualTimeoutMs,
    now = Date.now,
    signal,
  }: GatewaySettings & { signal?: AbortSignal | undefined },
): Promise<GatewayOutcome> {
  try {
    const { status, header, text } = await callOut(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        Accept: 'application/json',
        'Idempotency-Key': message.key,
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ to: message.to, text: message.text, id: message.key }),
      timeoutMs,
      maxBytes: maxAnswerBytes,
      // whoever sends has named the gateway
      allowPrivateNetwork: true,
      signal,
    });
    const afterMs = retryAfterMs(header('retry-after'), now());
    const reply = `answered ${status}${gatewayId(text, message)}`;
    const outcome = { result: resultOf(status), code: String(status), reply };
    return outcome.result === 'deferred' && afterMs !== null ? { ...outcome, afterMs } : outcome;
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    const result = neverSent.has(error.message) || /CERT|TLS|SSL/u.test(error.message) ? 'lost' : 'uncertain';
    return { result, code: null, reply: error.message };
  }
}

/** Why there was no connection over which anything could have gone. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'the name has no address',
]);

/** What a gateway answers to every message while address, token or method are wrong (RFC 9110). */
const closedStatuses: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 407, 415]);
const againStatuses: ReadonlySet<number> = new Set([408, 409, 421, 423, 425, 429]);

function resultOf(status: number): GatewayOutcome['result'] {
  if (status >= 200 && status < 300) return 'handed';
  if (closedStatuses.has(status) || status < 400) return 'closed';
  return againStatuses.has(status) || status >= 500 ? 'deferred' : 'refused';
}

/** By which the gateway knows the message; nothing that could be its number. */
function gatewayId(text: string, { to }: TextMessage): string {
  let id: unknown;
  try {
    id = (JSON.parse(text) as { id?: unknown } | null)?.id;
  } catch {
    return '';
  }
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/u.test(id)) return '';
  return id.replaceAll(/\D/gu, '').includes(to.slice(-shownDigits)) ? '' : `, id ${id}`;
}

const shownDigits = 6;
