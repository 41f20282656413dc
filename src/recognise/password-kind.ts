/*
 * How a password is stored: the kinds, each with the pattern of bytes that tells it. In: a span that holds one cell
 * of a password column. Out: index + 1 into `passwordKinds`, 0 when no password is there. Raw hexadecimal is ambiguous
 * by nature (a 32-digit value may be MD5 or NTLM) and says so in its name; digits alone are a number, not a hash. Never tries to reverse anything.
 * Sources: hashcat's self-test hashes, crypt(5), the formats' own documentation (facts/hash-vectors.json).
 */

import { alpha, byteClass, crypt64, digit, hex, trimEnd, trimStart } from './byte-class.ts';
import { isPlaceholder } from './text-value.ts';

export const passwordKinds = [
  'plain text',
  'argon2id',
  'argon2i or argon2d',
  'bcrypt',
  'phpass (WordPress, phpBB)',
  'Drupal 7 SHA-512',
  'Drupal 7 migrated MD5',
  'md5crypt',
  'sha256crypt',
  'sha512crypt',
  'yescrypt',
  'scrypt',
  'sun-md5 or other crypt',
  'Apache apr1 (md5crypt)',
  'Django PBKDF2',
  'Django salted SHA-1 or MD5',
  'Werkzeug PBKDF2',
  'passlib PBKDF2',
  'PBKDF2',
  'LDAP salted SHA-1 {SSHA}',
  'LDAP SHA-1 {SHA}, unsalted',
  'LDAP salted SHA-2 {SSHA}',
  'LDAP MD5 {MD5}, unsalted',
  'LDAP salted MD5 {SMD5}',
  'LDAP crypt {CRYPT}',
  'Atlassian PKCS5S2 (PBKDF2)',
  'PostgreSQL MD5',
  'PostgreSQL SCRAM-SHA-256',
  'MySQL 4.1+ (SHA-1, unsalted)',
  'MySQL caching_sha2 (sha256crypt)',
  'MSSQL 2000 or 2005',
  'MSSQL 2012',
  'ASP.NET Identity v3 (PBKDF2)',
  'ASP.NET Identity v2 (PBKDF2)',
  'WordPress 6.8 bcrypt',
  'MD5 with salt (hash:salt)',
  'SHA-1 with salt (hash:salt)',
  'SHA-256 with salt (hash:salt)',
  'SHA-512 with salt (hash:salt)',
  'MD5 with salt, or LM and NTLM pair (32:32 hex)',
  'descrypt (DES)',
  'bsdi crypt (DES)',
  'old MySQL or half MD5 (16 hex)',
  'MD5 or NTLM (32 hex)',
  'SHA-1 or MySQL 4.1+ (40 hex)',
  'SHA-224 (56 hex)',
  'SHA-256 (64 hex)',
  'SHA-384 (96 hex)',
  'SHA-512 or Whirlpool (128 hex)',
  'MD5 (16 bytes in Base64)',
  'SHA-1 (20 bytes in Base64)',
  'SHA-256 (32 bytes in Base64)',
  'SHA-512 (64 bytes in Base64)',
  'other hash, not recognised',
] as const;

export type PasswordKind = (typeof passwordKinds)[number];

const number = new Map<PasswordKind, number>(passwordKinds.map((kind, index) => [kind, index + 1]));

/** Index + 1 into `passwordKinds`. */
export function passwordKindNumber(kind: PasswordKind): number {
  return number.get(kind)!;
}

/** Prefix, least length of the whole value, kind. The first that fits wins. */
const prefixes: readonly (readonly [string, number, PasswordKind])[] = [
  ['$2a$', 59, 'bcrypt'],
  ['$2b$', 59, 'bcrypt'],
  ['$2y$', 59, 'bcrypt'],
  ['$2x$', 59, 'bcrypt'],
  ['$2$', 58, 'bcrypt'],
  ['$argon2id$', 30, 'argon2id'],
  ['$argon2', 30, 'argon2i or argon2d'],
  ['$wp$2', 60, 'WordPress 6.8 bcrypt'],
  ['$B$', 36, 'MD5 with salt (hash:salt)'],
  ['$PHPS$', 40, 'MD5 with salt (hash:salt)'],
  ['$S$', 55, 'Drupal 7 SHA-512'],
  ['U$S$', 55, 'Drupal 7 migrated MD5'],
  ['$P$', 34, 'phpass (WordPress, phpBB)'],
  ['$H$', 34, 'phpass (WordPress, phpBB)'],
  ['U$P$', 34, 'Drupal 7 migrated MD5'],
  ['$1$', 26, 'md5crypt'],
  ['$5$', 46, 'sha256crypt'],
  ['$6$', 89, 'sha512crypt'],
  ['$apr1$', 28, 'Apache apr1 (md5crypt)'],
  ['$y$', 40, 'yescrypt'],
  ['$gy$', 40, 'yescrypt'],
  ['$7$', 40, 'scrypt'],
  ['$s0$', 40, 'scrypt'],
  ['$scrypt$', 40, 'scrypt'],
  ['SCRYPT:', 40, 'scrypt'],
  ['scrypt:', 40, 'scrypt'],
  ['scrypt$', 40, 'scrypt'],
  ['$md5', 30, 'sun-md5 or other crypt'],
  ['$sha1$', 30, 'sun-md5 or other crypt'],
  ['$pbkdf2', 30, 'passlib PBKDF2'],
  ['pbkdf2_sha', 40, 'Django PBKDF2'],
  ['pbkdf2:', 40, 'Werkzeug PBKDF2'],
  ['bcrypt$', 60, 'bcrypt'],
  ['bcrypt_sha256$', 60, 'bcrypt'],
  ['argon2$argon2id', 40, 'argon2id'],
  ['argon2$', 40, 'argon2i or argon2d'],
  ['sha1$', 42, 'Django salted SHA-1 or MD5'],
  ['md5$', 36, 'Django salted SHA-1 or MD5'],
  ['sha256$', 66, 'SHA-256 with salt (hash:salt)'],
  ['sha512$', 130, 'SHA-512 with salt (hash:salt)'],
  ['$SHA$', 70, 'SHA-256 with salt (hash:salt)'],
  ['sha1:', 30, 'PBKDF2'],
  ['sha256:', 30, 'PBKDF2'],
  ['sha512:', 30, 'PBKDF2'],
  ['{SSHA}', 40, 'LDAP salted SHA-1 {SSHA}'],
  ['{SHA}', 33, 'LDAP SHA-1 {SHA}, unsalted'],
  ['{SSHA256}', 50, 'LDAP salted SHA-2 {SSHA}'],
  ['{SSHA384}', 70, 'LDAP salted SHA-2 {SSHA}'],
  ['{SSHA512}', 90, 'LDAP salted SHA-2 {SSHA}'],
  ['{SMD5}', 30, 'LDAP salted MD5 {SMD5}'],
  ['{MD5}', 29, 'LDAP MD5 {MD5}, unsalted'],
  ['{CRYPT}', 19, 'LDAP crypt {CRYPT}'],
  ['{crypt}', 19, 'LDAP crypt {CRYPT}'],
  ['{PKCS5S2}', 60, 'Atlassian PKCS5S2 (PBKDF2)'],
  ['SCRAM-SHA-256$', 80, 'PostgreSQL SCRAM-SHA-256'],
  ['$mysql$A$', 60, 'MySQL caching_sha2 (sha256crypt)'],
  ['$A$005$', 60, 'MySQL caching_sha2 (sha256crypt)'],
  ['0x0100', 54, 'MSSQL 2000 or 2005'],
  ['0x0200', 142, 'MSSQL 2012'],
];

/** The prefixes by their first byte, so that most values compare with none. */
let prefixesByByte: (readonly (readonly [string, number, number])[])[] | undefined;

/** Kinds of raw hexadecimal by length, and of `hash:salt` by the length of the hash. */
const rawHex = new Map<number, number>([
  [16, passwordKindNumber('old MySQL or half MD5 (16 hex)')],
  [32, passwordKindNumber('MD5 or NTLM (32 hex)')],
  [40, passwordKindNumber('SHA-1 or MySQL 4.1+ (40 hex)')],
  [56, passwordKindNumber('SHA-224 (56 hex)')],
  [64, passwordKindNumber('SHA-256 (64 hex)')],
  [96, passwordKindNumber('SHA-384 (96 hex)')],
  [128, passwordKindNumber('SHA-512 or Whirlpool (128 hex)')],
]);
const saltedHex = new Map<number, number>([
  [32, passwordKindNumber('MD5 with salt (hash:salt)')],
  [40, passwordKindNumber('SHA-1 with salt (hash:salt)')],
  [64, passwordKindNumber('SHA-256 with salt (hash:salt)')],
  [128, passwordKindNumber('SHA-512 with salt (hash:salt)')],
]);
/** Base64 of a digest, by length; the last characters are padding. */
const rawBase64 = new Map<number, number>([
  [24, passwordKindNumber('MD5 (16 bytes in Base64)')],
  [28, passwordKindNumber('SHA-1 (20 bytes in Base64)')],
  [44, passwordKindNumber('SHA-256 (32 bytes in Base64)')],
  [88, passwordKindNumber('SHA-512 (64 bytes in Base64)')],
]);
/** `$name$…` and `{name}…` of at least this length are some stored form, and so is one run of this many hash characters. */
const leastNamedForm = 24;
const leastRun = 48;
const otherHash = passwordKindNumber('other hash, not recognised');
const plainText = passwordKindNumber('plain text');
const mysql = passwordKindNumber('MySQL 4.1+ (SHA-1, unsalted)');
const postgres = passwordKindNumber('PostgreSQL MD5');
const pair = passwordKindNumber('MD5 with salt, or LM and NTLM pair (32:32 hex)');
const descrypt = passwordKindNumber('descrypt (DES)');
const bsdi = passwordKindNumber('bsdi crypt (DES)');
const identity3 = passwordKindNumber('ASP.NET Identity v3 (PBKDF2)');
const identity2 = passwordKindNumber('ASP.NET Identity v2 (PBKDF2)');

/** 0 for an empty cell, a placeholder or the mark of a locked account (`*`, `!`, `!!`). */
export function passwordKind(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  const length = to - from;
  if (length === 0) return 0;
  const known = length < 13 ? 0 : storedKind(bytes, from, to, length);
  if (known > 0) return known;
  if (length <= 4 && isLocked(bytes, from, to)) return 0;
  return length > 200 || isPlaceholder(bytes, from, to) ? 0 : plainText;
}

function isLocked(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 33 && bytes[at] !== 42) return false;
  return true;
}

function storedKind(bytes: Uint8Array, from: number, to: number, length: number): number {
  const hexEnd = runOf(bytes, from, to, hex);
  if (hexEnd === to && runOf(bytes, from, to, digit) < to) {
    const raw = rawHex.get(length);
    if (raw !== undefined) return raw;
  }
  const prefixed = prefixKind(bytes, from, to);
  if (prefixed > 0) return prefixed;
  if (hexEnd < to && bytes[hexEnd] === 58) {
    if (hexEnd - from === 32 && length === 65 && runOf(bytes, hexEnd + 1, to, hex) === to) return pair;
    return saltedHex.get(hexEnd - from) ?? 0;
  }
  if (bytes[from] === 42 && length === 41 && runOf(bytes, from + 1, to, hex) === to) return mysql;
  if (
    length === 35 &&
    bytes[from] === 109 &&
    bytes[from + 1] === 100 &&
    bytes[from + 2] === 53 &&
    runOf(bytes, from + 3, to, hex) === to
  )
    return postgres;
  if (length === 20 && bytes[from] === 95 && runOf(bytes, from + 1, to, crypt64) === to) return bsdi;
  if (length === 13 && runOf(bytes, from, to, crypt64) === to && isMixed(bytes, from, to)) return descrypt;
  return base64Kind(bytes, from, to, length);
}

function runOf(bytes: Uint8Array, from: number, to: number, flag: number): number {
  let at = from;
  while (at < to && (byteClass[bytes[at]!]! & flag) !== 0) at++;
  return at;
}

/** ASP.NET Identity (version byte 0 makes the text begin with `A`, v3 with `AQAAAA`), digests in Base64, and the rest. */
function base64Kind(bytes: Uint8Array, from: number, to: number, length: number): number {
  if (length < leastNamedForm) return 0;
  const first = bytes[from]!;
  if ((first === 36 || first === 123) && isNamedForm(bytes, from, to, first === 36 ? 36 : 125))
    return otherHash;
  const end = base64End(bytes, from, to);
  if (end < to) return 0;
  if (length === 84 && first === 65 && bytes[from + 1] === 81 && bytes[from + 2] === 65) return identity3;
  if (length === 68 && first === 65) return identity2;
  const digest = bytes[to - 1] === 61 ? rawBase64.get(length) : undefined;
  return digest ?? (length >= leastRun ? otherHash : 0);
}

function base64End(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    (bytes[at] === 43 || bytes[at] === 61 || (bytes[at] !== 46 && (byteClass[bytes[at]!]! & crypt64) !== 0))
  )
    at++;
  return at;
}

/** The name after the first sign, letters, digits and hyphens, is closed by `close` within 20 bytes, and no space follows. */
function isNamedForm(bytes: Uint8Array, from: number, to: number, close: number): boolean {
  let at = from + 1;
  while (at < to && at - from < 20 && ((byteClass[bytes[at]!]! & (alpha | digit)) !== 0 || bytes[at] === 45))
    at++;
  if (at === from + 1 || bytes[at] !== close) return false;
  while (at < to && bytes[at]! > 32) at++;
  return at === to;
}

/** Upper case, lower case and a digit, `.` or `/`: a word of 13 letters is a password, not a DES hash. */
function isMixed(bytes: Uint8Array, from: number, to: number): boolean {
  let upper = 0;
  let lower = 0;
  let other = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 97) lower++;
    else if (byte >= 65) upper++;
    else other++;
  }
  return upper > 1 && lower > 1 && other > 0 && !((byteClass[bytes[to - 1]!]! & digit) !== 0 && other === 1);
}

function prefixKind(bytes: Uint8Array, from: number, to: number): number {
  prefixesByByte ??= groupPrefixes();
  const group = prefixesByByte[bytes[from]!];
  if (group === undefined) return 0;
  for (const [prefix, least, kind] of group) {
    if (to - from >= least && isPrefix(bytes, from, prefix)) return kind;
  }
  return 0;
}

function isPrefix(bytes: Uint8Array, from: number, prefix: string): boolean {
  for (let index = 0; index < prefix.length; index++) {
    if (bytes[from + index] !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

function groupPrefixes(): (readonly (readonly [string, number, number])[])[] {
  const groups: [string, number, number][][] = [];
  for (const [prefix, least, kind] of prefixes) {
    const group = (groups[prefix.charCodeAt(0)] ??= []);
    group.push([prefix, least, passwordKindNumber(kind)]);
  }
  return groups;
}
