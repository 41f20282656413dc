// How often somebody may ask: of one address or code, from one network, all of them together. In: what is asked for. Out:
// whether that is still within all limits. The counts are shared by all processes on a register and outlast them. What
// is counted rests as a keyed hash.

import { createHmac } from 'node:crypto';
import {
  countAsking,
  forgetAskingCounts,
  type RegisterDatabase,
  type RegisterRows,
} from '../../store/register/index.ts';

export interface AskingLimit {
  /** What is counted, such as `statement network`. */
  name: string;
  /** Of whom; a network or an address never rests as it is. */
  subject: string;
  most: number;
  perMs: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Of mails that somebody asks for: nobody's mailbox is filled by others. A network of a mobile operator may be thousands
 * of people, on the day when the news is out.
 */
export const mailLimits = {
  address: (subject: string): AskingLimit => ({ name: 'mail address', subject, most: 6, perMs: day }),
  network: (subject: string): AskingLimit => ({ name: 'mail network', subject, most: 300, perMs: hour }),
  everybody: (): AskingLimit => ({ name: 'mail everybody', subject: '', most: 200_000, perMs: hour }),
  /** Ordered with an API key, to whoever keeps a domain that anybody may name. */
  domain: (subject: string): AskingLimit => ({ name: 'mail domain', subject, most: 6, perMs: day }),
} as const;

/**
 * Of all together only what fails is counted: many letters may arrive on one day. With ten million letters sent, whoever
 * tries at this rate day and night finds one code with its date in some forty years.
 */
export const codeLimits = {
  code: (subject: string): AskingLimit => ({ name: 'code', subject, most: 10, perMs: day }),
  network: (subject: string): AskingLimit => ({ name: 'code network', subject, most: 100, perMs: hour }),
  failures: (): AskingLimit => ({ name: 'code failures', subject: '', most: 6_000, perMs: hour }),
} as const;

/**
 * Of the question whether a letter is real. The answer is about no person: a reference that was guessed tells that some
 * letter has it. With ten million letters sent, whoever tries at this rate guesses one in two hours or so.
 */
export const noticeLimits = {
  network: (subject: string): AskingLimit => ({ name: 'notice network', subject, most: 100, perMs: hour }),
  failures: (): AskingLimit => ({ name: 'notice failures', subject: '', most: 60_000, perMs: hour }),
} as const;

export interface Asking {
  /** Counted, whatever comes of it. */
  count: readonly AskingLimit[];
  /** Only looked at; whether the next one is still within. */
  see?: readonly AskingLimit[];
  now: number;
}

/** Whether all of them are kept; the same work whether or not. `db`: the transaction it belongs to. */
export async function isWithinLimits(
  register: Pick<RegisterDatabase, 'rows' | 'secrets'>,
  { count, see = [], now }: Asking,
  db: RegisterRows = register.rows,
): Promise<boolean> {
  const secret = register.secrets('token');
  const limits = [
    ...count.map((limit) => ({ ...limit, adds: 1 as const })),
    ...see.map((limit) => ({ ...limit, adds: 0 as const })),
  ];
  const used = await countAsking(
    register,
    limits.map(({ name, subject, perMs, adds }) => {
      const block = Math.floor(now / perMs);
      return { limitKey: limitKey(secret, name, subject), block, endsAt: (block + 1) * perMs, adds };
    }),
    db,
  );
  return limits.every(({ most, adds }, i) => used[i]! + 1 - adds <= most);
}

const limitKeyBytes = 16;

function limitKey(secret: Buffer, name: string, subject: string): Buffer {
  return createHmac('sha256', secret).update(`limit ${name}\0${subject}`).digest().subarray(0, limitKeyBytes);
}

/** To be called now and then. */
export async function forgetOldAskings(register: Pick<RegisterDatabase, 'rows'>, now: number): Promise<void> {
  await forgetAskingCounts(register, { now, longestMs: day });
}
