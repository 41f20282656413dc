// A mail that is to be sent, before it is written: what it says, to whom, in which language. In: an order. Out: a job in
// the outbox, sealed, in the transaction of what it follows from. Mails somebody waits for are of a kind of their own,
// which goes before notices to many. `notify` writes and sends them.

import {
  enqueueJob,
  enqueueJobs,
  type RegisterDatabase,
  type RegisterRows,
} from '../../store/register/index.ts';
import type { LinkPurpose } from '../one-time-links/one-time-links.ts';
import type { OptOutKind } from '../opt-outs/opt-out-kinds.ts';

export type MailLanguage = 'en' | 'fr';

/** The link is made when the mail is sent, and valid from then on. */
export interface LinkOrder {
  purpose: LinkPurpose;
  body: unknown;
  validMs: number;
}

export interface MailedBreach {
  name: string;
  title: string;
  domain: string;
  /** yyyy-mm-dd. */
  breachDate: string;
  /** False where it is only the day by which it was known at the latest; orders of before this field have none. */
  isDateKnown?: boolean;
  pwnCount: number;
  controllers: string[];
  isSensitive: boolean;
}

export type MailContent =
  /** The answer is ready, whatever it says. */
  | { mail: 'statement'; link: LinkOrder }
  | { mail: 'subscribe'; link: LinkOrder }
  | { mail: 'opt-out'; link: LinkOrder; kind: OptOutKind }
  | { mail: 'domain'; link: LinkOrder; domain: string }
  /** `classes`: what this person lost. `unsubscribe`: a token. */
  | { mail: 'notice'; link: LinkOrder; breach: MailedBreach; classes: string[]; unsubscribe: string }
  | { mail: 'domain-report'; domain: string; breach: MailedBreach; count: number };

export type MailOrder = MailContent & { to: string; language: MailLanguage };

/** The kinds of jobs, in the order in which they are sent. */
export const mailKinds = { waitedFor: 'mail.waited-for', notice: 'mail.notice' } as const;

const day = 24 * 3_600_000;

/** How long links are valid, in milliseconds. */
export const linkValidMs = { answer: day, notice: 30 * day } as const;

export async function orderMail(
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  order: MailOrder,
  now: number,
  db: RegisterRows = register.rows,
): Promise<void> {
  await enqueueJob(register, mailJob(order, now), db);
}

export async function orderMails(
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  orders: readonly MailOrder[],
  now: number,
  db: RegisterRows = register.rows,
): Promise<void> {
  await enqueueJobs(
    register,
    orders.map((order) => mailJob(order, now)),
    db,
  );
}

function mailJob(order: MailOrder, now: number): { kind: string; body: MailOrder; dueAt: number } {
  const isToMany = order.mail === 'notice' || order.mail === 'domain-report';
  return { kind: isToMany ? mailKinds.notice : mailKinds.waitedFor, body: order, dueAt: now };
}
