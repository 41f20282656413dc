/*
 * The contract itself: every endpoint that is answered stands in it, and it names nothing that is not answered.
 */
import { expect, test } from 'vitest';
import { endpoints } from '../../src/web/api/find-endpoint.ts';
import { contract, keepsContract } from './contract.fixture.ts';
import { readYaml } from './read-yaml.fixture.ts';

test('it has the endpoints of the API, each with its method and parameters, and no others', () => {
  const named = Object.entries(contract.paths)
    .filter(([path]) => path.startsWith('/api/v3/'))
    .map(([path, operations]) => [
      path.replace('/api/v3/', '').replace(/\/\{\w+\}$/u, ''),
      Object.keys(operations).join(' ').toUpperCase(),
      path.endsWith('}'),
    ]);
  const answered = endpoints.map(({ name, method, takes }) => [name, method, takes]);
  const sorted = (list: unknown[][]) => list.map((entry) => entry.join(' ')).toSorted();
  expect(sorted(named)).toEqual(sorted(answered));
});

test('every reference leads somewhere', () => {
  const text = JSON.stringify(contract);
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/gu)].map(([, place]) => place!);
  expect(references.length).toBeGreaterThan(100);
  for (const place of references) {
    const found = place
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], contract);
    expect([place, typeof found]).toEqual([place, 'object']);
  }
});

test('an answer that breaks it is seen', () => {
  const answer = { method: 'GET', target: '/api/v3/breach/Alder/', contentType: 'application/json' };
  const problem = JSON.stringify({ statusCode: 404, message: 'Not found.' });
  expect(() => keepsContract({ ...answer, status: 404, body: problem })).not.toThrow();
  expect(() => keepsContract({ ...answer, status: 404, body: '{"statusCode":404}' })).toThrow('message');
  expect(() => keepsContract({ ...answer, status: 418, body: problem })).toThrow('418');
  expect(() => keepsContract({ ...answer, status: 404, contentType: 'text/html', body: '' })).toThrow(
    'text/html',
  );
});

test('our part of YAML is read as it is meant', () => {
  const source =
    "a:\n  - x: 1\n    y: [p, 'q']\n  - plain text\nb: >-\n  one\n  two\n'4': 'it''s'\nc:\n  d: true\n";
  expect(readYaml(source)).toEqual({
    a: [{ x: 1, y: ['p', 'q'] }, 'plain text'],
    b: 'one two',
    4: "it's",
    c: { d: true },
  });
  for (const bad of ['a: "x"', 'a: {b: 1}', 'a: 1\na: 2', 'a: b: c', '  a: 1\nb: 2'])
    expect(() => readYaml(bad)).toThrow('line');
});
