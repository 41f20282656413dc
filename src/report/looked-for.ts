/*
 * What the search covers, in one sentence pair for every report. In: the data classes that the recognise stage knows.
 * Out: text. Without it a reader takes what was not recognised for what is not there.
 */
import { dataClasses } from '../recognise/index.ts';

/** The classes by name, then kinds of data that have no class yet. */
export const lookedFor = `Looked for: ${dataClasses.join(', ')}. Other kinds of data (identity numbers, bank accounts, cards, health) are not recognised yet; not recognised is not the same as not there, so look at such columns by hand.`;
