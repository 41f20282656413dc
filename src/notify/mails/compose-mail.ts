// An order becomes a mail. In: the job it came in, and where this instance is to be found. Out: what nodemailer sends.
// Its link is derived from the job: a mail that is sent again, as nobody knows whether it arrived, is the same mail.

import { createHmac } from 'node:crypto';
import {
  createLink,
  type LinkOrder,
  linkPaths,
  type MailLanguage,
  type MailOrder,
} from '../../register/index.ts';
import type { Job, RegisterDatabase } from '../../store/register/index.ts';
import { englishMail } from './english-mails.ts';
import { frenchMail } from './french-mails.ts';
import { htmlText, oneLine, plainText, spacing } from './lay-out-mail.ts';
import type { WriteMail } from './mail-text.ts';

export interface MailSettings {
  /** An address, or `Name <address>`. */
  from: string;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Whom people may write to or call; null: nobody is named. */
  contact: string | null;
}

export interface ComposedMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
}

const writers: Readonly<Record<MailLanguage, WriteMail>> = { en: englishMail, fr: frenchMail };

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

/** Makes the link of the order, or finds it made. */
export async function composeMail(
  register: Register,
  job: Pick<Job, 'id' | 'enqueuedAt' | 'body'>,
  { from, publicUrl, contact, now }: MailSettings & { now: number },
): Promise<ComposedMail> {
  const order = job.body as MailOrder;
  const link = 'link' in order ? await linkOf(register, job, order.link, { publicUrl, now }) : publicUrl;
  const unsubscribe = order.mail === 'notice' ? `${publicUrl}/unsubscribe/${order.unsubscribe}` : null;
  const places = { link, home: publicUrl, unsubscribe: unsubscribe ?? '', contact };
  const text = writers[order.language](order, places);
  return {
    from,
    to: order.to,
    subject: spacing(order.language)(oneLine(text.subject)),
    text: plainText(text, order.language),
    html: htmlText(text, order.language),
    messageId: `<${derived(register, job, 'mail').toString('hex').slice(0, 32)}@${domainOf(from)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': order.language,
      ...(unsubscribe === null
        ? {}
        : {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
  };
}

async function linkOf(
  register: Register,
  job: Pick<Job, 'id' | 'enqueuedAt'>,
  { purpose, body, validMs }: LinkOrder,
  { publicUrl, now }: { publicUrl: string; now: number },
): Promise<string> {
  const token = derived(register, job, 'link').toString('base64url');
  await createLink(register, { purpose, body, validMs, now, token });
  return `${publicUrl}/${linkPaths[purpose]}/${token}`;
}

/** 32 bytes that nobody can tell from random ones who lacks the secret. A number of a job may come twice, its moment not. */
function derived({ secrets }: Register, job: Pick<Job, 'id' | 'enqueuedAt'>, what: string): Buffer {
  return createHmac('sha256', secrets('token')).update(`${what}\0${job.id}\0${job.enqueuedAt}`).digest();
}

function domainOf(from: string): string {
  return /@([a-z0-9.-]+)>?\s*$/iu.exec(from)?.[1] ?? 'localhost';
}
