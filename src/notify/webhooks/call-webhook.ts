// A webhook called once: with a signed event, or with a range that was hit. In: the job. Out: how it ended. What the other
// side answers decides whether it is called again: any 2xx is done, 410 and other refusals are final, the rest is not.

import { done, findWebhook, type JobHandler, type JobOutcome, type Webhook } from '../../register/index.ts';
import type { Job, RegisterDatabase } from '../../store/register/index.ts';
import { type CallAnswer, callOut, CallFailed } from '../outbound/call-out.ts';
import { signatureHeaders } from './sign-call.ts';

export const webhookCall = 'webhook.call';

/** The body of the job. `payload`: what is sent, as JSON. */
export interface WebhookCall {
  webhook: number;
  id: string;
  payload: unknown;
}

interface Calling {
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>;
  allowPrivateNetwork: boolean;
  now: () => number;
}

const timeoutMs = 15_000;
const maxAnswerBytes = 4096;

/** With pauses that double up to two hours: about a day. */
const maxAttempts = 20;

export function webhookHandler(calling: Calling): JobHandler {
  return {
    slots: 8,
    maxAttempts,
    about: ({ kind, body }) => `${kind} ${(body as WebhookCall).webhook}`,
    run: (job, signal) => callWebhook(calling, job, signal),
  };
}

async function callWebhook(
  { register, allowPrivateNetwork, now }: Calling,
  job: Job,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const { webhook: number, id, payload } = job.body as WebhookCall;
  const webhook = await findWebhook(register, number);
  if (webhook === null) return done;
  const body = JSON.stringify(payload);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    ...headersOf(webhook, { id, body, now: now() }),
  };
  try {
    const answer = await callOut(webhook.url, {
      method: 'POST',
      headers,
      body,
      timeoutMs,
      maxBytes: maxAnswerBytes,
      allowPrivateNetwork,
      signal,
    });
    return outcomeOf(answer, now());
  } catch (error) {
    if (error instanceof CallFailed) return { state: 'again', reason: error.message };
    throw error;
  }
}

/** Source of the bearer form: how Mozilla Monitor is called by Have I Been Pwned. */
function headersOf(
  { isMonitor, secret }: Webhook,
  call: { id: string; body: string; now: number },
): Record<string, string> {
  return isMonitor ? { Authorization: `Bearer ${secret}` } : signatureHeaders({ secret, ...call });
}

function outcomeOf({ status, header }: CallAnswer, now: number): JobOutcome {
  const reason = `answered ${status}`;
  if (status >= 200 && status < 300) return done;
  const afterMs = retryAfterMs(header('retry-after'), now);
  const again: JobOutcome = { state: 'again', reason, ...(afterMs === null ? {} : { afterMs }) };
  if ([408, 425, 429].includes(status) || status >= 500) return again;
  // a wrong token or address may be put right meanwhile
  return status === 410 ? { state: 'failed', reason } : again;
}

const longestWaitMs = 2 * 3_600_000;

/** Seconds or a date (RFC 9110); null where it says nothing. */
export function retryAfterMs(text: string | null, now: number): number | null {
  if (text === null) return null;
  const waitMs = /^\d{1,9}$/u.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(waitMs) ? null : Math.min(longestWaitMs, Math.max(0, waitMs));
}
