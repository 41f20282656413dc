/*
 * What the search covers, in a few sentences for every report. In: what the recognise stage knows. Out: text. Without
 * it a reader takes what was not recognised for what is not there.
 */
import { dataClasses, identifiers, specialCategories } from '../recognise/index.ts';

const countries = [...new Set(identifiers.map(({ country }) => country))].filter((code) => code !== null);
const special = Object.values(specialCategories).map(({ label }) => label);

/** The classes by name, how far the numbers reach, then what is only asked about. */
export const lookedFor = `Looked for: ${dataClasses.join(', ')}. Numbers of people and their accounts are told by their check digits, or by the name of the column where they have none: IBAN, payment cards, the machine-readable lines of passports and identity cards, and the identity, social security and tax numbers of ${countries.length} countries (${countries.toSorted().join(', ')}). Special data (${special.join(', ')}) is not recognised but asked about, from names and words. Not recognised is not the same as not there: look at the other columns by hand.`;
