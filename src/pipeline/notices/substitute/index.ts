/*
 * The public notice to those whom no channel reaches.
 */
export { makeSubstitute, type MadeSubstitute, type SubstituteRequest } from './make-substitute.ts';
