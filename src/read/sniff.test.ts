import { describe, expect, it } from 'vitest';
import { headBytes, sniff } from './sniff.ts';

const utf32Of = (text: string, isLittle: boolean): Buffer => {
  const bytes = Buffer.alloc(text.length * 4);
  for (let i = 0; i < text.length; i++)
    if (isLittle) bytes.writeUInt32LE(text.charCodeAt(i), i * 4);
    else bytes.writeUInt32BE(text.charCodeAt(i), i * 4);
  return bytes;
};

const sniffText = (text: string) => sniff(Buffer.from(text));
const table = 'CREATE TABLE `t` (`id` int) ENGINE=InnoDB DEFAULT CHARSET=latin1;\n';

describe('a file', () => {
  it.each([
    ['mysqldump', '-- MySQL dump 10.13  Distrib 5.6.30, for Linux (x86_64)\n--\n'],
    [
      'mysqldump',
      'mysqldump: [Warning] Using a password on the command line interface can be insecure.\n-- MySQL dump 10.13\n',
    ],
    ['mysqldump', '\uFEFF-- MySQL dump 10.13\r\n'],
    ['MariaDB dump', '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19-11.4.2-MariaDB\n'],
    ['MariaDB dump', '/*!999999\\- enable the sandbox mode */ \r\n-- MariaDB dump 10.19\r\n'],
    [
      'MariaDB dump',
      "mysqldump: Deprecated program name, use '/usr/bin/mariadb-dump'\n/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n",
    ],
    [
      'SQL',
      '-- phpMyAdmin SQL Dump\n-- version 4.6.4\n\nSET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";\n\nCREATE TABLE `t` (\n',
    ],
    ['SQL', 'create table t (a int);'],
    ['SQL', '\n\n  INSERT IGNORE INTO t VALUES (1);'],
    ['SQL', 'USE x; REPLACE INTO t VALUES (1);'],
    ['SQL', '/*!50001 CREATE TABLE `v` (`a` int) */;\n'],
    ['SQL', 'insert low_priority ignore into t values (1);'],
    ['SQL', `${table}INSERT INTO t VALUES ('a\0b');\n`],
    ['SQL', '-- x\nDROP TABLE IF EXISTS `t`;\n'],
    ['text', 'Please insert into the slot a card'],
    ['text', '---\ntitle: a page\n---\n'],
    ['text', '/* a style sheet */ a { b: c }'],
    ['text', 'id;mail\n1;ann@example.com\n'],
    ['text', ' '],
    ['binary', 'SQLite format 3\0\x10\0 \nCREATE TABLE t (a int)'],
    ['binary', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['binary', `${'letters '.repeat(20)}${'\0'.repeat(8)}`],
    ['text', `${'letters '.repeat(20)}\0`],
    ['empty', ''],
    ['empty', '\uFEFF'],
  ])('is a %s by its first bytes: %j', (format, text) => {
    expect(sniffText(text).format).toBe(format);
  });

  it('in UTF-16 or UTF-32 is read as such, with its mark or without', () => {
    const dump = `-- MySQL dump 10.13\n${table}`;
    const little = Buffer.from(dump, 'utf16le');
    const big = Buffer.from(little).swap16();
    const cases = [
      [Buffer.concat([Buffer.of(0xff, 0xfe), little]), 'utf-16le'],
      [little, 'utf-16le'],
      [Buffer.concat([Buffer.of(0xfe, 0xff), big]), 'utf-16be'],
      [big, 'utf-16be'],
      [utf32Of(dump, true), 'utf-32le'],
      [utf32Of(`\uFEFF${dump}`, true), 'utf-32le'],
      [utf32Of(dump, false), 'utf-32be'],
      [utf32Of(`\uFEFF${dump}`, false), 'utf-32be'],
    ] as const;
    for (const [head, recode] of cases) expect(sniff(head)).toMatchObject({ recode, format: 'mysqldump' });
    expect(sniffText(dump).recode).toBeNull();
    expect(sniff(Buffer.alloc(5_000))).toMatchObject({ recode: null, format: 'binary' });
  });

  it('made to be slow to look at is not', () => {
    for (const fill of [
      '\n',
      ' ',
      '\n ',
      ';',
      'insert ',
      'create ',
      'set names ',
      'set sql_mode ',
      'default charset ',
      '/*!',
      '--',
      'insert\nignore ',
      'set ',
      'replace a ',
    ]) {
      const { format } = sniffText(fill.repeat(headBytes / fill.length));
      expect(['text', 'SQL']).toContain(format);
    }
  });
});

describe('the character set', () => {
  const charsetOf = (text: string) => sniffText(text).charset;

  it('is that of SET NAMES, else that of the first table, else UTF-8', () => {
    expect(charsetOf(`/*!40101 SET NAMES utf8mb4 */;\n${table}`)).toBe('utf8mb4');
    expect(charsetOf(`set names 'latin2';\n${table}`)).toBe('latin2');
    expect(charsetOf(table)).toBe('latin1');
    expect(charsetOf('CREATE TABLE t (a int) DEFAULT CHARACTER SET cp1251;')).toBe('cp1251');
    expect(charsetOf('CREATE TABLE t (a int);')).toBe('utf8');
  });

  it('is not what a value says', () => {
    expect(charsetOf("CREATE TABLE t (a int);\nINSERT INTO t VALUES ('\nSET NAMES latin1;');\n")).toBe(
      'utf8',
    );
    expect(charsetOf('-- set names\nCREATE TABLE t (a int);\n')).toBe('utf8');
  });

  it('of several bytes a letter has to be made UTF-8 first', () => {
    expect(sniffText('SET NAMES gbk;\n')).toMatchObject({ charset: 'gbk', recode: 'gbk' });
    expect(sniffText('SET NAMES latin1;\n')).toMatchObject({ charset: 'latin1', recode: null });
  });
});

describe('backslashes', () => {
  const escapesOf = (text: string) => sniffText(text).backslashEscapes;

  it('are letters where the header sets that mode', () => {
    expect(escapesOf("SET sql_mode='ANSI,NO_BACKSLASH_ESCAPES';\nINSERT INTO t VALUES (1);")).toBe(false);
    expect(
      escapesOf(`/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES' */;\n${table}`),
    ).toBe(false);
  });

  it('escape everywhere else, also where a value or a trigger after the rows names the mode', () => {
    expect(escapesOf('')).toBe(true);
    expect(escapesOf("INSERT INTO t VALUES ('\nSET sql_mode=NO_BACKSLASH_ESCAPES');")).toBe(true);
    expect(
      escapesOf("INSERT INTO t VALUES (1);\n/*!50003 SET sql_mode = 'NO_BACKSLASH_ESCAPES' */ ;\n"),
    ).toBe(true);
    expect(escapesOf('-- NO_BACKSLASH_ESCAPES\n')).toBe(true);
  });
});
