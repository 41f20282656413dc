// Whether a value is an identifier of a sort, and which sort a list of values is of. In: texts, and what the list is
// headed by. Out: the identifier as it is hashed, or a sort. A sort that chance would explain as well is not guessed.

import {
  emailValue,
  type Identifier,
  identifierOf,
  identifiers,
  spanEnd,
  spanStart,
  type ValidatorName,
  validatorIds,
  valueKind,
} from '../../recognise/index.ts';

const anyDay = 9999_12_31;

/** The text to be hashed; null where the value is none of the sort. */
export function identifierIn(sort: ValidatorName, text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (sort === 'username') return trimmed;
  const bytes = Buffer.from(trimmed);
  if (sort === 'email') {
    const span = emailValue(bytes, 0, bytes.length);
    return span < 0 ? null : bytes.toString('utf8', spanStart(span), spanEnd(span));
  }
  return valueKind(validatorIds[sort], bytes, 0, bytes.length, anyDay) > 0 ? trimmed : null;
}

/** What the numbers of a sort are called, in the plural where it has one. */
export function sortLabel(sort: ValidatorName): string {
  return plainLabels[sort] ?? identifierOf(validatorIds[sort])?.label ?? sort;
}

const plainLabels: Partial<Record<ValidatorName, string>> = {
  email: 'email addresses',
  phone: 'telephone numbers',
  username: 'usernames',
};

/** Of a list, so many of its values have to be of a sort, and so little may chance explain it. */
const leastShare = 0.8;
const mostChance = 1e-4;

/** `values`: some of the list; `header`: its first line, which may say what it is. Null where nothing tells. */
export function sortOfValues(values: readonly string[], header: string): ValidatorName | null {
  if (share(values, 'email') >= leastShare) return 'email';
  const people = identifiers.filter(({ subject }) => subject !== 'organisation');
  const fitting = people
    .map((identifier) => ({ identifier, share: share(values, identifier.name) }))
    .filter(({ identifier, share: of }) => of >= leastShare && isTold(identifier, header, values.length * of))
    .toSorted((a, b) => b.share - a.share || a.identifier.chance - b.identifier.chance);
  return fitting[0]?.identifier.name ?? null;
}

function share(values: readonly string[], sort: ValidatorName): number {
  return values.length === 0
    ? 0
    : values.filter((value) => identifierIn(sort, value) !== null).length / values.length;
}

function isTold({ name, label, chance, needsName }: Identifier, header: string, passed: number): boolean {
  const headed = header.trim().toLowerCase();
  if ([name, label].some((known) => known.toLowerCase() === headed)) return true;
  return !needsName && chance ** passed <= mostChance;
}
