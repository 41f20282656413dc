import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { namePattern, pathPattern } from './name-pattern.ts';
import { nearestName } from './nearest-name.ts';
import { parseSplitRules } from './split-rules.ts';

function parse(rules: unknown): ReturnType<typeof parseSplitRules> {
  return parseSplitRules(JSON.stringify(rules), 'rules.json');
}

function wrong(rules: unknown): string {
  try {
    parse(rules);
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string };
    return `${code}: ${message} (${hint})`;
  }
  return 'understood';
}

const named = (rule: unknown) => ({ controllers: [{ name: 'Banque A', rules: [rule] }] });

describe('a file of rules', () => {
  test('every example of the guide is understood', () => {
    const guide = readFileSync(new URL('../../../docs/guides/split.md', import.meta.url), 'utf8');
    const examples = [...guide.matchAll(/^```json\n(?<text>.*?)^```$/gmsu)];
    expect(examples).toHaveLength(2);
    for (const { groups } of examples)
      expect(parseSplitRules(groups!['text']!, 'x').controllers.length).toBeGreaterThan(0);
  });

  test('values may be texts or whole numbers, one or many', () => {
    const { controllers } = parse(
      named({ column: 'code', values: [30004, ' 30003 '], value: '7', prefix: 'B', prefixes: ['C'] }),
    );
    expect(controllers[0]!.rules[0]).toMatchObject({ values: ['7', '30004', '30003'], prefixes: ['B', 'C'] });
  });

  test('shared may be said of a rule, of a controller or of all', () => {
    const rule = { table: 'a' };
    for (const rules of [
      named({ ...rule, shared: true }),
      { controllers: [{ name: 'A', shared: true, rules: [rule] }] },
      { shared: true, controllers: [{ name: 'A', rules: [rule] }] },
    ])
      expect(parse(rules).controllers[0]!.rules[0]!.shared).toBe(true);
    expect(parse(named(rule)).controllers[0]!.rules[0]!.shared).toBe(false);
  });

  test.each([
    ['{ "controllers": [\n{ "name": secret } ] }', 2],
    ['', 1],
    ['{\n\n"controllers": [ ],\n}', 4],
    ['[1,\n2', 2],
    ['{ "a": 1 }\n\n{', 3],
    ['{ "a"\n1 }', 2],
    ['[\n"not closed]', 2],
    ['[01]', 1],
    ['[1}', 1],
  ])('%j is told to be no JSON, with its line and without its text', (text, line) => {
    expect(() => parseSplitRules(text, 'rules.json')).toThrow(/^rules\.json is not JSON: see line \d+$/u);
    expect(() => parseSplitRules(text, 'rules.json')).toThrow(`line ${line}`);
  });

  test('a text of megabytes in what is no JSON is told by its line', () => {
    const text = `{\n"a": "${'x'.repeat(12 << 20)}",\n`;
    expect(() => parseSplitRules(text, 'rules.json')).toThrow(/^rules\.json is not JSON: see line 3$/u);
    expect(() => parseSplitRules(text.slice(0, -4), 'rules.json')).toThrow(/: see line 2$/u);
  });

  test.each([
    [{}, /names no controllers/u],
    [[], /is not written in \{ \}/u],
    [{ controllers: [{ name: 'A' }] }, /^RULES_WRONG: A has neither rules nor a list/u],
    [{ controllers: [{ name: '', rules: [] }] }, /the name of controller 1 is not a text/u],
    [
      {
        controllers: [
          { name: 'A', rules: [{ table: 'a' }] },
          { name: 'a', rules: [{ table: 'a' }] },
        ],
      },
      /two controllers are called a/u,
    ],
    [
      named({ tabel: 'x' }),
      /rule 1 of Banque A has a field that is not known: tabel \(it may be meant as table\)/u,
    ],
    [named({ column: 'x' }), /rule 1 of Banque A names a column, but no values/u],
    [named({ table: 'x', values: ['1'] }), /has values, but names no column/u],
    [named({}), /names no table, no column and no file/u],
    [named({ column: 'x', values: [1.5] }), /put it in quotes/u],
    [named({ column: 'x', values: [null] }), /neither a text nor a whole number/u],
    [named({ table: 'x', shared: 'yes' }), /"shared" in rule 1 of Banque A is neither true nor false/u],
    [{ controllers: [{ name: 'A', list: { columns: ['x'] } }] }, /file in the list of A is not a text/u],
  ])('%j is refused with the place', (rules, message) => {
    expect(wrong(rules)).toMatch(message);
  });
});

describe('a name in a rule', () => {
  test.each([
    ['Clients', 'clients', true],
    ['clients', 'clients_old', false],
    ['client*', 'CLIENTS_OLD', true],
    ['*_old', 'clients_old', true],
    ['c?ients', 'clients', true],
    ['c?ients', 'cients', false],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXbXbX', false],
  ])('%s and %s: %s', (pattern, name, fits) => {
    expect(namePattern(pattern)(name)).toBe(fits);
  });

  test('a path fits as a whole or from one of its folders on', () => {
    for (const pattern of [
      '*/banque-a/*',
      'banque-a/*',
      'clients.csv',
      'Banque-A/clients.csv',
      '/data/banque-a/clients.csv',
    ])
      expect(pathPattern(pattern)('/data/banque-a/clients.csv')).toBe(true);
    for (const pattern of ['anque-a/*', 'clients', '*/banque-b/*', 'data/clients.csv'])
      expect(pathPattern(pattern)('/data/banque-a/clients.csv')).toBe(false);
  });

  test('many stars against a long name take no time', () => {
    expect(namePattern(`${'*a'.repeat(500)}b`)('a'.repeat(20_000))).toBe(false);
  });

  test('the nearest name is the one with the fewest letters changed, if any is near', () => {
    expect(nearestName('code_bank', ['code_banque', 'codes', 'name'])).toBe('code_banque');
    expect(nearestName('Clients', ['kunden', 'client'])).toBe('client');
    expect(nearestName('xyz', ['kunden', 'client'])).toBeNull();
  });
});
