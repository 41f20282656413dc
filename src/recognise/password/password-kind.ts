/*
 * How a password is stored, told by its bytes. In: a span that holds one cell of a password column. Out: index + 1
 * into `passwordKinds`, 0 when no password is there. Raw hexadecimal is ambiguous by nature (a 32-digit value may be
 * MD5 or NTLM) and says so in its name; digits alone are a number, not a hash. Never tries to reverse anything.
 */

import { alpha, byteClass, crypt64, digit, hex, trimEnd, trimStart } from '../byte-class.ts';
import { isPlaceholder } from '../text-value.ts';
import { passwordKindNumber } from './password-kinds.ts';
import { programForm } from './program-forms.ts';
import { storedPrefixes } from './stored-prefixes.ts';

/** The prefixes by their first byte, so that most values compare with none. */
let prefixesByByte: (readonly (readonly [string, number, number])[])[] | undefined;

/** Kinds of raw hexadecimal by length, and of `hash:salt` by the length of the hash. */
const rawHex = new Map<number, number>([
  [16, passwordKindNumber('old MySQL, LM or half MD5 (16 hex)')],
  [32, passwordKindNumber('MD5 or NTLM (32 hex)')],
  [40, passwordKindNumber('SHA-1 or MySQL 4.1+ (40 hex)')],
  [56, passwordKindNumber('SHA-224 or SHA3-224 (56 hex)')],
  [64, passwordKindNumber('SHA-256 or another (64 hex)')],
  [80, passwordKindNumber('RIPEMD-320 (80 hex)')],
  [96, passwordKindNumber('SHA-384 or SHA3-384 (96 hex)')],
  [128, passwordKindNumber('SHA-512 or Whirlpool (128 hex)')],
  [136, passwordKindNumber('macOS salted SHA-512')],
]);
const saltedHex = new Map<number, number>([
  [32, passwordKindNumber('MD5 with salt (hash:salt)')],
  [40, passwordKindNumber('SHA-1 with salt (hash:salt)')],
  [56, passwordKindNumber('SHA-224 with salt (hash:salt)')],
  [64, passwordKindNumber('SHA-256 with salt (hash:salt)')],
  [96, passwordKindNumber('SHA-384 with salt (hash:salt)')],
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
const bcrypt = passwordKindNumber('bcrypt');
const pbkdf2 = passwordKindNumber('PBKDF2');
const lowBcrypt = passwordKindNumber('bcrypt, low cost');
const hex32 = passwordKindNumber('MD5 or NTLM (32 hex)');
const capitals32 = passwordKindNumber('NTLM, LM or MD5 (32 hex, capitals)');
/** Below 2^8 rounds, a hundredth of what is usual, bcrypt slows a guesser little. */
const leastBcryptCost = 8;
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
    if (raw !== undefined) return raw === hex32 && isCapital(bytes, from, to) ? capitals32 : raw;
  }
  const prefixed = prefixKind(bytes, from, to);
  if (prefixed === bcrypt) return bcryptKind(bytes, from, to);
  if (prefixed === pbkdf2) return countedKind(bytes, from, to);
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
  const form = programForm(bytes, from, to);
  return form > 0 ? form : base64Kind(bytes, from, to, length);
}

/** Windows writes its hashes in capitals. */
function isCapital(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! >= 97) return false;
  return true;
}

/** By the two digits after `$2a$`, also where a framework's name stands before it. */
function bcryptKind(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] !== 36 || bytes[at + 1] !== 50)) at++;
  if (at + 6 > to) return bcrypt;
  at += bytes[at + 2] === 36 ? 3 : 4;
  const cost = (bytes[at]! - 48) * 10 + bytes[at + 1]! - 48;
  return cost >= 0 && cost < leastBcryptCost ? lowBcrypt : bcrypt;
}

/** `sha256:1000:…` counts its rounds; `sha256:` before the hash itself is that of a chat server, with its salt behind. */
function countedKind(bytes: Uint8Array, from: number, to: number): number {
  const start = bytes.subarray(from, to).indexOf(58) + from + 1;
  return saltedHex.get(runOf(bytes, start, to, hex) - start) ?? pbkdf2;
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
  for (const [prefix, least, kind] of storedPrefixes) {
    const group = (groups[prefix.charCodeAt(0)] ??= []);
    group.push([prefix, least, passwordKindNumber(kind)]);
  }
  return groups;
}
