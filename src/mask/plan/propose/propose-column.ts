// The rule that is proposed for a column, with its reason. In: what is known of it, and a sample of its values. Out: a rule.
// Closed by default: kept is only what names nobody for a reason that can be said; whatever is not understood is masked.

import { identifiers, identifierWords, typeSort, validators } from '../../../recognise/index.ts';
import type { MethodName } from '../../method.ts';
import type { ColumnRule, KeepRule, MaskRule } from '../mask-plan.ts';
import { countryWords, saysOne } from './column-words.ts';
import { almostAll, half, isFew, longText, measureValues, shareOf } from './column-values.ts';
import { usualOf } from './method-of-finding.ts';
import type { ColumnToPlan, PlannedColumn } from './planned-column.ts';
import { proposeDate } from './propose-date.ts';
import { proposeNumber } from './propose-number.ts';
import { proposeText } from './propose-text.ts';

export function proposeColumn(column: PlannedColumn): ColumnRule {
  const known: ColumnToPlan = {
    column,
    values: measureValues(column.values),
    words: identifierWords(column.name),
    sort: typeSort(column.type),
  };
  const first = proposed(known);
  const rule: ColumnRule =
    'keep' in first && column.finding === null && (column.hasMentions || known.values.withAt > 0)
      ? { mask: 'text', reason: 'people are named or reached in some of its values' }
      : first;
  const isUnique = 'mask' in rule && (column.isUnique || column.isPrimary) && !mayRepeat.has(rule.mask);
  return {
    ...rule,
    ...('keep' in rule ? heldBy(known) : {}),
    ...(isUnique ? { isUnique } : {}),
    ...(column.found === null ? {} : { found: column.found }),
  };
}

/** What every value that was looked at is. */
function heldBy({ values }: ColumnToPlan): Pick<KeepRule, 'holds'> {
  if (values.count === 0) return {};
  if (values.dates === 1 || values.months === 1) return { holds: 'dates' };
  return values.numbers === 1 ? { holds: 'numbers' } : {};
}

/** Of a measure: heights, ages, children. */
const fewDigits = 3;

/** What is the same for all, or has no room for as many as there are. */
const mayRepeat: ReadonlySet<MethodName> = new Set(['empty', 'age', 'birth-year']);

function proposed(known: ColumnToPlan): ColumnRule {
  const { column, sort } = known;
  if (column.finding !== null) return ofFinding(known);
  if (column.isTellingByKey)
    return { mask: 'shape', reason: 'values of many kinds, by keys; among them names and the like' };
  if (column.special !== null) return ofSpecial(known);
  if (column.note !== null) return ofOrganisations(known);
  if (column.pointsAt !== null) return { keep: `points at rows of ${column.pointsAt}` };
  if (sort === 'binary') return proposeBinary(known);
  if (isBoolean(known)) return { keep: 'a flag' };
  if (sort === 'list') return { keep: 'a value out of the list that the schema has' };
  return proposeDate(known) ?? proposeNumber(known) ?? proposeText(known);
}

function ofFinding(known: ColumnToPlan): ColumnRule {
  const { column, values, words } = known;
  const { validator } = column.finding!;
  const { name } = validators[validator]!;
  const usual = usualOf(name);
  if (column.special !== null && (!('mask' in usual) || usual.mask === 'text')) return ofSpecial(known);
  if (!('mask' in usual)) {
    const isNarrow = isFew(values) || (values.numbers > almostAll && values.digits <= fewDigits);
    if (!usual.onlyIfFew || values.count === 0 || isNarrow) return { keep: usual.keep };
    return values.numbers > almostAll ? { mask: 'shape' } : { mask: 'text' };
  }
  if (name === 'place' && saysOne(countryWords, words) && values.longDigits === 0)
    return { keep: 'a country, which names nobody' };
  return { mask: methodByValues(usual.mask, known) };
}

/** Where the values are more, or another thing, than the class says. */
function methodByValues(method: MethodName, { values, column }: ColumnToPlan): MethodName {
  if (method === 'street' && shareOf(column.values, /(?:^|\D)\d{4,5}\s+\p{L}{2}|\n|,.*\d{4}/u) > half)
    return 'address';
  if (method === 'email' && values.count > 0 && values.addresses < almostAll) return 'text';
  if (method === 'url' && values.urls < half && shareOf(column.values, /[./]/u) < half) return 'handle';
  if (method === 'empty' && values.urls > half) return 'url';
  if (method === 'username' && values.withAt > almostAll) return 'email';
  if (method === 'token' && values.packed > half) return 'text';
  return method;
}

/** Health, belief and the like: running words stay when nobody is named in them, all others go. */
function ofSpecial({ column, values }: ColumnToPlan): MaskRule {
  const what = `may hold special data: ${column.special}`;
  if (values.withBlank > half && values.longest > longText)
    return { mask: 'text', reason: `${what}; running words, and nobody is left in them` };
  return { mask: 'empty', reason: what };
}

/** Numbers of firms: of a firm of one person they are that person's. */
function ofOrganisations({ column }: ColumnToPlan): MaskRule {
  const [name] = identifiers
    .filter(({ label }) => column.note!.includes(label))
    .map((identifier) => ({ name: identifier.name, passed: passedOf(identifier, column.values) }))
    .toSorted((a, b) => b.passed - a.passed);
  return {
    mask: name?.name ?? 'shape',
    reason: 'numbers of organisations, some of them perhaps of one person',
  };
}

function passedOf({ kind }: (typeof identifiers)[number], values: readonly string[]): number {
  return values.filter((value) => {
    const bytes = Buffer.from(value);
    return kind(bytes, 0, bytes.length) > 0;
  }).length;
}

function proposeBinary({ column, values }: ColumnToPlan): ColumnRule {
  if (column.isPrimary || column.isUnique) return { keep: 'a key of the rows' };
  if (values.count > 0 && values.binary < half) return { mask: 'text', reason: 'words in a column of bytes' };
  return { mask: 'empty', reason: 'bytes that nobody can look into' };
}

function isBoolean({ column, values, sort }: ColumnToPlan): boolean {
  if (values.words > 0 && values.flags < 1) return false;
  if (sort === 'number' && /^(?:bool|bit(?:\(1\))?$|tinyint\(1\))/u.test(column.type ?? '')) return true;
  return values.flags === 1 && (values.distinct === 2 || (values.distinct === 1 && values.words === 1));
}
