import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personal } from './index.ts';

const secret = 'jo.doe@example.org';

test('every printed form of a personal value is [personal]', () => {
  const value = personal(secret);
  const nested = { person: { mail: value } };
  const forms = [
    String(value),
    `${value}`,
    value + '',
    JSON.stringify(value),
    JSON.stringify(nested),
    inspect(value),
    inspect(nested, { depth: null, showHidden: true }),
    format('%s %o %j %O', value, value, value, value),
    JSON.stringify(structuredClone({ ...value })),
    Object.entries(value).join(),
  ];
  for (const form of forms) expect(form).not.toContain('jo.doe');
  expect(String(value)).toBe('[personal]');
  expect(JSON.stringify(nested)).toBe('{"person":{"mail":"[personal]"}}');
  expect(inspect(nested)).toBe('{ person: { mail: [personal] } }');
});

test('an error that quotes a personal value does not quote the value', () => {
  const error = new Error(`no such person: ${personal(secret)}`);
  expect(inspect(error)).not.toContain(secret);
});

test('reveal gives back exactly what was wrapped', () => {
  fc.assert(fc.property(fc.anything(), (value) => Object.is(personal(value).reveal(), value)));
});
