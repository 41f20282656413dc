import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json, jsonHash, shownJson } from './canonical-json.ts';

test('keys are ordered by their code units at every depth, and no blank is left', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é', '\u20ac': true, '\r': 1, '1': 2 })).toBe(
    '{"\\r":1,"1":2,"a":"é","b":[{"c":null,"d":1}],"€":true}',
  );
});

test('the order of keys decides nothing, the content everything', () => {
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const turned = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(turned);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(jsonHash(turned(one))).toBe(jsonHash(one));
      expect(JSON.parse(shownJson(one))).toEqual(JSON.parse(JSON.stringify(one)));
      expect(canonicalJson(one) === canonicalJson(other)).toBe(
        canonicalJson(turned(one)) === canonicalJson(turned(other)),
      );
    }),
  );
});

test('a number that is not written the same everywhere is refused', () => {
  for (const number of [0.1, 2 ** 53, Number.NaN])
    expect(() => canonicalJson([number])).toThrow('whole numbers');
});
