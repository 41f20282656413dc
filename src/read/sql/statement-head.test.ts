import { describe, expect, it } from 'vitest';
import { readStatementHead } from './statement-head.ts';

const headOf = (text: string) => readStatementHead(Buffer.from(text), 0, Buffer.byteLength(text));

describe('the head of an INSERT', () => {
  it('gives the table, the columns it lists and where the rows begin', () => {
    const text = 'INSERT INTO `my``db`.`ta"ble` (`a`, b ,"c""d", [e f]) VALUES (1';
    expect(headOf(text)).toEqual({
      kind: 'insert',
      table: 'ta"ble',
      scope: 'my`db',
      columns: ['a', 'b', 'c"d', 'e f'],
      rows: text.length - 2,
    });
  });

  it('without a list, or with an empty one, leaves the columns to the table', () => {
    expect(headOf('INSERT INTO t VALUES (1')).toMatchObject({ columns: null });
    expect(headOf('INSERT INTO t () VALUES (1')).toMatchObject({ columns: null });
  });

  it('may have any modifiers, in any case', () => {
    for (const verb of [
      'insert',
      'Insert Into',
      'INSERT LOW_PRIORITY IGNORE INTO',
      'insert delayed into',
      'INSERT HIGH_PRIORITY',
      'REPLACE',
      'replace low_priority into',
    ]) {
      expect(headOf(`${verb} t VALUES (1`), verb).toMatchObject({ kind: 'insert', table: 't' });
    }
  });

  it('is one only where VALUES follows', () => {
    expect(headOf('INSERT INTO t SELECT 1')).toEqual({ kind: 'unread', reason: 'an INSERT with SELECT' });
    expect(headOf('INSERT INTO t SET a=1')).toEqual({ kind: 'unread', reason: 'an INSERT with SET' });
    expect(headOf('INSERT INTO t (a) -- x\n WITH')).toBeNull();
    expect(headOf('INSERT INTO t ; ')).toEqual({ kind: 'unread', reason: 'an INSERT of an unknown form' });
    expect(headOf('INSERT INTO (1) ')).toEqual({ kind: 'unread', reason: 'an INSERT without a table name' });
    expect(headOf('INSERT INTO t (a+1) VALUES (1')).toEqual({
      kind: 'unread',
      reason: 'an INSERT with a column list that cannot be read',
    });
  });

  it('never shows a long word of the dump in a reason', () => {
    expect(headOf(`INSERT INTO t ${'x'.repeat(50)} `)).toEqual({
      kind: 'unread',
      reason: `an INSERT with ${'X'.repeat(16)}`,
    });
  });

  it('is cut wherever the bytes end before its first row', () => {
    const text = "INSERT /* c */ IGNORE INTO `d` . 't' ( a, `b` ) -- x\n VALUES \n(";
    for (let cut = 0; cut < text.length; cut++)
      expect(headOf(text.slice(0, cut)), text.slice(0, cut)).toBeNull();
    expect(headOf(text)).toMatchObject({ kind: 'insert', table: 't', columns: ['a', 'b'] });
  });
});

describe('the head of another statement', () => {
  it('is told apart by its first words', () => {
    expect(headOf('CREATE TABLE t (')).toEqual({ kind: 'create table' });
    expect(headOf('create /*!32312 temporary */ table t')).toEqual({ kind: 'create table' });
    expect(headOf('ALTER IGNORE TABLE t')).toEqual({ kind: 'alter table' });
    expect(headOf('CREATE TRIGGER t')).toEqual({ kind: 'other' });
    expect(headOf('delimiter ;;')).toEqual({ kind: 'delimiter' });
    expect(headOf(';')).toEqual({ kind: 'other' });
    expect(headOf('use `a``b`;')).toEqual({ kind: 'use', database: 'a`b' });
    expect(headOf('USE shop')).toBeNull();
    for (const text of ['SET a', 'drop table t', 'LOCK TABLES', 'USE ;', 'COMMIT;'])
      expect(headOf(text), text).toEqual({ kind: 'other' });
    expect(headOf('UPDATE t SET')).toEqual({
      kind: 'unread',
      reason: 'a statement that is not read: UPDATE',
    });
  });

  it('is noise where no statement begins so', () => {
    for (const text of ['mysqldump: [Warning]', '(1,2)', "'x'", 'INSERTED x', 'ß!', '-'])
      expect(headOf(text), text).toEqual({ kind: 'noise' });
  });
});
