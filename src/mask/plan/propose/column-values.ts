// What a sample of a column's values looks like, measured once for all rules of a proposal. In: values. Out: shares and
// counts, nothing that could be printed.

import { isGivenName } from '../../../recognise/index.ts';

export interface ColumnValues {
  count: number;
  distinct: number;
  /** Characters of the longest. */
  longest: number;
  /** Shares of the values, 0 to 1. */
  numbers: number;
  decimals: number;
  dates: number;
  /** Years with their month. */
  months: number;
  withTime: number;
  /** And ObjectIds of MongoDB. */
  uuids: number;
  urls: number;
  /** Names of hosts without anything around. */
  hosts: number;
  /** Capitals and digits as numbers of papers and parcels have them. */
  coded: number;
  /** Words that each begin with a capital, as names do. */
  capitalised: number;
  /** In one piece of 20 and more letters and digits. */
  opaque: number;
  withBlank: number;
  /** Nothing but an e-mail address. */
  addresses: number;
  /** Base64 or hex of what can be read. */
  encoded: number;
  /** Calls of functions, of which only the program that runs them knows what comes out. */
  calls: number;
  /** JSON, PHP's serialize, XML. */
  packed: number;
  binary: number;
  /** Begin with a known first name. */
  givenNames: number;
  withAt: number;
  /** With three letters in a row. */
  words: number;
  longDigits: number;
  /** Of whole numbers: the largest, and the most digits. */
  largest: number;
  digits: number;
  flags: number;
}

const patterns = {
  numbers: /^[+-]?\d+(?:[.,]\d+)?$/u,
  decimals: /^[+-]?\d+[.,]\d+$/u,
  dates: /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:[T ].*)?$/u,
  months: /^(?:(?:19|20)\d{2}[-/.]?(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[-/.](?:19|20)\d{2})$/u,
  withTime: /\d[T ](?!00:00(?::00(?:\.0+)?)?(?:Z|[+-]00(?::?00)?)?$)\d{1,2}:\d{2}/u,
  uuids: /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$|^[0-9a-f]{24}$/iu,
  urls: /^(?:https?:)?\/\/[^\s/]+/iu,
  hosts: /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u,
  coded: /^(?=(?:\D*\d){4})[\dA-Z][\dA-Z ./-]{4,39}$/u,
  capitalised: /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+)*$/u,
  opaque: /^(?=(?:\D*\d){4})[\w+/=$.-]{20,}$/u,
  withBlank: /\S\s+\S/u,
  binary: /^(?:0x|\\x)(?:[0-9a-f]{2})+$/iu,
  addresses: /^<?[^\s@<>,;:"'=/]+@[^\s@<>,;:"'=/]+>?$/u,
  calls: /^[a-z_]\w{2,40}\s?\(\s*(?:['"\d(]|N')/iu,
  withAt: /@/u,
  words: /\p{L}{3}/u,
  longDigits: /\d{5}/u,
  flags: /^(?:[01]|t|f|true|false|y|n|yes|no|o|oui|non|ja|nein|j|si|sí|0?x0[01])$/iu,
} satisfies Record<string, RegExp>;

/** A value's first so many characters decide. */
const looked = 200;

export function measureValues(values: readonly string[]): ColumnValues {
  const measured: ColumnValues = {
    count: values.length,
    distinct: new Set(values.map((value) => value.trim().toLowerCase())).size,
    longest: values.reduce((most, value) => Math.max(most, value.length), 0),
    ...zeroShares,
    encoded: 0,
    packed: 0,
    givenNames: 0,
    largest: 0,
    digits: 0,
  };
  for (const value of values) {
    const text = value.slice(0, looked).trim();
    for (const [name, pattern] of namedPatterns) if (pattern.test(text)) measured[name]++;
    if (isPacked(text)) measured.packed++;
    if (isEncoded(text)) measured.encoded++;
    if (isGivenName(text.split(/[\s,.'-]/u, 1)[0]!.toLowerCase())) measured.givenNames++;
    if (/^\d+$/u.test(text)) {
      measured.largest = Math.max(measured.largest, Number(text));
      measured.digits = Math.max(measured.digits, text.length);
    }
  }
  if (values.length > 0)
    for (const name of [...namedPatterns.map(([key]) => key), ...otherShares])
      measured[name] /= values.length;
  return measured;
}

const otherShares = ['packed', 'encoded', 'givenNames'] as const;
const namedPatterns = Object.entries(patterns) as [keyof typeof patterns, RegExp][];
const zeroShares = Object.fromEntries(namedPatterns.map(([name]) => [name, 0])) as Record<
  keyof typeof patterns,
  number
>;

function isPacked(text: string): boolean {
  return /^(?:\[?\s*\{\s*["'}]|\[\s*["\d\]]|[aO]:\d+:|s:\d+:"|<[?!a-z])/iu.test(text);
}

/** Digests and keys are none: hardly one of their bytes in three can be read. */
function isEncoded(text: string): boolean {
  const encoding = hexRun.test(text) ? 'hex' : base64Run.test(text) ? 'base64' : null;
  if (encoding === null) return false;
  const decoded = Buffer.from(text.replace(/^(?:0x|\\x)/iu, ''), encoding);
  return decoded.length >= leastDecoded && readable.test(decoded.toString('utf8').slice(0, leastDecoded));
}

const hexRun = /^(?:0x|\\x)?(?:[0-9a-f]{2}){8,}$/iu;
const base64Run = /^[\w+/-]{16,}={0,2}$/u;
/** Bytes that are no text become U+FFFD, which is none of these. */
const readable = /^[\p{L}\p{N}\p{P}\p{Sm}\p{Sc}\p{Sk}\p{Zs}\r\n\t]+$/u;
const leastDecoded = 8;

/** A list of values that a program knows: each is seen again and again. */
export function isFew({ distinct, count, longest }: ColumnValues): boolean {
  return (
    distinct <= mostFew && longest <= longestOfFew && count >= Math.max(leastValues, distinct * timesEach)
  );
}

export function shareOf(values: readonly string[], pattern: RegExp): number {
  if (values.length === 0) return 0;
  return values.filter((value) => pattern.test(value.slice(0, looked))).length / values.length;
}

export const half = 0.5;
export const almostAll = 0.9;
/** Characters of what is no label any more. */
export const longText = 60;
const mostFew = 32;
const timesEach = 3;
const leastValues = 20;
const longestOfFew = 48;
