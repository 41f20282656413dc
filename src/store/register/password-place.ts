// Where the hashes of passwords lie: one number for a source, a hash function and the first 5 hexadecimal digits. In: these
// three. Out: a place. Places of one source follow each other, first all of SHA-1, then all of NTLM.

/** As `?mode=` names them. */
export type PasswordMode = 'sha1' | 'ntlm';

export const passwordModes: readonly PasswordMode[] = ['sha1', 'ntlm'];

/** Of 5 hexadecimal digits. */
export const passwordPrefixes = 1 << 20;

/** Of one source. */
export const placesOfSource = passwordPrefixes * passwordModes.length;

/** Within a source. */
export function placeWithin(mode: PasswordMode, prefix: number): number {
  return (mode === 'ntlm' ? passwordPrefixes : 0) + prefix;
}

export function passwordPlace(source: number, mode: PasswordMode, prefix: number): number {
  return source * placesOfSource + placeWithin(mode, prefix);
}
