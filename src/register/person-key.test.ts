import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPersonKeys, createPersonKeyWriter, personKeyBytes } from './person-key.ts';

const hmacOf = (secret: Buffer, text: string) =>
  createHmac('sha256', secret).update(text).digest().subarray(0, personKeyBytes);

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ maxLength: 3000 }));

test('a person key is HMAC-SHA-256 of kind and normal form, cut to 16 bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.constantFrom('email', 'nir', 'phone'),
      fc.array(text, { maxLength: 4 }),
      (secretBytes, kind, normals) => {
        const secret = Buffer.from(secretBytes);
        const personKey = createPersonKeys(secret);
        const keys = normals.map((normal) => personKey(kind, normal));
        expect(keys).toEqual(normals.map((normal) => hmacOf(secret, `${kind}\0${normal}`)));
      },
    ),
  );
});

/** RFC 4231: of each case the key, the data, which is split at a NUL here, and the first 16 bytes. */
test.each([
  ['4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c7'],
  [
    'aa'.repeat(131),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f',
  ],
])('the HMAC beneath agrees with the vectors of RFC 4231', (key, data, expected) => {
  expect(hmacOf(Buffer.from(key, 'hex'), data).toString('hex')).toBe(expected);
});

test('the same identifier has another key as another kind, and kinds and forms do not run together', () => {
  const personKey = createPersonKeys(Buffer.alloc(32, 1));
  const keys = [
    personKey('phone', '639980001'),
    personKey('username', '639980001'),
    personKey('phone6', '39980001'),
  ];
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
});

test('a key is written where it is asked for and nowhere else', () => {
  const secret = Buffer.alloc(32, 9);
  const into = Buffer.alloc(64, 0xee);
  createPersonKeyWriter(secret)('email', 'ada@example.org', into, 20);
  expect(into.subarray(20, 36)).toEqual(hmacOf(secret, 'email\0ada@example.org'));
  expect(Buffer.concat([into.subarray(0, 20), into.subarray(36)])).toEqual(Buffer.alloc(48, 0xee));
});
