// What the header of a message says of people: who wrote it, when, from where, who was to get it.
// In: fields. Out: one message, and its recipients one after the other, each address once.

import { addressParser, decodeWords } from 'postal-mime';
import { fieldOf, type MailHeader } from './mail-header.ts';
import { type MailAddress, type MailMessage, tidyAddress } from './mail-tables.ts';

/** Those that name people, in this order; the later ones mostly repeat the earlier ones. */
const recipientFields = [
  'to',
  'cc',
  'bcc',
  'reply-to',
  'from',
  'sender',
  'resent-from',
  'resent-to',
  'resent-cc',
  'resent-bcc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'disposition-notification-to',
  'return-receipt-to',
];

/** Of an address list so much is understood at once: a thousand people, and no more than memory for them. */
const maxListChars = 64 << 10;

/** Subjects of more are cut: no program shows them. */
const maxSubjectChars = 64 << 10;

export function messageOf(header: MailHeader): MailMessage {
  const from = addressesOf(fieldOf(header, 'from') ?? fieldOf(header, 'sender') ?? '').next().value ?? null;
  return {
    date: dateOf(fieldOf(header, 'date')),
    from,
    subject: textOf(fieldOf(header, 'subject')),
    ipAddress: ipAddressOf(fieldOf(header, 'x-originating-ip') ?? fieldOf(header, 'x-sender-ip')),
  };
}

/** All but the sender, whom the message names. */
export function* recipientsOf(header: MailHeader, from: MailAddress | null): Generator<MailAddress> {
  const known = new Set<string>();
  const self = from?.address?.toLowerCase() ?? null;
  if (self !== null) known.add(self);
  let isSelfTold = false;
  for (const name of recipientFields) {
    for (const field of header.fields) {
      if (field.name !== name) continue;
      for (const address of addressesOf(field.value)) {
        const key = (address.address ?? `name ${address.name}`).toLowerCase();
        // who writes to himself is told as recipient too
        const isSelf = !isSelfTold && key === self && ['to', 'cc', 'bcc'].includes(name);
        if (known.has(key) && !isSelf) continue;
        if (isSelf) isSelfTold = true;
        known.add(key);
        yield address;
      }
    }
  }
}

function* addressesOf(list: string): Generator<MailAddress, undefined> {
  for (let from = 0; from < list.length;) {
    const to = listEnd(list, from);
    for (const { name, address } of addressParser(list.slice(from, to), { flatten: true })) {
      const tidied = tidyAddress(name, address ?? null);
      if (tidied) yield tidied;
    }
    from = to;
  }
  return undefined;
}

/** After a comma, where a list is too long to be understood at once. */
function listEnd(list: string, from: number): number {
  if (list.length - from <= maxListChars) return list.length;
  const limit = from + maxListChars;
  const closed = list.lastIndexOf('>,', limit - 2);
  if (closed > from) return closed + 2;
  const comma = list.lastIndexOf(',', limit - 1);
  return comma > from ? comma + 1 : limit;
}

function textOf(value: string | null): string | null {
  if (value === null || value === '') return null;
  return decodeWords(value.slice(0, maxSubjectChars));
}

function dateOf(value: string | null): string | null {
  if (value === null || value === '') return null;
  const time = Date.parse(value.slice(0, 200).replace(/\([^)]*\)/u, ''));
  return Number.isNaN(time) ? value.slice(0, 200) : new Date(time).toISOString();
}

function ipAddressOf(value: string | null): string | null {
  return value === null ? null : (/[\da-f.:]{7,45}/iu.exec(value.slice(0, 200))?.[0] ?? null);
}
