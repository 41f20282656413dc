// What a controller directs for single people, line by line: who is not written to where he is known, who is written to in
// his place, who is not told by this at all. In: a table. Out: whom each line means and what it directs; a line that is
// not understood is a fault, told by its number, as what is left out may put somebody in danger.

import { TocsinError } from '../../../base/index.ts';
import { readCsvRows } from './csv-rows.ts';

export interface OtherContact {
  name: string | null;
  /** Of an address, without the name and the country. */
  lines: string[];
  /** ISO 3166. */
  country: string | null;
  email: string | null;
  phone: string | null;
}

export type Direction =
  /** Only the contact that is given here is used; none given: nothing is sent. */
  | { what: 'protected'; contact: OtherContact }
  /** Who is written to in his place. */
  | { what: 'guardian' | 'representative'; contact: OtherContact }
  | { what: 'deceased' | 'former' | 'no-mail' | 'no-letter' | 'no-text' }
  | { what: 'language'; language: string }
  /** `why`: as written, for the list of those who are not told. */
  | { what: 'not-to-be-told' | 'told-otherwise'; why: string };

export interface DirectionLine {
  line: number;
  /** As papers of the case number people, from 1 on. */
  person: number | null;
  customer: string | null;
  email: string | null;
  direction: Direction;
}

/** Several of a file are told at once, so that it need not be tried line by line. */
const mostFaults = 20;

/** Throws what reading throws, and TABLE_WRONG with the numbers of all lines that are not understood. */
export function readDirectionLines(path: string): DirectionLine[] {
  const { columns, rows } = readCsvRows(path);
  const unknown = columns.filter((name) => name !== '' && !known.has(name));
  if (!columns.includes('direction') || !keys.some((key) => columns.includes(key)) || unknown.length > 0)
    throw new TocsinError('TABLE_WRONG', `the first line of ${path} has to name its columns`, {
      hint: `direction, and one of ${keys.join(', ')}; further ones are ${[...known].filter((name) => name !== 'direction' && !keys.includes(name)).join(', ')}`,
    });
  const lines: DirectionLine[] = [];
  const faults: string[] = [];
  for (const { line, values } of rows) {
    const read = parseLine((name) => values[columns.indexOf(name)]?.trim() ?? '');
    if (typeof read === 'string') faults.push(`line ${line}: ${read}`);
    else lines.push({ line, ...read });
  }
  if (faults.length > 0)
    throw new TocsinError(
      'TABLE_WRONG',
      `${path} is not understood: ${faults.slice(0, mostFaults).join('; ')}${faults.length > mostFaults ? `; and ${faults.length - mostFaults} more` : ''}`,
    );
  return lines;
}

const keys = ['person', 'customer', 'email'];
const known = new Set([
  ...keys,
  'direction',
  'name',
  'address',
  'country',
  'to-email',
  'to-phone',
  'reason',
  'by',
  'on',
]);

/** What is wrong with it, where anything is. */
function parseLine(value: (column: string) => string): Omit<DirectionLine, 'line'> | string {
  const [number, customer, email] = [value('person'), value('customer'), value('email')];
  if (number === '' && customer === '' && email === '') return 'it says of nobody';
  if (number !== '' && !/^[1-9]\d{0,9}$/u.test(number)) return 'the number of the person is none';
  if (email !== '' && !isAddress(email)) return 'the e-mail address is none';
  const direction = parseDirection(value);
  if (typeof direction === 'string') return direction;
  return {
    person: number === '' ? null : Number(number),
    customer: customer || null,
    email: email || null,
    direction,
  };
}

function parseDirection(value: (column: string) => string): Direction | string {
  const written = value('direction').toLowerCase();
  const contact = parseContact(value);
  if (typeof contact === 'string') return contact;
  const isReached = contact.email !== null || contact.phone !== null || contact.lines.length > 0;
  switch (written) {
    case 'protected':
      return { what: written, contact };
    case 'guardian':
    case 'representative':
      if (!isReached) return 'it says of nobody who is written to instead';
      if (contact.lines.length > 0 && contact.name === null) return 'the address has no name';
      return { what: written, contact };
    case 'deceased':
    case 'former':
    case 'no-mail':
    case 'no-letter':
    case 'no-text':
      return isReached ? 'a contact does not go with its direction' : { what: written };
    case 'not-to-be-told':
      return value('reason') === '' ? 'it lacks the reason' : { what: written, why: value('reason') };
    case 'told-otherwise': {
      const [on, by] = [value('on'), value('by')];
      if (!isDay(on) || by === '') return 'it lacks the day (on, as 2026-11-30) or who told him (by)';
      return { what: written, why: [`${on} by ${by}`, value('reason')].filter(Boolean).join(': ') };
    }
    default: {
      const language = /^language=([a-z]{2,3})$/u.exec(written)?.[1];
      return language === undefined ? 'its direction is none that is known' : { what: 'language', language };
    }
  }
}

function parseContact(value: (column: string) => string): OtherContact | string {
  const [email, phone, country] = [value('to-email'), value('to-phone'), value('country').toUpperCase()];
  if (email !== '' && !isAddress(email)) return 'the e-mail address to write to is none';
  if (phone !== '' && !/^\+?[\d ().-]{6,24}$/u.test(phone)) return 'the telephone number is none';
  if (country !== '' && !/^[A-Z]{2}$/u.test(country)) return 'the country is no code of two letters';
  const lines = value('address')
    .split(/\r\n|[\r\n|]/u)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 1) return 'the address has one line only: | goes between street and town';
  if (/\p{Cc}/u.test([...lines, value('name')].join(''))) return 'there are control characters in it';
  return {
    name: value('name') || null,
    lines,
    country: country || null,
    email: email || null,
    phone: phone || null,
  };
}

function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>\p{Cc}]+@[^\s@<>\p{Cc}]+$/u.test(text);
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${text}T`);
}
