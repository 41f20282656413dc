/*
 * A small dump written by hand: one table of invented people, with what its tests do to it.
 */
export const dumpHeader =
  '-- MySQL dump 10.13  Distrib 5.6.33, for Linux (x86_64)\n--\n/*!40101 SET NAMES utf8 */;\n\n';

export const dumpEnd = '-- Dump completed on 2016-10-30  3:00:00\n';

export const peopleTable =
  'CREATE TABLE `people` (\n  `id` int(11) NOT NULL,\n  `email` varchar(99) DEFAULT NULL,\n' +
  '  `note` text,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8;\n';

export const insertPeople = 'INSERT INTO `people` VALUES ';

/** Rows `from` to `to` inclusive, one person each. */
export function peopleRows(from: number, to: number): string {
  const rows = Array.from({ length: to - from + 1 }, (_, i) => {
    const id = from + i;
    return `(${id},'person${id}@example.org','wrote on day ${id}')`;
  });
  return rows.join(',');
}

export function peopleDump(people: number): string {
  return `${dumpHeader}${peopleTable}${insertPeople}${peopleRows(1, people)};\n${dumpEnd}`;
}

const firstNames = 'Odile Basile Ysaure Firmin Coralie Anselme Edwige Gaspard Mahaut Sidoine'.split(' ');
const lastNames = ['Vernau', 'Tarle', 'Quinca', 'Brivo', 'Orme', 'Perva', 'Soulia'];
const lastNameEnds = ['din', 'mont', 'stel', 'lard', 'chet'];

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A table of an association as CSV: each member's names, address, telephone, date of birth, password as it stood. */
export function memberTable(members: number): string {
  const rows = Array.from({ length: members }, (_, i) => {
    const [first, last] = [firstNames[i % 10], `${lastNames[i % 7]}${lastNameEnds[i % 5]}`];
    const born = `${1950 + ((i * 7) % 50)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
    // two of a family have one telephone
    const phone = `06 39 98 ${two(Math.floor(i / 2))} 0${i % 2 === 0 || i === 9 ? 1 : i % 10}`;
    return [first, last, `member${i + 1}@example.org`, phone, born, `secret-${(i * 7919) % 1000}`].join(',');
  });
  return `first_name,last_name,email,phone,date_of_birth,password\n${rows.join('\n')}\n`;
}
