// What has to be read again and must not lie open in the database: JSON, sealed under a secret of the register. In: a
// value and what it is for. Out: bytes that open for the same purpose only, or the value again.

import { openSealed, sealedPieces, TocsinError } from '../../base/index.ts';
import type { RegisterSecrets } from './register-secrets.ts';

export function sealJson(secrets: RegisterSecrets, purpose: string, value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([...sealedPieces(text, secrets('seal'), purpose)]);
}

/** Throws REGISTER_DAMAGED. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it sealed
export function openJson<T>(secrets: RegisterSecrets, purpose: string, sealed: Uint8Array): T {
  const text = openSealed(sealed, secrets('seal'), purpose);
  if (text === null)
    throw new TocsinError('REGISTER_DAMAGED', `a sealed row of the register does not open: ${purpose}`);
  return JSON.parse(text.toString()) as T;
}
