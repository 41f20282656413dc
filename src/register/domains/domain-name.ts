// The name of a domain that somebody says is theirs. In: a text. Out: its name in ASCII and lower case, or null where it
// is none: an address, one label alone, an IP address.

import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u;
const longestName = 253;

export function domainName(text: string): string | null {
  // as part of a URL these would be passed over in silence
  if (text.length > longestName || /[^\p{L}\p{M}\p{N}.-]/u.test(text.trim())) return null;
  const name = domainToASCII(text.trim().toLowerCase());
  if (name === '' || name.length > longestName || isIP(name) !== 0) return null;
  const labels = name.split('.');
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return null;
  return /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/u.test(labels.at(-1)!) ? name : null;
}
