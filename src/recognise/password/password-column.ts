/*
 * Is this a column of passwords, and how are they stored? In: a column's facts, whether accounts stand beside it. Out:
 * a finding or null. A stored form such as bcrypt proves itself; raw hexadecimal may as well be a file's checksum or a
 * session, and plain text may be anything: those need the column's name.
 */

import type { ColumnFacts } from '../column-facts.ts';
import { finding, type ClassFinding } from '../finding.ts';
import { logLikelihoodRatio, priorLogOdds, valueFloor } from '../likelihood.ts';
import { passwordKind } from './password-kind.ts';
import { passwordKinds, type PasswordKind } from './password-kinds.ts';
import { passwordNotes } from './password-notes.ts';

/** Words of columns that hold hashes of other things than passwords. */
const otherHashes = new Set(
  'token tokens key keys sid ssid cid session sessions etag checksum file files md crc uuid guid signature digest remember activation otp code reset secret api nonce salt cookie csrf fingerprint commit revision image cache url query content body cv email mail ip row record'.split(
    ' ',
  ),
);
const strongName = 5;
const chanceOfForm = 0.0005;
const chanceOfHex = 0.05;

type Form = 'stored' | 'hex' | 'plain' | 'none';

export interface PasswordSurroundings {
  table: string;
  columns: readonly ColumnFacts[];
  /** Accounts stand in the table: addresses or user names. */
  hasLogin: boolean;
}

export function passwordFinding(
  column: ColumnFacts,
  { table, columns, hasLogin }: PasswordSurroundings,
): ClassFinding | null {
  const sampled = column.values.length;
  if (sampled === 0 || column.type === 'number' || column.type === 'time' || column.type === 'list')
    return null;
  const match = column.header.matches.get('password');
  const weight = match?.weight ?? 0;
  const isOther = column.header.words.some((word) => otherHashes.has(word)) || column.header.isTurned;
  if (weight < strongName && isOther) return null;
  const { forms, kind } = countForms(column);
  const claim = (weigh: number, passed: number, chance: number): ClassFinding => {
    const told = passwordNotes(column, kind, table, columns);
    const evidence = { name: match?.phrase ?? null, sampled, passed, chance };
    return finding({
      validator: 'password',
      kind: told.kind,
      logOdds: priorLogOdds + weigh,
      standing: 'own',
      evidence: told.notes.length === 0 ? evidence : { ...evidence, note: told.notes.join('; ') },
    });
  };
  const hashed = forms.stored + forms.hex;
  if (forms.stored >= 0.3 * sampled) {
    const ratio = logLikelihoodRatio(hashed, sampled, 0.9, chanceOfForm, valueFloor, 10);
    return claim(weight + ratio, hashed, chanceOfForm);
  }
  if (hashed >= 0.6 * sampled) {
    const needed = neededWeight(column, weight, hasLogin);
    if (needed === 0 || !hasLetters(column)) return null;
    const ratio = logLikelihoodRatio(hashed, sampled, 0.95, chanceOfHex, valueFloor, 3);
    return claim(needed + ratio, hashed, chanceOfHex);
  }
  if (weight < strongName * 0.8) return null;
  const isSomebodys = hasLogin || hasPeople(columns);
  if (!(isSomebodys && !column.header.isTurned ? isSharedText(column) : isPlainText(column))) return null;
  return claim(weight + (isSomebodys ? 1.5 : -1), sampled - forms.none, 1);
}

/** Columns that are called after what people have. */
const peopleNames = ['firstName', 'lastName', 'fullName', 'phone', 'birthDate', 'nir'] as const;

function hasPeople(columns: readonly ColumnFacts[]): boolean {
  return columns.some(({ header }) =>
    peopleNames.some((name) => (header.matches.get(name)?.weight ?? 0) >= 3),
  );
}

/** A telling name is enough; `hash`, or no name at all, only in a table with accounts and for values all of one length. */
function neededWeight(column: ColumnFacts, weight: number, hasLogin: boolean): number {
  const isNamed = column.header.words.length > 0;
  if (weight >= strongName * 0.8) return weight;
  if (!hasLogin || !isUniform(column) || (isNamed && weight === 0)) return 0;
  return 1.8;
}

/** Digits alone are numbers, whatever their length. */
function hasLetters(column: ColumnFacts): boolean {
  return column.numeric < 0.3;
}

/** How many values of each form, and the kind most of them have. */
function countForms(column: ColumnFacts): { forms: Record<Form, number>; kind: PasswordKind | null } {
  const forms: Record<Form, number> = { stored: 0, hex: 0, plain: 0, none: 0 };
  const counts = new Map<number, number>();
  for (const { bytes } of column.values) {
    const kind = passwordKind(bytes, 0, bytes.length);
    forms[formOf(kind)]++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].filter(([kind]) => kind > 0).sort((a, b) => b[1] - a[1]);
  return { forms, kind: most === undefined ? null : passwordKinds[most[0] - 1]! };
}

function formOf(kind: number): Form {
  if (kind === 0) return 'none';
  const name = passwordKinds[kind - 1]!;
  if (name === 'plain text' || name === 'descrypt (DES)') return 'plain';
  return /hex(?:, capitals)?\)$|Base64\)$|^other|^bsdi|plain text/.test(name) ? 'hex' : 'stored';
}

function isUniform(column: ColumnFacts): boolean {
  const length = column.values[0]!.text.length;
  return column.values.length >= 5 && column.values.every((value) => value.text.length === length);
}

/** One word each, no flags, no dates, not one of a few states. */
function isPlainText(column: ColumnFacts): boolean {
  const { values } = column;
  const isVaried = values.length < 20 || column.distinct >= Math.min(10, values.length / 4);
  return isVaried && areWords(column);
}

/** Beside an account a telling name is enough for few values, or one that all share, which are no states of something. */
function isSharedText(column: ColumnFacts): boolean {
  const { values } = column;
  if (!areWords(column)) return false;
  const states = values.filter(({ text }) => stateWord.test(text) || isMasked.test(text)).length;
  if (states > values.length / 4) return false;
  if (column.distinct >= fewestWords) return true;
  const isCalledSo = column.header.words.join('') === column.header.matches.get('password')?.phrase;
  const passed = values.filter(({ text }) => (isCalledSo ? text.length >= 6 : isMadeUp(text))).length;
  return passed >= 0.5 * values.length;
}

/** Fewer different values than this may be states that nobody has listed: half must look made up, unless the name says nothing but `password`. */
const fewestWords = 5;

/** What a column called `password` may say instead of one, as a whole value. */
const stateWord =
  /^(?:true|false|yes|no|oui|non|ja|nein|none|null|unset|not[ _-]?set|set|empty|vide|n\/a|unknown|inconnu|active|inactive|actif|inactif|enabled|disabled|expired?|valid|invalid|locked|unlocked|reset|changed|pending|temporary|permanent|default|required|optional|hidden|hash(?:ed)?|encrypted|redacted|masked|removed|deleted|missing|absent|present|provided|undefined|defined|generated|protected|unprotected|verified|unverified|confirmed|authenticated|validated|migrated|imported|plain(?:text)?|bcrypt|argon2(?:i|d|id)?|scrypt|pbkdf2|md5|sha-?(?:1|256|384|512)|crypt|ldap|sso|oauth2?|saml|kerberos|local|external|google|facebook|github|weak|medium|strong|poor|fair|good|low|high)$/i;

/** `********`, `[redacted]`. */
const isMasked = /^(?:([^\p{L}\d])\1*|[xX]+|[[<({*#].*[\])}>*#])$/u;

/** Letters together with digits or signs, and no version, date or address of a page. */
function isMadeUp(text: string): boolean {
  return (
    text.length >= 6 &&
    /\p{L}/u.test(text) &&
    /[^\p{L}\s]/u.test(text) &&
    !/^v?\d+(?:[._-]\d+)+|^\w+:\/\//u.test(text) &&
    !/^\p{L}+(?:[ _-]\p{L}+)+$/u.test(text)
  );
}

function areWords({ values }: ColumnFacts): boolean {
  const words = values.filter(
    ({ text }) =>
      text.length >= 4 &&
      text.length <= 64 &&
      !/\s.*\s/.test(text) &&
      !/^(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?:\D|$)/.test(text),
  );
  return words.length >= 0.7 * values.length;
}
