import { describe, expect, it } from 'vitest';
import { sniffSql } from './sniff-dialect.ts';

const sniffOf = (text: string) => sniffSql(text, text.slice(0, /^(?:insert|copy)\s/imu.exec(text)?.index));

describe('SQL', () => {
  it.each([
    ['-- MySQL dump 10.13\n', 'mysqldump', 'mysql', true],
    ['/*M!999999\\- enable the sandbox mode */\n-- MariaDB dump 10.19\n', 'MariaDB dump', 'mysql', true],
    ['--\n-- PostgreSQL database dump\n--\n', 'pg_dump', 'postgresql', false],
    ['--\n-- PostgreSQL database cluster dump\n--\n', 'pg_dump', 'postgresql', false],
    [
      '--\n-- PostgreSQL database dump\n--\nSET standard_conforming_strings = off;\n',
      'pg_dump',
      'postgresql',
      true,
    ],
    ['COPY public.t (a, b) FROM stdin;\n1\t2\n\\.\n', 'SQL', 'postgresql', false],
    ["\\c shop;\nCREATE TABLE t (a int);\nINSERT INTO t VALUES ('x'::text);\n", 'SQL', 'postgresql', false],
    [
      'USE [shop]\r\nGO\r\nCREATE TABLE [dbo].[t]([a] [int])\r\nGO\r\n',
      'SQL Server script',
      'sqlserver',
      false,
    ],
    ["INSERT [t] ([a]) VALUES (N'x')\n", 'SQL Server script', 'sqlserver', false],
    [
      "REM INSERTING into T\nSET DEFINE OFF;\nInsert into T (A) values ('x');\n",
      'Oracle script',
      'oracle',
      false,
    ],
    ["INSERT INTO T VALUES (TO_DATE('2001','YYYY'));\n", 'Oracle script', 'oracle', false],
    [
      '-- This CLP file was created using DB2LOOK\nCONNECT TO S;\nINSERT INTO T VALUES (1);\n',
      'DB2 script',
      'db2',
      false,
    ],
    ["INSERT INTO T VALUES ('x')@\n", 'DB2 script', 'db2', false],
    ['PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t(a);\n', 'SQLite dump', 'sqlite', false],
    ['CREATE TABLE `t` (`a` int) ENGINE=InnoDB;\n', 'SQL', 'mysql', true],
    ["INSERT INTO t VALUES ('it\\'s');\n", 'SQL', 'mysql', true],
    ["INSERT INTO t VALUES ('it''s', 'C:\\');\n", 'SQL', 'standard', false],
    ["INSERT INTO t VALUES ('it''s');\n", 'SQL', 'standard', false],
    ["INSERT INTO t VALUES ('x', '');\n", 'SQL', 'mysql', true],
  ] as const)('%j is a %s', (text, format, dialect, backslashEscapes) => {
    expect(sniffOf(text)).toEqual({ format, dialect, backslashEscapes });
  });

  it('is not what only speaks of it', () => {
    for (const text of ['', 'please insert into the slot a card', 'GO\n', 'PRAGMA once\n', 'id;mail\n'])
      expect(sniffOf(text), text).toBeNull();
  });

  it('made to be slow to look at is not', () => {
    // work that grows with its square would run into the limit of any test
    for (const fill of [
      'copy a (',
      'copy a\n',
      '\ncopy ',
      'insert all ',
      'or x ',
      "\\'",
      "a''b",
      "'::",
      ' @\r',
      '\\c\t',
      ' in "',
    ])
      expect(() => sniffOf(fill.repeat((256 << 10) / fill.length))).not.toThrow();
  });
});
