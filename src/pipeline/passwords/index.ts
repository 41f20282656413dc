// What others use of the passwords: imported, taken from a case, forgotten.
export type { BadLines } from './hash-lines.ts';
export { forgetPasswords } from './forget-passwords.ts';
export { type ImportedPasswords, type ImportOptions, importPasswords } from './import-passwords.ts';
export { type CasePasswords, type CasePasswordsOptions, passwordsOfCase } from './passwords-of-case.ts';
