/*
 * Letters of an approved plan: written for a print house, and those that came back. Other parts of the pipeline import
 * from here only.
 */
export type { MadeFile, MadeLetters } from './letter-run.ts';
export { makeLetters, type LettersOptions, type LettersRequest } from './make-letters.ts';
export { type ReturnedLetters, returnLetters } from './return-letters.ts';
