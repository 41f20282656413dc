/*
 * A person in the making: names, what was said of them, where. In: what the readers of forms, blocks and headings found.
 * Out: drafts that mean one person made one, and whether a draft is enough to speak of somebody. Two people are not one
 * because of a last name alone, unless one of them was only called by it.
 */

import type { PersonName } from './person-name.ts';
import type { TextField } from './text-field.ts';

export interface DraftName {
  field: TextField;
  words: string[];
  hasHonorific: boolean;
  hasGiven: boolean;
}

export type DraftSource = 'subject' | 'form' | 'block' | 'heading' | 'mail' | 'sentence' | 'salutation';

export interface Draft {
  names: DraftName[];
  fields: TextField[];
  sources: Set<DraftSource>;
  firstLine: number;
  lastLine: number;
}

export function draftOf(name: PersonName, source: DraftSource, line: number, evidence: string): Draft {
  const draft: Draft = {
    names: [],
    fields: [],
    sources: new Set([source]),
    firstLine: line,
    lastLine: line,
  };
  addName(draft, name, 'fullName', evidence);
  return draft;
}

export function addName(
  draft: Draft,
  { start, end, value, words, hasHonorific, hasGiven }: PersonName,
  validator: 'firstName' | 'lastName' | 'fullName',
  evidence: string,
): void {
  const sort = validator === 'fullName' && words.length === 1 ? 'lastName' : validator;
  draft.names.push({
    field: { validator: sort, value, start, end, evidence },
    words,
    hasHonorific,
    hasGiven,
  });
}

/** One value of each sort but addresses of mail and telephones; the first stands. */
export function addField(draft: Draft, field: TextField, line: number): boolean {
  const isMany = field.validator === 'email' || field.validator === 'phone';
  const known = draft.fields.find(
    (one) => one.validator === field.validator && (!isMany || one.value === field.value),
  );
  if (known !== undefined) return known.value === field.value;
  draft.fields.push(field);
  draft.firstLine = Math.min(draft.firstLine, line);
  draft.lastLine = Math.max(draft.lastLine, line);
  return true;
}

export function has({ fields }: Draft, ...validators: TextField['validator'][]): boolean {
  return fields.some(({ validator }) => validators.includes(validator));
}

export function wordsOf({ names }: Draft): string[] {
  return [...new Set(names.flatMap(({ words }) => words))];
}

/** Enough is known to speak of a person: a name that is one, and as much beside it as its source asks for. */
export function isPerson(draft: Draft): boolean {
  const { names, sources } = draft;
  if (names.length === 0) return false;
  const isSaidOnly = sources.size === 1 && sources.has('sentence');
  if (
    isSaidOnly &&
    !names.some((name) => name.hasHonorific) &&
    !has(draft, 'nir', 'streetAddress', 'phone', 'email', 'iban')
  )
    return false;
  const hasGiven = names.some((name) => name.hasGiven);
  const hasHonorific = names.some((name) => name.hasHonorific);
  const isSure = has(draft, 'nir', 'birthDate');
  const hasOwn = isSure || has(draft, 'birthPlace', 'streetAddress', 'phone', 'email', 'iban');
  const words = wordsOf(draft);
  const sorts = new Set(names.map(({ field }) => field.validator));
  if (words.length < 2) {
    const isLastName = sorts.has('lastName');
    return isLastName && (isSure || (hasHonorific && has(draft, 'streetAddress') && sources.has('block')));
  }
  if (sorts.has('firstName') && sorts.has('lastName')) return hasGiven || hasHonorific || hasOwn;
  const isFull = hasGiven || names.some((name) => name.words.length > 1 && name.hasHonorific);
  if (!isFull) return isSure || (sources.has('mail') && has(draft, 'email'));
  return sources.has('subject') || sources.has('block') || hasOwn;
}

/** More drafts with one word in their names than this are not compared each with each. */
const mostCompared = 8;

/** Drafts whose names agree are one; those called by a last name only join the one person who bears it. */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  const byWord = new Map<string, Draft[]>();
  const sorted = drafts.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length);
  for (const draft of sorted) {
    const words = wordsOf(draft);
    const near = new Set(words.flatMap((word) => (byWord.get(word) ?? []).slice(-mostCompared)));
    const same = [...near].filter((other) => isSame(wordsOf(other), words) && !differ(other, draft));
    if (same.length > 0 && (words.length > 1 || same.length === 1)) join(same[0]!, draft);
    else {
      merged.push(draft);
      for (const word of words)
        byWord.set(word, [...(byWord.get(word) ?? []).slice(1 - mostCompared), draft]);
    }
  }
  return merged.sort((a, b) => a.firstLine - b.firstLine);
}

/** All words of the shorter name are in the longer one; an initial stands for a word. */
function isSame(long: readonly string[], short: readonly string[]): boolean {
  return short.every((word) =>
    long.some((other) => other === word || (word.length === 1 && short.length > 1 && other.startsWith(word))),
  );
}

/** Different numbers or birthdays are different people. */
function differ(a: Draft, b: Draft): boolean {
  return a.fields.some(
    ({ validator, value }) =>
      (validator === 'nir' || validator === 'birthDate') &&
      b.fields.some((other) => other.validator === validator && other.value !== value),
  );
}

function join(into: Draft, from: Draft): void {
  const known = new Set(wordsOf(into));
  if (from.names.some(({ words }) => words.some((word) => word.length > 1 && !known.has(word))))
    into.names.push(...from.names);
  else
    for (const name of from.names) {
      const own = into.names[0]!;
      own.hasHonorific ||= name.hasHonorific;
      own.hasGiven ||= name.hasGiven;
    }
  for (const field of from.fields) addField(into, field, from.firstLine);
  for (const source of from.sources) into.sources.add(source);
  into.firstLine = Math.min(into.firstLine, from.firstLine);
  into.lastLine = Math.max(into.lastLine, from.lastLine);
}
