// In the browser: the form in which all spellings of a number agree, by the same code that publishes it. In: a kind and
// what somebody typed. Out: the normal form, or null where it is no number of that kind.

import { nirKind, normaliseNir, normalisePhone, phoneKind } from '../../../recognise/index.ts';

/** As `longestTyped` of the register. */
const longestBytes = 1024;
const longestForm = 32;

export function numberForm(kind: string, typed: string): string | null {
  const bytes = new TextEncoder().encode(typed);
  if (bytes.length > longestBytes) return null;
  const out = new Uint8Array(longestForm);
  const length = kind === 'nir' ? nirForm(bytes, out) : kind === 'phone' ? phoneForm(bytes, out) : 0;
  return length === 0 ? null : new TextDecoder().decode(out.subarray(0, length));
}

function nirForm(bytes: Uint8Array, out: Uint8Array): number {
  return nirKind(bytes, 0, bytes.length) === 0 ? 0 : normaliseNir(bytes, 0, bytes.length, out);
}

function phoneForm(bytes: Uint8Array, out: Uint8Array): number {
  return phoneKind(bytes, 0, bytes.length) === 0 ? 0 : normalisePhone(bytes, 0, bytes.length, out);
}
