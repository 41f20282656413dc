/**
 * Telephone numbers from the ranges that regulators reserve for fiction: ARCEP (France), Ofcom
 * (United Kingdom), 555-01xx (North America), Bundesnetzagentur (Germany). A slot number stands
 * for one number; it also decides the country of whoever owns it.
 */
import type { ByteWriter } from '../byte-writer.ts';
import { fragment, putByte, putBytes, putPadded } from '../byte-writer.ts';
import type { Locale } from './names.ts';

export type Country = 'fr' | 'gb' | 'us' | 'de';

export interface PhoneRange {
  country: Country;
  /** digits after the trunk prefix that all numbers of the range share */
  prefix: Uint8Array;
  /** how many digits follow */
  digits: number;
  from: number;
  count: number;
}

const french = ['19900', '26191', '35301', '46571', '53649', '63998'];
const british = [
  '7700900 2079460 1134960 1144960 1154960 1164960 1174960 1184960 1214960 1314960 1414960',
  '1514960 1614960 1914980 2896496 2920180',
]
  .join(' ')
  .split(' ');
const american =
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 430 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 850 856 857 858 859 860 862 863 864 865 870 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989'.split(
    ' ',
  );
const german = ['3023125', '4066969', '2214710', '6990009', '8999998'];

/** Every reserved number as a slot: 0 … `slots`-1. */
export interface PhoneBook {
  slots: number;
  ranges: PhoneRange[];
  /** slot -> index of its range */
  rangeOfSlot: Uint16Array;
  /** range -> its first slot */
  firstSlot: Uint32Array;
}

export function createPhoneBook(): PhoneBook {
  const ranges = [
    ...french.map((prefix) => range('fr', prefix, 4, 0, 10000)),
    ...british.map((prefix) => range('gb', prefix, 3, 0, 1000)),
    ...american.map((area) => range('us', `${area}555`, 4, 100, 100)),
    ...german.map((prefix) => range('de', prefix, 3, 0, 1000)),
  ];
  const slots = ranges.reduce((sum, { count }) => sum + count, 0);
  const rangeOfSlot = new Uint16Array(slots);
  const firstSlot = new Uint32Array(ranges.length);
  let slot = 0;
  ranges.forEach(({ count }, index) => {
    firstSlot[index] = slot;
    rangeOfSlot.fill(index, slot, slot + count);
    slot += count;
  });
  return { slots, ranges, rangeOfSlot, firstSlot };
}

function range(country: Country, prefix: string, digits: number, from: number, count: number): PhoneRange {
  return { country, prefix: fragment(prefix), digits, from, count };
}

export interface Phone {
  range: PhoneRange;
  /** the digits after the prefix, as a number */
  line: number;
}

export function phoneOfSlot(book: PhoneBook, slot: number): Phone {
  const index = book.rangeOfSlot[slot]!;
  const found = book.ranges[index]!;
  return { range: found, line: found.from + slot - book.firstSlot[index]! };
}

export const localeOfCountry: Record<Country, Locale> = { fr: 'fr', gb: 'en', us: 'en', de: 'de' };

const dialling: Record<Country, Uint8Array> = {
  fr: fragment('33'),
  gb: fragment('44'),
  us: fragment('1'),
  de: fragment('49'),
};

/** How many ways `putPhone` has of writing a number. */
export const phoneStyles = 6;

/**
 * Writes a number the way people do: style 0 `+33639981234`, 1 `+33 6 39 98 12 34`,
 * 2 `06 39 98 12 34`, 3 `06.39.98.12.34`, 4 `0639981234`, 5 `0033 6 39 98 12 34`; with the
 * groups of the country, without 0 or 00 in America.
 */
export function putPhone(out: ByteWriter, phone: Phone, style: number): void {
  const { country, prefix, digits } = phone.range;
  const american = country === 'us';
  const international = style < 2 || style === 5;
  if (style === 5 && !american) {
    putByte(out, 0x30);
    putByte(out, 0x30);
  } else if (international) {
    putByte(out, 0x2b);
  }
  if (international) putBytes(out, dialling[country]);
  else if (!american) putByte(out, 0x30);
  const separator = style === 0 || style === 4 ? 0 : style === 3 ? (american ? 0x2d : 0x2e) : 0x20;
  if (international && separator !== 0) putByte(out, separator);
  const start = out.at;
  putBytes(out, prefix);
  putPadded(out, phone.line, digits);
  if (separator !== 0) putGaps(out, start, gapsOf(phone.range), separator);
}

/** After which national digits (without the trunk 0) a gap comes. */
function gapsOf({ country, prefix }: PhoneRange): readonly number[] {
  if (country === 'fr') return [1, 3, 5, 7];
  if (country === 'us') return [3, 6];
  if (country === 'de') return prefix[0] === 0x32 ? [3] : [2];
  if (prefix[0] === 0x37) return [4];
  return prefix[0] === 0x32 ? [2, 6] : [3, 6];
}

function putGaps(out: ByteWriter, start: number, gaps: readonly number[], separator: number): void {
  const { bytes } = out;
  for (let g = gaps.length - 1; g >= 0; g--) {
    const at = start + gaps[g]!;
    bytes.copyWithin(at + 1, at, out.at);
    bytes[at] = separator;
    out.at++;
  }
}

/** `+33639981234`, for the truth file. */
export function phoneText(phone: Phone): string {
  const { country, prefix, digits } = phone.range;
  return `+${digitsText(dialling[country])}${digitsText(prefix)}${String(phone.line).padStart(digits, '0')}`;
}

function digitsText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
