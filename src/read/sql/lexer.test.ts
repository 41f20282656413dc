import { describe, expect, it } from 'vitest';
import { CUT, findByte, readName, readQualifiedName, readWord, skipQuoted, skipSpace } from './lexer.ts';

const on = <T>(text: string, read: (bytes: Uint8Array, from: number, to: number) => T) =>
  read(Buffer.from(text), 0, Buffer.byteLength(text));
const restAfterSpace = (text: string) => {
  const p = on(text, skipSpace);
  return p < 0 ? p : text.slice(p);
};

describe('space', () => {
  it('is blanks, comments and the markers of executable comments', () => {
    expect(restAfterSpace(' \t\r\n\0x')).toBe('x');
    expect(restAfterSpace("-- it's\n# it's\n/* it's */x")).toBe('x');
    expect(restAfterSpace('/**/x')).toBe('x');
    expect(restAfterSpace('/*****/x')).toBe('x');
    expect(restAfterSpace('/*!40101 SET')).toBe('SET');
    expect(restAfterSpace('/*!SET')).toBe('SET');
    expect(restAfterSpace('/*M!100101 SET')).toBe('SET');
    expect(restAfterSpace('*/;')).toBe(';');
  });

  it('is a comment that no server executes', () => {
    expect(restAfterSpace('/*!999999\\- enable the sandbox mode */ x')).toBe('x');
    expect(restAfterSpace('/*M!999999\\- enable the sandbox mode */ x')).toBe('x');
    expect(restAfterSpace('/*Mary*/x')).toBe('x');
  });

  it('is not what only resembles a comment', () => {
    for (const text of ['--1', '-1', '/1', '*1', '- -']) expect(restAfterSpace(text)).toBe(text);
  });

  it('is cut where the next byte would decide', () => {
    for (const text of [
      '',
      '  ',
      '-',
      '--',
      '-- x',
      '/',
      '/*',
      '/* x',
      '/* x *',
      '/*!',
      '/*!401',
      '/*M',
      '*',
      '#',
    ]) {
      expect(restAfterSpace(text), text).toBe(CUT);
    }
  });
});

describe('a quoted string', () => {
  const lengthOf = (text: string, escapes = true) =>
    on(text, (bytes, from, to) => skipQuoted(bytes, from, to, escapes));

  it('ends at its own quote, doubled and escaped ones aside', () => {
    expect(lengthOf("'a''b\\'c\"' ")).toBe(10);
    expect(lengthOf('"a\'b""c" ')).toBe(8);
    expect(lengthOf('`a``b\\` ')).toBe(7);
    expect(lengthOf('[a]]b] ')).toBe(6);
    expect(lengthOf("'a\\\\' ")).toBe(5);
  });

  it('ends after a backslash where backslashes are letters', () => {
    expect(lengthOf("'a\\' ", false)).toBe(4);
  });

  it('is cut where its end may be the first half of a doubled quote', () => {
    for (const text of ["'", "'a", "'a'", "'a\\", "'a\\'", '`a``']) expect(lengthOf(text), text).toBe(CUT);
  });
});

describe('a name', () => {
  it('is bare or quoted, and its last part when qualified', () => {
    expect(on('größe_1$ ', readName)).toEqual({ name: 'größe_1$', end: 10 });
    expect(on('`a``b` ', readName)).toEqual({ name: 'a`b', end: 6 });
    expect(on('`db` . /* x */ "t" (', readQualifiedName)).toEqual({ name: 't', end: 18, scope: 'db' });
    expect(on('a.b.c (', readQualifiedName)).toMatchObject({ name: 'c' });
  });

  it('is none where the bytes end inside it, or none begins', () => {
    for (const text of ['', 'abc', '`abc', '(', 'a.', 'a.b', 'a '])
      expect(on(text, readQualifiedName), text).toBeNull();
  });
});

describe('a word', () => {
  it('is as long as its bytes, in upper case as far as it is ASCII', () => {
    expect(on('insert into', readWord)).toBe('INSERT');
    expect(on('straße ', readWord)).toHaveLength(7);
    expect(on('x'.repeat(200), readWord)).toHaveLength(64);
    expect(on('(', readWord)).toBe('');
  });
});

describe('a byte', () => {
  it('is not found past the end', () => {
    const bytes = Buffer.from('abcabc');
    expect(findByte(bytes, 0x63, 0, 2)).toBe(CUT);
    expect(findByte(bytes, 0x63, 3, 6)).toBe(5);
  });
});
