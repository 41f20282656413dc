// Words that recognise has no name for: a list of few stays, everything else is masked, by its shape where the whole value
// may tell who, as text where it is running words. In: what is known of a column. Out: a rule.

import { type ClassFinding, expectedFindings, validators } from '../../../recognise/index.ts';
import type { MethodName } from '../../method.ts';
import type { ColumnRule } from '../mask-plan.ts';
import {
  contentWords,
  deviceWords,
  emailWords,
  listWords,
  rowNumberWords,
  saysOne,
  somebodyWords,
} from './column-words.ts';
import { usualOf } from './method-of-finding.ts';
import { almostAll, half, isFew, longText } from './column-values.ts';
import type { ColumnToPlan } from './planned-column.ts';

const someBlanks = 0.1;
/** Too few for their forms to tell. */
const few = 20;
/** Towns, colours and firms begin with a first name as often. */
const mostGivenNames = 0.3;

export function proposeText(known: ColumnToPlan): ColumnRule {
  const { column, values, words } = known;
  if (values.count === 0) return proposeUnseen(known);
  if (values.calls > 0)
    return { mask: methodByName(known) ?? 'shape', reason: 'calls of functions, which may make up anything' };
  if (values.packed > someBlanks) return { mask: 'text', reason: 'packed data: JSON, XML or serialized' };
  if (values.uuids > almostAll)
    return saysOne(deviceWords, words)
      ? { mask: 'token', reason: 'a random number of somebody’s device or session' }
      : { keep: 'a random number of a row' };
  if (values.encoded > half) return { mask: 'text', reason: 'words in base64 or hex' };
  if (namesNobody(known)) return { keep: 'a value out of few, which names nobody' };
  if (isSomebody(known))
    return { mask: nameMethod(known), reason: 'the name of the column says that it is somebody' };
  if (values.urls > half || values.hosts > half)
    return column.isAboutPeople
      ? { mask: 'url', reason: 'addresses on the web' }
      : { mask: 'text', reason: 'addresses on the web, none of them of people' };
  const named = column.isAboutPeople || values.count < few ? methodByName(known) : null;
  if (named !== null && named !== 'text') return { mask: named, reason: 'the name of the column says so' };
  if (values.opaque > half) return proposeOpaque(known);
  if (!column.isAboutPeople) return { mask: 'text', reason: 'words in a table that is about nobody' };
  if (values.coded > half) return { mask: 'shape', reason: 'numbers that may be somebody’s' };
  if (isLikeNames(known))
    return { mask: 'full-name', reason: 'words that each begin with a capital, as names do' };
  if (values.withBlank > someBlanks || values.longest > longText)
    return { mask: 'text', reason: 'words of somebody’s own' };
  return { mask: 'shape', reason: 'not recognised, and every row may have its own' };
}

function proposeOpaque({ column, words }: ColumnToPlan): ColumnRule {
  if (!column.isAboutPeople && saysOne(contentWords, words)) return { keep: 'a digest of content' };
  if (!column.isAboutPeople && saysOne(rowNumberWords, words)) return { keep: 'a random number of a row' };
  return { mask: 'token', reason: 'letters and digits by which somebody may be known' };
}

/**
 * No sign of an address, a number or a name in any of them. Words that begin with a capital may be anybody's surname: they
 * stay only where the name of the column says what they list.
 */
function namesNobody({ values, words }: ColumnToPlan): boolean {
  if (!isFew(values) || values.withAt > 0 || values.longDigits > 0) return false;
  if (saysOne(listWords, words)) return values.givenNames < mostGivenNames;
  return values.givenNames === 0 && values.capitalised === 0 && !saysOne(somebodyWords, words);
}

/** `agent`, `approved_by`: in one or two words each. */
function isSomebody({ values, words }: ColumnToPlan): boolean {
  return (
    saysOne(somebodyWords, words) &&
    !saysOne(listWords, words) &&
    values.longest <= longText &&
    values.digits === 0 &&
    values.coded < half
  );
}

/** A few capitalised words, in a table of people, and no list of things. */
function isLikeNames({ column, values, words }: ColumnToPlan): boolean {
  return (
    column.isPeople &&
    values.capitalised > half &&
    values.withBlank > half &&
    values.longest <= longText &&
    !saysOne(listWords, words)
  );
}

function nameMethod({ values }: ColumnToPlan): MethodName {
  if (values.withAt > half) return 'email';
  if (values.withBlank > half) return 'full-name';
  return values.capitalised > half ? 'last-name' : 'username';
}

/** The name of the column is all there is. */
function proposeUnseen(known: ColumnToPlan): ColumnRule {
  const method = methodByName(known);
  if (method !== null)
    return { mask: method, reason: 'the name of the column says so; no values to look at' };
  return { mask: 'text', reason: 'no values to look at' };
}

function methodByName({ column, words }: ColumnToPlan): MethodName | null {
  if (saysOne(emailWords, words)) return 'email';
  const [expected] = expectedFindings([column.name]);
  const usual = expected ? usualOf(nameOf(expected)) : null;
  return usual !== null && 'mask' in usual ? usual.mask : null;
}

function nameOf({ validator }: ClassFinding): (typeof validators)[number]['name'] {
  return validators[validator]!.name;
}
