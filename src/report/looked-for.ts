/*
 * What the search covers, in one sentence pair for every report. In: the data classes that the recognise stage knows.
 * Out: text. Without it a reader takes what was not recognised for what is not there.
 */
import { dataClasses } from '../recognise/index.ts';

/** The classes by name, how far the two that are numbers reach, then kinds of data that have no class yet. */
export const lookedFor = `Looked for: ${dataClasses.join(', ')}. Of social security numbers the French (NIR) are recognised, of bank account numbers those written as IBAN. Other kinds of data (other national identity numbers, tax numbers, passports and driving licences, payment cards, health, religion, political opinion) are not recognised yet; not recognised is not the same as not there, so look at such columns by hand.`;
