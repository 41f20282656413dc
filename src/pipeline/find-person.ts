// Answers whether an identifier is in a case, and what stands there about the person it belongs to.
// In: a case, and an identifier or a name with a date of birth. Out: a statement; it holds neither the question nor a
// value of the leak.

import { isIP } from 'node:net';
import { TocsinError } from '../base/index.ts';
import { identifierOf, type ValidatorName, validatorIds } from '../recognise/index.ts';
import {
  passwordMeaning,
  type PasswordStrength,
  type PersonStatement,
  type StatementClass,
  type StatementFlag,
} from '../report/index.ts';
import { personFlags } from '../resolve/index.ts';
import {
  type CaseRecord,
  findPeople,
  type FoundPerson,
  guarded,
  type HashedIdentifier,
  listDeliveries,
  openVault,
} from '../store/index.ts';
import { createIdentifierHasher } from './identifier-hasher.ts';
import { identifierSorts, mistypedAs, namesAndBirth, type PossibleIdentifier } from './identifier-sorts.ts';

export type PersonQuestion = { identifier: string } | { name: string; born: string };

/** People in a statement; more share a number only where it is nobody's own. */
const maxPeople = 20;

/** Null where the identifier has no form that is known; USAGE where it is told to be none that can be looked up. */
export function findPerson(record: CaseRecord, question: PersonQuestion): PersonStatement | null {
  const possible =
    'identifier' in question
      ? identifierSorts(question.identifier)
      : namesAndBirth(question.name, question.born);
  const mistyped = 'identifier' in question ? mistypedAs(question.identifier) : null;
  if ('identifier' in question && isIP(question.identifier.trim()) > 0)
    throw new TocsinError('USAGE', 'an IP address is not looked up: it may be many people’s', {
      hint: 'ask by e-mail address, telephone number or another number',
    });
  using vault = openVault(record);
  const identifiers = hashed(possible, vault.seed);
  if (identifiers.length === 0 && mistyped !== null)
    throw new TocsinError('USAGE', `this looks like ${shapes[mistyped]}, but its check digits do not fit`, {
      hint: 'check it for a typing error',
    });
  if (identifiers.length === 0) return null;
  return guarded(record.case, () => {
    const { people, peopleInAll, mentions, unseen } = findPeople(vault.db, identifiers, maxPeople);
    return {
      version: 2,
      case: record.case,
      name: record.name,
      askedAs: askedAs(
        identifiers,
        mistyped !== null || ('identifier' in question && isMostlyDigits(question.identifier)),
      ),
      mistyped: people.length === 0 ? mistyped : null,
      unseen: unseen.map(labelOf),
      found: people.length > 0 || mentions.length > 0,
      people: people.map((person) => ({
        by: person.by.map(labelOf),
        flags: flagsOf(person.flags),
        classes: classesOf(person),
        special: person.special,
      })),
      peopleInAll,
      mentions: mentions.map(({ delivery, table, column, files }) => ({ delivery, table, column, files })),
      deliveries: listDeliveries(vault.db).map(({ delivery, at, inputs, partial, skipped }) => ({
        delivery,
        at,
        files: inputs.map(({ path, sha256 }) => ({ path, sha256 })),
        skipped,
        partial,
      })),
    };
  });
}

const shapes = { nir: 'a NIR', iban: 'an IBAN', card: 'a payment card number' } as const;

/** What has the shape of a number is looked up as a username too, in silence: nobody would call it one. */
function askedAs(identifiers: HashedIdentifier[], isMistyped: boolean): string[] {
  const sorts = [...new Set(identifiers.map(({ sort }) => sort))];
  const isNumber =
    isMistyped ||
    sorts.some((sort) => identifierOf(validatorIds[sort as ValidatorName])?.needsName === false);
  return sorts.filter((sort) => !isNumber || sort !== 'username').map(labelOf);
}

/** Such as a number that lacks a digit. */
function isMostlyDigits(text: string): boolean {
  const digits = text.replaceAll(/\D/gu, '').length;
  return digits >= leastDigits && digits * 2 > text.trim().length;
}

const leastDigits = 8;

function hashed(possible: PossibleIdentifier[], seed: readonly [number, number]): HashedIdentifier[] {
  const hash = createIdentifierHasher(seed, { few: true });
  return possible.flatMap(({ sort, text }) => {
    const words = hash(sort, text);
    return words === null ? [] : [{ sort, low: words[0], high: words[1] }];
  });
}

/** Sorts with a name of their own keep it; numbers are told as people call them. */
function labelOf(sort: string): string {
  const id = validatorIds[sort as ValidatorName] as (typeof validatorIds)[ValidatorName] | undefined;
  return (id === undefined ? null : identifierOf(id)?.label) ?? sort;
}

function flagsOf(bits: number): StatementFlag[] {
  return Object.entries(personFlags).flatMap(([flag, bit]) => (bits & bit ? [flag as StatementFlag] : []));
}

function classesOf({ seen }: FoundPerson): StatementClass[] {
  const byClass = Map.groupBy(seen, (entry) => entry.class);
  return [...byClass].map(([dataClass, places]) => {
    const kinds = [...new Set(places.flatMap((place) => place.kinds))];
    return {
      class: dataClass,
      kinds,
      ...(dataClass === 'Passwords' ? { strength: weakest(kinds) } : {}),
      seen: places.map(({ delivery, table, column, files, kinds: ofColumn, rows }) => ({
        delivery,
        table,
        column,
        files,
        kinds: ofColumn,
        rows,
      })),
    };
  });
}

const byStrength: PasswordStrength[] = ['readable', 'weak', 'slowed', 'slow'];

/** Of a column of several kinds this person's may be any: the worst is said. */
function weakest(kinds: string[]): PasswordStrength {
  const held = new Set(kinds.map((kind) => passwordMeaning(kind).strength));
  return byStrength.find((strength) => held.has(strength)) ?? 'readable';
}
