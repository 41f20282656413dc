// What is told of every mail, whatever it lies in: one record of who wrote it and when, one of each who was to
// get it, one of where it came from. The tables are over all mails of all files. They hold no key: sender and recipients are no one person.

import type { UnpackSink } from '../unpack/unpack-sink.ts';

export interface MailAddress {
  name: string | null;
  address: string | null;
}

export interface MailMessage {
  /** ISO 8601, or as the mail has it. */
  date: string | null;
  from: MailAddress | null;
  subject: string | null;
  /** Where the sender's program sat, as web mail tells. */
  ipAddress: string | null;
}

/** Recipients after which the sink is asked for room. */
const recipientsAtOnce = 256;

const messageTable = {
  name: 'mail messages',
  shared: true,
  columns: ['date', 'from name', 'from address', 'subject'],
  holds: [null, 'fullName', 'email', null],
};

/** Few mails say it: a table of its own, so that no report speaks of IP addresses where there are none. */
const originTable = {
  name: 'mail origins',
  shared: true,
  columns: ['name', 'address', 'IP address'],
  holds: ['fullName', 'email', 'ipAddress'],
};

const recipientTable = {
  name: 'mail recipients',
  shared: true,
  columns: ['name', 'address'],
  holds: ['fullName', 'email'],
};

export async function tellMessage(
  sink: UnpackSink,
  offset: number,
  { date, from, subject, ipAddress }: MailMessage,
  recipients: Iterable<MailAddress>,
): Promise<void> {
  if (date !== null || from !== null || subject !== null) {
    sink.table(messageTable);
    sink.record(offset, [date, from?.name ?? null, from?.address ?? null, subject]);
  }
  if (ipAddress !== null) {
    sink.table(originTable);
    sink.record(offset, [from?.name ?? null, from?.address ?? null, ipAddress]);
  }
  let told = 0;
  for (const { name, address } of recipients) {
    if (told++ === 0) sink.table(recipientTable);
    sink.record(offset, [name, address]);
    if (told % recipientsAtOnce === 0) await sink.drained();
  }
}

/** An address and a name as programs write them: either may be missing, quoted, or stand for the other. */
export function tidyAddress(name: string | null, address: string | null): MailAddress | null {
  let tidyName = tidy(name);
  let tidyAddress = tidy(address)?.replace(/^mailto:/iu, '') ?? null;
  if (tidyAddress !== null && !tidyAddress.includes('@')) {
    // an entry of a company's directory, or a name
    if (tidyName === null && !tidyAddress.startsWith('/')) tidyName = tidyAddress;
    tidyAddress = null;
  }
  if (tidyAddress === null && tidyName !== null && /^[^\s@]{1,64}@[^\s@]{1,255}$/u.test(tidyName))
    tidyAddress = tidyName;
  if (tidyName !== null && tidyName.toLowerCase() === tidyAddress?.toLowerCase()) tidyName = null;
  return tidyName === null && tidyAddress === null ? null : { name: tidyName, address: tidyAddress };
}

function tidy(text: string | null): string | null {
  const tidied = text?.replace(/^[\s'"<]{1,20}|[\s'">]{1,20}$/gu, '') ?? '';
  return tidied === '' ? null : tidied;
}
