// Mails from the outbox to a mail server. In: jobs. Out: mails it took. What it refuses for now is sent later; what it
// refuses for good is kept as failed.

import { createTransport } from 'nodemailer';
import {
  type BreachModel,
  done,
  hasSubscription,
  type JobHandler,
  type JobHandlers,
  type JobOutcome,
  mailKinds,
  type MailOrder,
} from '../../register/index.ts';
import { type Job, publishedModel, type RegisterDatabase } from '../../store/register/index.ts';
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
  const order = await stillTrue(register, job.body as MailOrder);
  if (order === null) return done;
  const mail = await composeMail(register, { ...job, body: order }, { ...settings, now: now() });
  try {
    await mailer.send(mail);
    return done;
  } catch (error) {
    return refusal(error as Refusal);
  }
}

/** Null where nobody is to get it any more. A mail waits for days where there are many. */
async function stillTrue(register: Sending['register'], order: MailOrder): Promise<MailOrder | null> {
  if (order.mail !== 'notice' && order.mail !== 'domain-report') return order;
  const model = await publishedModel(register.rows, order.breach.name);
  if (model === null) return null;
  const { IsRetired, IsSensitive } = JSON.parse(model) as BreachModel;
  if (IsRetired) return null;
  if (order.mail === 'notice' && !(await hasSubscription(register, order.unsubscribe))) return null;
  return { ...order, breach: { ...order.breach, isSensitive: IsSensitive } };
}

interface Refusal {
  responseCode?: number;
  code?: string;
  /** Of SMTP, that was answered so. */
  command?: string;
}

/** Of this mail and nobody else: a server that wants no connection, no password or no sender may be put right. */
const ofTheMail = /^(?:RCPT TO|DATA)$/u;

/** The text of a refusal may hold the address. */
function refusal({ responseCode, code, command }: Refusal): JobOutcome {
  const isFinal = responseCode !== undefined && responseCode >= 500 && ofTheMail.test(command ?? '');
  const what = responseCode === undefined ? (code ?? 'no answer') : `answered ${responseCode}`;
  return { state: isFinal ? 'failed' : 'again', reason: `the mail server: ${what}` };
}
