// What a mail server or a bounce says, without the addresses in it, for the ledger. In: a text of a stranger. Out: one
// line of bounded length in which every address is `[address]`. Linear in the length of what is kept.

/** A reply has a few hundred characters; what is longer was made to be long. */
const readLength = 4096;
const keptLength = 400;

const mask = '[address]';

/** An @ as it is, and as xtext, URLs and quoted-printable write it. */
const at = /@|%40|\+40|=40/iu;
const between = /([\s<>()[\]"',;]+)/u;
const quotedLocalPart = /"[^"]{0,64}"(?=@)/gu;
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** `own`: the address that was written to; what stands before its @ is masked by itself too. */
export function maskAddresses(text: string, own: string | null = null): string {
  const line = text.slice(0, readLength).replaceAll(steering, ' ').replaceAll(quotedLocalPart, '').trim();
  const masked = line
    .split(between)
    .map((word) => (at.test(word) ? mask : word))
    .join('');
  return hideLocalPart(masked, own).slice(0, keptLength);
}

/** Shorter ones stand in other words too. */
const shortestHidden = 3;

function hideLocalPart(text: string, own: string | null): string {
  const local = own?.slice(0, own.lastIndexOf('@')).toLowerCase() ?? '';
  if (local.length < shortestHidden) return text;
  const lower = text.toLowerCase();
  // letters whose small form is longer would shift the places
  if (lower.length !== text.length) return lower.replaceAll(local, mask);
  const parts: string[] = [];
  let from = 0;
  for (let found = lower.indexOf(local); found !== -1; found = lower.indexOf(local, from)) {
    parts.push(text.slice(from, found), mask);
    from = found + local.length;
  }
  return `${parts.join('')}${text.slice(from)}`;
}
