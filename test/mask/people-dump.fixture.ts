/*
 * A dump of invented people in two tables and a letter each, and its plan.
 */
import { madePeople } from './people-database.fixture.ts';

export const peoplePlan = `plan: 1
tables:
  people:
    id: {keep: row number}
    first_name: {mask: first-name}
    last_name: {mask: last-name}
    email: {mask: email}
    phone: {mask: phone}
    letter: {mask: text}
  newsletter:
    id: {keep: row number}
    email: {mask: email}
statements: {CREATE TABLE: text, SET: text, comment: text}
files: text
`;

const quoted = (text: string) => `'${text.replaceAll("'", "''").replaceAll('\n', '\\n')}'`;

/** Statements of `rowsEach` rows. */
export function peopleDump(count: number, rowsEach = 50): string {
  const people = madePeople(count);
  const rows = people.map(
    ({ id, firstName, lastName, email, phone }) =>
      `(${id},${[firstName, lastName, email, phone].map(quoted).join(',')},${quoted(
        `Madame, Monsieur,\nécrivez-moi à ${email} ou appelez le ${phone}.\nCordialement,\n${firstName} ${lastName}`,
      )})`,
  );
  const lines = people.map(({ id, email }) => `(${id},${quoted(email.toUpperCase())})`);
  return [
    '-- MySQL dump 10.13  Distrib 5.6.33, for Linux (x86_64)',
    '/*!40101 SET NAMES utf8 */;',
    'CREATE TABLE `people` (`id` int NOT NULL PRIMARY KEY, `first_name` varchar(60), `last_name` varchar(60), `email` varchar(120) NOT NULL UNIQUE, `phone` varchar(30), `letter` text);',
    ...statements('people', rows, rowsEach),
    'CREATE TABLE `newsletter` (`id` int NOT NULL PRIMARY KEY, `email` varchar(120) NOT NULL);',
    ...statements('newsletter', lines, rowsEach),
    '-- Dump completed on 2016-10-30  3:00:00',
    '',
  ].join('\n');
}

function statements(table: string, rows: string[], rowsEach: number): string[] {
  const made: string[] = [];
  for (let at = 0; at < rows.length; at += rowsEach)
    made.push(`INSERT INTO \`${table}\` VALUES ${rows.slice(at, at + rowsEach).join(',')};`);
  return made;
}
