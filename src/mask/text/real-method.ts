// How what is real is masked where it stands in a text. In: its sort, and for numbers the number. Out: the way.

import { identifiers } from '../../recognise/index.ts';
import { endBeforeKey } from '../identifiers/nir-key.ts';
import type { MethodName } from '../method.ts';
import type { RealSort } from '../survivors/real-sort.ts';

const methods: Readonly<Record<Exclude<RealSort, 'number'>, MethodName>> = {
  email: 'email',
  phone: 'phone',
  fullName: 'full-name',
  firstName: 'first-name',
  lastName: 'last-name',
  word: 'username',
  plainWord: 'username',
  street: 'street',
};

/** Of a number the kind that it is; by its shape where it is of none as it stands. */
export function realMethod(sort: RealSort, bytes: Uint8Array, start: number, end: number): MethodName {
  if (sort !== 'number') return methods[sort];
  const { name } = identifiers.find(({ kind }) => kind(bytes, start, end) !== 0) ?? {};
  return name ?? (endBeforeKey(bytes, start, end) < 0 ? 'shape' : 'nir');
}
