// Somebody asks for something that only the owner of an address may have: what it has lost, notices, to be taken out. In:
// what they typed. Out: nothing, whatever is true: one job, which later orders one mail, the same for an address that is
// in every breach and for one that is in none. What the address is, and whether it has been asked for too often, is
// looked at in the job only, so that no answer takes longer than another.

import {
  createPersonKeys,
  done,
  type JobHandlers,
  linkValidMs,
  type MailLanguage,
  normalForm,
  type OptOutKind,
  orderMail,
  requestOptOut,
  requestSubscription,
} from '../../register/index.ts';
import { enqueueJob, type RegisterDatabase } from '../../store/register/index.ts';
import { isWithinLimits, mailLimits } from './asking-limits.ts';

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

/** The kind of the job. */
export const askedByMail = 'asked-by-mail';

/** The body of the job. */
export interface AskedByMail {
  /** As typed. */
  address: string;
  language: MailLanguage;
  wish: { what: 'statement' } | { what: 'subscribe' } | { what: 'opt-out'; kind: OptOutKind };
}

/** The body of the link in the mail. */
export interface AskedStatement {
  /** In its normal form. */
  address: string;
  language: MailLanguage;
}

/** Done once it is enqueued; nothing is, beyond the limits of a network or of everybody. */
export async function askByMail(
  register: Register,
  { network, now, ...body }: AskedByMail & { network: string; now: number },
): Promise<void> {
  await register.rows.transaction().execute(async (db) => {
    // what a network asks beyond its own limit is not taken from what everybody may ask
    for (const limit of [mailLimits.network(network), mailLimits.everybody()])
      if (!(await isWithinLimits(register, { count: [limit], now }, db))) return;
    await enqueueJob(register, { kind: askedByMail, body, dueAt: now }, db);
  });
}

/** The job. Repeated after a crash, it may order a mail too many: it does no harm. */
export async function orderAskedMail(register: Register, asked: AskedByMail, now: number): Promise<void> {
  const { language, wish } = asked;
  const address = normalForm('email', asked.address);
  if (address === null) return;
  const key = createPersonKeys(register.secrets('person-key'))('email', address).toString('base64');
  if (!(await isWithinLimits(register, { count: [mailLimits.address(key)], now }))) return;
  switch (wish.what) {
    case 'statement': {
      const body: AskedStatement = { address, language };
      const link = { purpose: 'statement', body, validMs: linkValidMs.answer } as const;
      return orderMail(register, { mail: 'statement', to: address, language, link }, now);
    }
    case 'subscribe':
      return requestSubscription(register, { address, language, now });
    case 'opt-out':
      return requestOptOut(register, { address, kind: wish.kind, language, now });
  }
}

/** For whoever runs jobs. */
export function askingHandlers(register: Register, now: () => number): JobHandlers {
  return {
    [askedByMail]: {
      slots: 4,
      maxAttempts: 20,
      run: async ({ body }) => {
        await orderAskedMail(register, body as AskedByMail, now());
        return done;
      },
    },
  };
}
