// Whether a form is somebody's: a number of the source in any of its spellings, or digits that are read as a telephone of the
// source. In: what is real. Out: yes or no. La Poste is real wherever firms are: no firm becomes it.

import type { Identifier } from '../../recognise/index.ts';
import type { RealValues } from '../survivors/real-values.ts';
import { laPoste } from './la-poste.ts';
import { formBytes, readDigits } from './layout.ts';

const shortestPhone = 8;
const longestPhone = 15;

export function createIsReal(
  identifier: Identifier,
  real: RealValues,
): (form: Uint8Array, length: number) => boolean {
  const normal = new Uint8Array(formBytes);
  return (form, length) => {
    if (identifier.name === 'siren' && readDigits(form, 0, length) === laPoste) return true;
    if (real.count === 0) return false;
    const normalLength = identifier.normalise(form, 0, length, normal);
    if (real.hasNormal('number', normal, 0, normalLength)) return true;
    if (normalLength !== length && real.hasNormal('number', form, 0, length)) return true;
    return mayBePhone(form, length) && real.has('phone', form, 0, length);
  };
}

function mayBePhone(form: Uint8Array, length: number): boolean {
  if (length < shortestPhone || length > longestPhone) return false;
  for (let at = 0; at < length; at++) if (form[at]! > 57) return false;
  return true;
}
