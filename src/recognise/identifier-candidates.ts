/*
 * Which identifiers a column may hold, each weighed against chance: how many values pass, what the column's name, the
 * birth dates and sexes in the same rows and the countries of the table say for it. In: a column's facts, what stands
 * around. Out: candidates. Does not choose between them.
 */

import type { ColumnFacts } from './column-facts.ts';
import { isOrganisationKind, type Identifier } from './identifiers/identifier.ts';
import { identifiers } from './identifiers/index.ts';
import { chanceWithoutKey } from './identifiers/nir.ts';
import { thingWords } from './lexicon/header-words.ts';
import { anyNumber } from './lexicon/identifier-headers.ts';
import { logLikelihoodRatio, priorLogOdds, valueFloor } from './likelihood.ts';
import type { SampledValue } from './sampled-value.ts';
import { birthAgreement, sexAgreement, type SiblingFacts } from './sibling-facts.ts';

export interface IdentifierSurroundings {
  facts: () => SiblingFacts;
  hints: () => ReadonlySet<string>;
}

export interface Candidate {
  identifier: Identifier;
  weight: number;
  phrase: string | null;
  /** Values that pass, of the whole sample. */
  passed: number;
  /** The most frequent of a person's or an account's. */
  kind: string;
  /** Share of what passes that is of organisations' kinds. */
  organisations: number;
  chance: number;
  logOdds: number;
  /** What decides between candidates: each value that passes one and not the other, the name, what stands around. */
  rank: number;
  note: string | null;
}

/** Numbers typed by people: one in twenty may be wrong. */
const p1 = 0.95;
const ceiling = 12;
/** What mere shape can add. */
const ceilingOfShape = 2.5;
/** Without a telling name it could be any of some fifty kinds. */
const unnamedPrior = priorLogOdds - 3;
const leastDifferent = 3;
const probes = 8;
const hintWeight = 3.5;
/** ISO/IEC 7812: the first digits of a card name its issuer. */
const issuerDigits = 6;
const mostOfOneIssuer = 0.6;
const perValue = Math.log(p1 / (1 - p1));
/** In these kinds nothing was checked but the shape. */
const shapeOnly = /, without (?:key|check digit)$/;

export function identifierCandidates(column: ColumnFacts, around: IdentifierSurroundings): Candidate[] {
  const wanted = candidatesOf(column, around);
  if (wanted.length === 0) return [];
  const values = differentValues(column);
  return wanted
    .map((identifier) => weigh(identifier, column, values, around))
    .filter((candidate) => candidate !== null);
}

/** Kinds that the column's name speaks for, or that half of its first values pass. */
function candidatesOf(column: ColumnFacts, around: IdentifierSurroundings): readonly Identifier[] {
  const { header } = column;
  const named = identifiers.filter(({ name }) => header.matches.has(name));
  if (named.length === 0 && (header.isTurned || header.words.some((word) => thingWords.has(word)))) return [];
  const first = column.values.slice(0, probes);
  if (named.length === 0 && first.filter(({ text }) => hasDigits(text)).length < first.length / 2) return [];
  const fitting = identifiers.filter(
    (identifier) =>
      !named.includes(identifier) &&
      (!identifier.needsName || (identifier.decode !== undefined && around.facts().births.length > 0)) &&
      first.filter(({ bytes }) => identifier.kind(bytes, 0, bytes.length) > 0).length >= first.length / 2,
  );
  return [...named, ...fitting];
}

function hasDigits(text: string): boolean {
  return text.length <= 100 && /\d\D{0,3}\d\D{0,3}\d\D{0,3}\d/.test(text);
}

/** One value many times over says what it says once. */
function differentValues(column: ColumnFacts): SampledValue[] {
  const seen = new Set<string>();
  return column.values.filter(({ text }) => {
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function weigh(
  identifier: Identifier,
  column: ColumnFacts,
  values: readonly SampledValue[],
  around: IdentifierSurroundings,
): Candidate | null {
  const match = column.header.matches.get(identifier.name);
  const weight = match?.weight ?? 0;
  const counts = countKinds(identifier, values);
  const shaped = sumOf(
    identifier.kinds.map((kind, index) => (shapeOnly.test(kind) ? counts[index + 1]! : 0)),
  );
  const all = sumOf(counts.slice(1));
  const checked = all - shaped;
  if (match === undefined && (checked < leastDifferent || isOfGoods(identifier, values))) return null;
  const isShape = match !== undefined && shaped > checked;
  const passed = match === undefined ? checked : all;
  if (passed === 0) return null;
  const births = birthAgreement(identifier, values, around.facts());
  const isProven = births.agreeing >= leastDifferent && births.agreeing >= 0.8 * births.compared;
  if (identifier.needsName && weight <= anyNumber.weight && !isProven) return null;
  const chance = isShape ? Math.max(identifier.chance, chanceWithoutKey) : identifier.chance;
  const most = isShape || identifier.needsName ? ceilingOfShape : ceiling;
  const siblings = siblingWeight(identifier, values, around, births);
  const logOdds =
    (match === undefined ? unnamedPrior : priorLogOdds + weight) +
    logLikelihoodRatio(passed, values.length, p1, chance, valueFloor, most) +
    siblings;
  const hinted = identifier.country !== null && around.hints().has(identifier.country) ? hintWeight : 0;
  const ofOrganisations = identifier.kinds.map((name) => isOrganisationKind(name));
  const [kind] = identifier.kinds
    .map((_, index) => index)
    .toSorted(
      (a, b) =>
        Number(ofOrganisations[a]) - Number(ofOrganisations[b]) || counts[b + 1]! - counts[a + 1]! || a - b,
    );
  return {
    identifier,
    weight,
    phrase: match?.phrase ?? null,
    passed: column.values.filter(({ bytes }) => isPassing(identifier, bytes, match !== undefined)).length,
    kind: identifier.kinds[kind!]!,
    organisations: sumOf(counts.filter((_, index) => index > 0 && ofOrganisations[index - 1])) / all,
    chance,
    logOdds,
    rank: passed * perValue + weight + hinted + siblings,
    note: isProven
      ? `the date of birth in it is the row’s in ${births.agreeing} of ${births.compared}`
      : null,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function countKinds(identifier: Identifier, values: readonly SampledValue[]): number[] {
  const counts = Array.from({ length: identifier.kinds.length + 1 }, () => 0);
  for (const { bytes } of values) counts[identifier.kind(bytes, 0, bytes.length)]! += 1;
  return counts;
}

function isPassing(identifier: Identifier, bytes: Uint8Array, isNamed: boolean): boolean {
  const kind = identifier.kind(bytes, 0, bytes.length);
  return kind > 0 && (isNamed || !shapeOnly.test(identifier.kinds[kind - 1]!));
}

/**
 * Ten-digit ISBNs have the check of NHS numbers, but one in eleven ends in X, and of NHS numbers those in use begin with
 * 3, 4, 6 or 7, those for tests with 9. Cards of one issuer alone may be anybody's: gift cards, memberships.
 */
function isOfGoods({ name }: Identifier, values: readonly SampledValue[]): boolean {
  if (name === 'nhs')
    return (
      values.some(({ text }) => /^\d[\d -]{8,11}X$/i.test(text)) ||
      values.filter(({ text }) => /^[34679]/.test(text)).length < 0.9 * values.length
    );
  return name === 'card' && commonestIssuer(values) > mostOfOneIssuer * values.length;
}

/** How many cards the issuer with the most of them has. */
function commonestIssuer(values: readonly SampledValue[]): number {
  const counts = new Map<string, number>();
  for (const { text } of values) {
    const issuer = text.replaceAll(/\D/g, '').slice(0, issuerDigits);
    counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

/** Dates of birth never agree by accident; sexes do in half of the rows. */
function siblingWeight(
  identifier: Identifier,
  values: readonly SampledValue[],
  around: IdentifierSurroundings,
  births: { compared: number; agreeing: number },
): number {
  let weight = 0;
  if (births.compared >= leastDifferent) {
    if (births.agreeing >= 0.8 * births.compared) weight += identifier.needsName ? 8 : 4;
    else if (births.compared >= probes && births.agreeing < 0.2 * births.compared) weight -= 3;
  }
  const sexes = sexAgreement(identifier, values, around.facts());
  if (sexes.compared >= probes) {
    if (sexes.agreeing >= 0.9 * sexes.compared) weight += 1.5;
    else if (sexes.agreeing < 0.65 * sexes.compared) weight -= 2;
  }
  return weight;
}
