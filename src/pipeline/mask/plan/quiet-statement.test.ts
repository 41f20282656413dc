import { expect, test } from 'vitest';
import { isQuietStatement } from './quiet-statement.ts';

function isQuiet(word: string, text: string): boolean {
  const bytes = Buffer.from(text);
  return isQuietStatement(word, bytes, 0, bytes.length);
}

test.for([
  ['SET', '/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;'],
  ['SET', "SET SQL_MODE='NO_AUTO_VALUE_ON_ZERO', time_zone='+00:00';"],
  ['SET', "SET @@GLOBAL.GTID_PURGED='3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5';"],
  ['SET', "SET client_encoding = 'UTF8';"],
  ['SELECT', "SELECT pg_catalog.set_config('search_path', '', false);"],
  ['SELECT', "SELECT pg_catalog.setval('public.users_id_seq', 12, true);"],
  ['CREATE TABLE', "CREATE TABLE u (a TEXT DEFAULT 'x');"],
  ['COMMENT', "COMMENT ON TABLE u IS 'x';"],
  ['\\CONNECT', '\\connect shop'],
  ['GO', 'GO'],
  ['DELETE', 'DELETE FROM u;'],
  ['EXECUTE', 'EXECUTE s;'],
] as const)('%s may be read as text: %s', ([word, text]) => {
  expect(isQuiet(word, text)).toBe(true);
});

test.for([
  ['SET', "SET @name='Anne';"],
  ['SET', "SET @a = 1, @name := N'Anne';"],
  ['SET', 'SET @`name` = (SELECT name FROM u LIMIT 1);'],
  ['SELECT', "SELECT add_user('Anne');"],
  ['SELECT', "SELECT setval('s', 1, true), add_user('Anne');"],
  ['UPDATE', "UPDATE u SET name='Anne';"],
  ['UPDATE', 'UPDATE u SET phone=639980142;'],
  ['INSERT SELECT', 'INSERT INTO u SELECT $x$Anne$x$;'],
  ['CALL', 'CALL add_user(0x416e6e65);'],
  ['DO', "DO $$ BEGIN INSERT INTO u VALUES ('Anne'); END $$;"],
  ['ON DUPLICATE KEY', "ON DUPLICATE KEY UPDATE name='Anne';"],
  ['LOAD', "LOAD DATA INFILE 'x' INTO TABLE u;"],
  ['EXEC', "EXEC add_user N'Anne'"],
  ['WITH', `WITH x AS (SELECT 1) DELETE FROM u ${' '.repeat(70_000)};`],
] as const)('%s may hold rows: %s', ([word, text]) => {
  expect(isQuiet(word, text)).toBe(false);
});

test('a long setting takes no longer than its length', () => {
  expect(isQuiet('SET', `SET @${'a'.repeat(60_000)}`)).toBe(true);
  expect(isQuiet('SET', `SET ${'@a '.repeat(20_000)}`)).toBe(true);
});
