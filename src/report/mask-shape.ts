/*
 * A leaked value reduced to its shape, for a reader who must see what kind of thing stood there.
 * In: one value. Out: its first character and bullets, as john.smith@gmail.com → j•••@g••••.com.
 * The number of bullets is fixed by shape, so that the length of the value never shows.
 */
const email = /^[^\s@]+@[^\s@]+$/u;
const phone = /^(?=[+0(])[+\d\s().\u2011/-]+$/u;

/** Empty for an empty value. A domain ending is kept only where it is a plain one (`.com`, `.fr`). */
export function maskShape(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  if (email.test(text)) return maskEmail(text);
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
