// Mails from the outbox to a mail server. In: jobs. Out: mails it took. What it refuses for now is sent later; what it
// refuses for good is kept as failed.

import { createTransport } from 'nodemailer';
import {
  done,
  hasSubscription,
  type JobHandler,
  type JobHandlers,
  type JobOutcome,
  mailKinds,
  type MailOrder,
} from '../../register/index.ts';
import type { Job, RegisterDatabase } from '../../store/register/index.ts';
import { composeMail, type ComposedMail, type MailSettings } from './compose-mail.ts';
import { parseSmtpUrl } from './smtp-url.ts';

export interface Mailer extends Disposable {
  /** Rejects with the error of nodemailer. */
  send: (mail: ComposedMail) => Promise<void>;
}

const connections = 5;
const connectMs = 10_000;
const silenceMs = 30_000;

/** Throws USAGE where the URL is none. Connects with the first mail. */
export function createMailer(smtpUrl: string): Mailer {
  const { auth, ...server } = parseSmtpUrl(smtpUrl);
  const transport = createTransport({
    pool: true,
    ...server,
    ...(auth === null ? {} : { auth }),
    maxConnections: connections,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, ...mail }) {
      // as an object: an address is never read as a list of several
      const recipient = { name: '', address: to };
      await transport.sendMail({ ...mail, to: recipient, encoding: 'utf-8' });
    },
    [Symbol.dispose]: () => transport.close(),
  };
}

interface Sending extends MailSettings {
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>;
  mailer: Mailer;
  now: () => number;
}

/** Of each lane less than the connections: a mail somebody waits for finds one free. */
const slots = { waitedFor: connections, notice: connections - 1 };

/** With pauses that double up to two hours: a day and a half. */
const maxAttempts = 24;

export function mailHandlers(sending: Sending): JobHandlers {
  const handler = (slots: number): JobHandler => ({
    slots,
    maxAttempts,
    run: (job) => sendOne(sending, job),
  });
  return {
    [mailKinds.waitedFor]: handler(slots.waitedFor),
    [mailKinds.notice]: handler(slots.notice),
  };
}

async function sendOne({ register, mailer, now, ...settings }: Sending, job: Job): Promise<JobOutcome> {
  const order = job.body as MailOrder;
  if (order.mail === 'notice' && !(await hasSubscription(register, order.unsubscribe))) return done;
  const mail = await composeMail(register, job, { ...settings, now: now() });
  try {
    await mailer.send(mail);
    return done;
  } catch (error) {
    return refusal(error as { responseCode?: number; code?: string });
  }
}

/** The text of a refusal may hold the address. */
function refusal({ responseCode, code }: { responseCode?: number; code?: string }): JobOutcome {
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  const what = responseCode === undefined ? (code ?? 'no answer') : `answered ${responseCode}`;
  return { state: isFinal ? 'failed' : 'again', reason: `the mail server: ${what}` };
}
