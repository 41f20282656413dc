import { expect, it } from 'vitest';
import { createDialect, type DialectName } from './dialect.ts';
import { statementWords } from './statement-words.ts';

it.each<[string, string, DialectName?]>([
  ['SET NAMES utf8;', 'SET'],
  ['create table `view` (a int);', 'CREATE TABLE'],
  ['CREATE TEMPORARY TABLE t (a int);', 'CREATE TABLE'],
  ['CREATE ALGORITHM=UNDEFINED DEFINER=`table`@`%` SQL SECURITY DEFINER VIEW v AS SELECT 1;', 'CREATE VIEW'],
  [
    'CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON `u` FOR EACH ROW SET a=1;',
    'CREATE TRIGGER',
  ],
  ['CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$x$$;', 'CREATE FUNCTION', 'postgresql'],
  ['ALTER TABLE ONLY public.users ADD CONSTRAINT k PRIMARY KEY (id);', 'ALTER TABLE', 'postgresql'],
  ["COMMENT ON COLUMN u.a IS 'table';", 'COMMENT COLUMN', 'postgresql'],
  ['DROP TABLE IF EXISTS `u`;', 'DROP TABLE'],
  ["UPDATE u SET email='a';", 'UPDATE'],
  ['INSERT INTO u (a) SELECT b FROM v;', 'INSERT SELECT'],
  ["INSERT INTO u SET a='SELECT';", 'INSERT SET'],
  ['REPLACE INTO u SET a=1;', 'REPLACE SET'],
  ['ON DUPLICATE KEY UPDATE a=1;', 'ON DUPLICATE KEY'],
  ['ON CONFLICT DO NOTHING;', 'ON CONFLICT', 'postgresql'],
  ['\\connect shop\n', '\\CONNECT', 'postgresql'],
  ['@other.sql\n', '@OTHER', 'oracle'],
  ['COMMIT', 'COMMIT'],
])('the words of %s are %s', (statement, words, dialect = 'mysql') => {
  const bytes = Buffer.from(statement);
  expect(statementWords(bytes, 0, bytes.length, createDialect(dialect))).toBe(words);
});
