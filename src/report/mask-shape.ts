/*
 * A leaked value reduced to its shape, for a reader who must see what kind of thing stood there.
 * In: one value. Out: its first character and bullets, as john.smith@gmail.com → j•••@g••••.com;
 * of a date the century, of an IPv4 address the first part.
 * The number of bullets is fixed by shape, so that the length of the value never shows.
 */
const email = /^[^\s@]+@[^\s@]+$/u;
/* Year first or last, with or without a time; the year's first two digits are the group. */
const yearFirst = /^(1[5-9]|2[01]|00)\d\d([-/.])\d{1,2}\2\d{1,2}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/u;
const yearLast = /^\d{1,2}([-/.])\d{1,2}\1(1[5-9]|2[01]|00)\d\d$/u;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/u;
const phone = /^(?=[+0(])[+\d\s().\u2011/-]+$/u;

/** Empty for an empty value. A domain ending is kept only where it is a plain one (`.com`, `.fr`). */
export function maskShape(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  if (email.test(text)) return maskEmail(text);
  const century = yearFirst.exec(text)?.[1] ?? yearLast.exec(text)?.[2];
  if (century !== undefined) return `${century}••-••-••`;
  if (ipv4.test(text) && !text.endsWith('.')) return `${text.slice(0, text.indexOf('.'))}.•••.•••.•••`;
  if (phone.test(text) && isPhoneLength(text)) return maskPhone(text);
  return `${firstCharacter(text)}•••••`;
}

function maskEmail(text: string): string {
  const at = text.indexOf('@');
  const domain = text.slice(at + 1);
  const ending = /[^.]\.([a-z]{2,6})$/i.exec(domain)?.[1];
  const masked = `${firstCharacter(text.slice(0, at))}•••@${firstCharacter(domain)}••••`;
  return ending === undefined ? masked : `${masked}.${ending.toLowerCase()}`;
}

/* ITU-T E.164 allows 15 digits; shorter than 7 is an extension or a code. */
function isPhoneLength(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15;
}

function maskPhone(text: string): string {
  const firstTwo = text.replace(/\D/g, '').slice(0, 2);
  return `${text.startsWith('+') ? '+' : ''}${firstTwo}•• •• •• ••`;
}

function firstCharacter(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x2022);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(first) ? first : '•';
}
