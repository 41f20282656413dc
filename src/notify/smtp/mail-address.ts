// An address as it may stand in an envelope and in a header. In: an address of a leak or a directory. Out: the same with
// its domain in ASCII, or null: nothing that could end a command, begin a header or name a second person.

import { domainToASCII } from 'node:url';

export interface MailAddress {
  address: string;
  /** Lower case, ASCII. */
  domain: string;
  /** The local part is not ASCII: only servers with SMTPUTF8 take it (RFC 6531). */
  needsUtf8: boolean;
}

/** RFC 5321, 4.5.3.1. */
const maxLocalBytes = 64;
const maxAddressBytes = 254;

/** What may stand in a local part without quotes (RFC 5322 atext, RFC 6532), and the dots between. */
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~\u{80}-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u{80}-\u{10ffff}-]+)*$/u;
const hostname =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/u;

/** Null where no mail can be sent to it as it stands; quoted local parts and address literals are among these. */
export function parseMailAddress(text: string): MailAddress | null {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > maxAddressBytes) return null;
  const [local, given] = [text.slice(0, at), text.slice(at + 1)];
  if (!dotAtom.test(local) || /[\p{C}\p{Z}]/u.test(local)) return null;
  // checked before: to write it in ASCII drops line ends and undoes percent signs
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(given)) return null;
  const domain = domainToASCII(given).toLowerCase();
  if (!hostname.test(domain)) return null;
  const address = `${local}@${domain}`;
  if (Buffer.byteLength(local) > maxLocalBytes || Buffer.byteLength(address) > maxAddressBytes) return null;
  return { address, domain, needsUtf8: !isAscii(local) };
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}
