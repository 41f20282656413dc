import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedPart, queryTruth, queryValue, targetBelow } from './api-request.ts';
import { findEndpoint } from './find-endpoint.ts';
import { typedAccount } from './typed-account.ts';

test('a target below the root is taken apart as it came', () => {
  expect(targetBelow('/api/v3', '/API/v3//Breach/a%2Fb+c/?x=1?')).toEqual({
    path: 'Breach/a%2Fb+c',
    query: 'x=1?',
  });
  expect(targetBelow('/api/v3', '/api/v3')).toEqual({ path: '', query: '' });
  for (const other of ['/api/v33/breaches', '/api/v2/breaches', '/', '', '/x/api/v3'])
    expect(targetBelow('/api/v3', other)).toBeNull();
});

test('a plus stays a plus in a path, and what is no text is none', () => {
  expect(decodedPart(' a+b%2Bc%40d%20')).toBe('a+b+c@d');
  for (const bad of ['%', '%4', '%zz', '%ff', '%00', 'a%0a', '%7f', '%c2%85', '%ed%a0%80'])
    expect(decodedPart(bad)).toBeNull();
});

test('names of parameters are found in any case, and what is no truth says nothing', () => {
  expect(queryValue('a=1&DOMAIN=%20b.c%20&domain=d', 'domain')).toBe('b.c');
  expect(queryValue('', 'domain')).toBeNull();
  expect(queryTruth('TruncateResponse=FALSE', 'truncateresponse', true)).toBe(false);
  expect(queryTruth('truncateResponse=0', 'truncateresponse', true)).toBe(true);
});

test('the longer name of two takes what stands behind it', () => {
  const found = (path: string) => {
    const { endpoint, part } = findEndpoint(path) ?? {};
    return [endpoint?.name, part];
  };
  expect(found('BreachedAccount/Range/abcdef')).toEqual(['breachedaccount/range', 'abcdef']);
  expect(found('breachedaccount/ranger')).toEqual(['breachedaccount', 'ranger']);
  expect(found('subscription/status')).toEqual(['subscription/status', '']);
  for (const none of ['', 'breaches/x', 'breachedaccount/a/b', 'subscription', 'breachedaccount/range/a/b'])
    expect(found(none)).toEqual([undefined, undefined]);
});

test('any target and any account gives an answer instead of an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const target of [
        text,
        `/api/v3/${text}`,
        `/api/v3/breachedaccount/${encodeURI(text.toWellFormed())}`,
      ]) {
        const below = targetBelow('/api/v3', target);
        const found = below && findEndpoint(below.path);
        if (found) typedAccount(found.part);
        if (below) queryTruth(below.query, 'x', true);
      }
      const account = typedAccount(encodeURIComponent(text.toWellFormed()));
      expect(account === null || (account.length > 0 && account.length <= 254)).toBe(true);
    }),
  );
});
