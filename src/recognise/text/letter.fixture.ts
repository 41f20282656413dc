/*
 * How made-up papers are written down, and the numbers in them. In: nothing. Out: types; a NIR with its key; accounts
 * that banks publish as examples.
 */

export interface ExpectedPerson {
  /** All words of the name, in any order. */
  name: string;
  nir?: string;
  birthDate?: string;
  birthPlace?: string;
  email?: readonly string[];
  phone?: readonly string[];
  street?: string;
  postalCode?: string;
  place?: string;
  iban?: string;
}

export interface Letter {
  title: string;
  text: string;
  people: readonly ExpectedPerson[];
}

/** The number with its key. */
export function nir(body: string): string {
  const key = 97n - (BigInt(body.replace('2A', '19').replace('2B', '18')) % 97n);
  return `${body}${String(key).padStart(2, '0')}`;
}

/** As on paper: `2 95 10 99 126 111 93`. */
export function spaced(number: string): string {
  return number.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');
}

export const frenchIban = 'FR1420041010050500013M02606';
export const germanIban = 'DE89370400440532013000';
