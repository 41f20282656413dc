/*
 * A telephone number in running text. In: a text and the offset of its first digit. Out: its span and whether it is
 * written as only telephone numbers are, or null. Digits in one run, or in groups that other numbers have too, count
 * only where a label says what they are.
 */

export interface PhoneInText {
  start: number;
  end: number;
  value: string;
  /** Written as only telephone numbers are. */
  isTelling: boolean;
}

const french = /0[1-9]([ .\u00A0\u202F-]?)\d{2}\1\d{2}\1\d{2}\1\d{2}(?![\d]|[.,-]\d)/y;
const british = /0(?:\d{4} \d{3} ?\d{3}|\d{3} \d{3} \d{4}|\d{2} \d{4} \d{4})(?![\d]|[.,-]\d)/y;
const american = /\(?\d{3}(?:\) ?|[-.])\d{3}[-. ]\d{4}(?![\d]|[.,-]\d)/y;
const longest = 26;
const leastDigits = 6;
const leastInternational = 9;
const mostDigits = 15;

export function phoneInText(text: string, digit: number): PhoneInText | null {
  const before = text.charCodeAt(digit - 1);
  const isPlus = before === 43;
  const opened = before === 40 ? digit - 1 : digit;
  const start = isPlus ? digit - (text.charCodeAt(digit - 2) === 40 ? 2 : 1) : opened;
  const outside = text.charCodeAt(start - 1);
  if (isWord(outside) || (outside === 46 && start > 1 && isWord(text.charCodeAt(start - 2)))) return null;
  if (!isPlus) {
    for (const form of [french, british, american]) {
      form.lastIndex = form === american ? opened : digit;
      if (form.test(text)) {
        const value = text.slice(form === american ? opened : digit, form.lastIndex);
        return {
          start: form === american ? opened : digit,
          end: form.lastIndex,
          value,
          isTelling: /\D/.test(value),
        };
      }
    }
  }
  return grouped(text, start, digit, isPlus || (text[digit] === '0' && text[digit + 1] === '0'));
}

/** Groups of digits with a blank, dot, hyphen or slash between them, or an area in brackets. */
function grouped(text: string, start: number, digit: number, isInternational: boolean): PhoneInText | null {
  let end = digit;
  let digits = 0;
  let gap = 0;
  for (let at = digit; at < text.length && at - start < longest; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits++;
      end = at + 1;
      gap = 0;
    } else if (isGap(code)) {
      if (++gap > 3 || (code === 32 && text.charCodeAt(at - 1) === 32)) break;
    } else {
      if (isWord(code) && gap === 0) return null;
      break;
    }
  }
  if (digits < leastDigits || digits > mostDigits + 2) return null;
  if (isInternational) {
    if (digits < leastInternational) return null;
    return { start, end, value: text.slice(start, end), isTelling: text[digit] !== '0' };
  }
  return { start: digit, end, value: text.slice(digit, end), isTelling: false };
}

function isGap(code: number): boolean {
  return (
    code === 32 ||
    code === 46 ||
    code === 45 ||
    code === 47 ||
    code === 40 ||
    code === 41 ||
    code === 0xa0 ||
    code === 0x202f
  );
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
