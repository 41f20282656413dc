/*
 * What column names mean, in the languages of identity-headers.ts: all the lines of the lexicon. In: nothing. Out: lines,
 * and the words that name anything. Reading rules are in column-header.ts.
 */

import { identifierNames } from '../identifiers/identifier.ts';
import { abbreviatedHeaders } from './abbreviated-headers.ts';
import { accountHeaders } from './account-headers.ts';
import type { HeaderLine } from './header-line.ts';
import { anyNumber, identifierHeaders, neverAnyNumber } from './identifier-headers.ts';
import { identityHeaders } from './identity-headers.ts';
import { portraitHeaders } from './portrait-headers.ts';
import { whereaboutsHeaders } from './whereabouts-headers.ts';
import { workHeaders } from './work-headers.ts';

export const headerLines: readonly HeaderLine[] = [
  ...identityHeaders,
  ...abbreviatedHeaders,
  ...accountHeaders,
  ...whereaboutsHeaders,
  ...portraitHeaders,
  ...workHeaders,
  ...identifierNames
    .filter((name) => !neverAnyNumber.has(name))
    .map((validator): HeaderLine => ({ validator, ...anyNumber })),
  ...identifierHeaders,
];

/** Names of columns that hold a name of something; whose it is only the table and the siblings can say. */
export const genericNames = new Set(
  'name names nom noms nombre nome naam namn navn nimi nume onoma jmeno'.split(' '),
);
