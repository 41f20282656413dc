/*
 * What stands for values, method by method. In: a method, the keys, what is real in the source. Out: a replacer that always
 * finds something: a value that is not of its kind is masked by its shape, and so is one that would stay itself.
 */

import type { ByteSink } from './byte-sink.ts';
import { createIdentifierReplacer } from './identifiers/create-identifier-replacer.ts';
import type { Masking } from './masking.ts';
import { type MethodName, type ValueMethod, valueMethods } from './method.ts';
import type { Replacer, ReplacerOptions } from './replacer.ts';
import { createTextReplacer } from './text/create-text-replacer.ts';
import { charactersIn } from './values/characters-in.ts';
import { createAddressReplacer } from './values/address.ts';
import { createCoordinatesReplacer } from './values/coordinates.ts';
import { createDateReplacer } from './values/dates.ts';
import { createEmailCell } from './values/email-cell.ts';
import { createEmailReplacer } from './values/email.ts';
import { createNameColumn } from './values/name-columns.ts';
import { createNameReplacer, type NameReplacer } from './values/name-replacer.ts';
import { createIpReplacer, createMacReplacer } from './values/network-address.ts';
import { createPasswordReplacer } from './values/password.ts';
import { createPhoneReplacer } from './values/phone.ts';
import { isSame } from './values/same-value.ts';
import { createShapeReplacer } from './values/shape.ts';
import { createTags, type Tags } from './values/tag.ts';
import { createTokenReplacer } from './values/token.ts';
import { createUrlReplacer } from './values/url.ts';
import { createUsernameReplacer } from './values/username.ts';
import { createAgeReplacer, createYearReplacer } from './values/years-and-ages.ts';

/** What the replacers of one masking share. */
interface Shared {
  names: NameReplacer;
  tags: Tags;
  shape: Replacer;
  made: Map<string, Replacer>;
}

const sharedOf = new WeakMap<Masking, Shared>();

/** The same replacer for the same method, masking and options. Values that are empty stay so. */
export function createReplacer(
  method: MethodName,
  masking: Masking,
  options: ReplacerOptions = {},
): Replacer {
  const shared = shareOf(masking);
  const key = `${method} ${options.isUnique === true}`;
  let replacer = shared.made.get(key);
  if (replacer === undefined) {
    replacer = isValueMethod(method)
      ? createValueReplacer(method, masking, options, shared)
      : createIdentifierReplacer(method, masking);
    if (!takeAll.has(method)) replacer = withShape(replacer, shared.shape, mayBeNobodys.has(method));
    shared.made.set(key, replacer);
  }
  return replacer;
}

/** These never say that a value is not of their kind. */
const takeAll: ReadonlySet<MethodName> = new Set(['text', 'empty', 'shape']);
/** Of these a value may stay because it is nobody's: a date of zeros. */
const mayBeNobodys: ReadonlySet<MethodName> = new Set(['date', 'birth-date']);

/** Replacements of these are drawn from fewer than a unique column may have values. */
const ofFewForms: ReadonlySet<MethodName> = new Set(['postcode', 'coordinates', 'birth-year', 'age']);

function isValueMethod(method: MethodName): method is ValueMethod {
  return (valueMethods as readonly string[]).includes(method);
}

function shareOf(masking: Masking): Shared {
  let shared = sharedOf.get(masking);
  if (shared === undefined) {
    shared = {
      names: createNameReplacer(masking),
      tags: createTags(masking.keys),
      shape: createShapeReplacer(masking),
      made: new Map(),
    };
    sharedOf.set(masking, shared);
  }
  return shared;
}

function createValueReplacer(
  method: ValueMethod,
  masking: Masking,
  options: ReplacerOptions,
  { names, tags, shape }: Shared,
): Replacer {
  const other = (needed: MethodName): Replacer => createReplacer(needed, masking);
  // of few forms: no two values become one only where it is their shape that is masked
  if (options.isUnique === true && ofFewForms.has(method)) return shape;
  switch (method) {
    case 'email':
      return createEmailCell(createEmailReplacer(masking, names, tags), other('full-name'));
    case 'username':
    case 'handle':
      return createUsernameReplacer(masking, names, tags, other('email'));
    case 'first-name':
    case 'last-name':
    case 'full-name':
      return createNameColumn(method, masking, names, options);
    case 'phone':
      return createPhoneReplacer(masking, options);
    case 'birth-date':
    case 'date':
      return createDateReplacer(method, masking, options);
    case 'birth-year':
      return createYearReplacer(masking);
    case 'age':
      return createAgeReplacer(masking);
    case 'street':
    case 'postcode':
    case 'place':
    case 'address':
    case 'company':
      return createAddressReplacer(method, masking, names, options);
    case 'coordinates':
      return createCoordinatesReplacer(masking);
    case 'ip':
      return createIpReplacer(masking, options);
    case 'mac':
      return createMacReplacer(masking);
    case 'url':
      return createUrlReplacer(masking, tags, other('email'));
    case 'token':
      return createTokenReplacer(masking, tags, createShapeReplacer(masking, { isHex: true }));
    case 'password':
      return createPasswordReplacer(masking, other('token'), shape);
    case 'text':
      return createTextReplacer(masking, other);
    case 'empty':
      return { replace: () => true };
    default:
      return shape;
  }
}

/** Of the kind, else of the shape: that has room wherever the value has. */
function withShape(replacer: Replacer, shape: Replacer, mayBeSame: boolean): Replacer {
  return {
    ...(replacer.prepare === undefined ? {} : { prepare: (values) => replacer.prepare!(values) }),
    replace(bytes, start, end, out: ByteSink, room) {
      if (start === end) return true;
      const from = out.length;
      const isDone =
        replacer.replace(bytes, start, end, out, room) &&
        (mayBeSame || !isSame(bytes, start, end, out.bytes, from, out.length)) &&
        (out.length - from <= room || charactersIn(out.bytes, from, out.length) <= room);
      if (isDone) return true;
      out.length = from;
      return shape.replace(bytes, start, end, out, room);
    },
  };
}
