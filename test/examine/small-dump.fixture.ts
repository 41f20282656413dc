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
