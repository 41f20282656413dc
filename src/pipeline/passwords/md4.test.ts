import { expect, test } from 'vitest';
import { md4 } from './md4.ts';

/** RFC 1320, A.5. */
const vectors: [string, string][] = [
  ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
  ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
  ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
  ['message digest', 'd9130a8164549fe818874806e1c7014b'],
  ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
  [
    '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
    'e33b4ddc9c38f2199c3e7b164fcc0536',
  ],
];

test.each(vectors)('md4 of %o is as in RFC 1320', (text, digest) => {
  expect(md4(Buffer.from(text)).toString('hex')).toBe(digest);
});

test('the NTLM hash of a password is the MD4 of its UTF-16', () => {
  expect(md4(Buffer.from('password', 'utf16le')).toString('hex')).toBe('8846f7eaee8fb117ad06bdd830b7586c');
});

test('messages around the end of a block are padded with a block of their own where they must', () => {
  // worked out with OpenSSL 3, legacy provider: printf '%0.sx' $(seq N) | openssl dgst -md4 -provider legacy
  const digests = Object.fromEntries(
    [55, 56, 63, 64, 65, 119, 120].map((length) => [length, md4(Buffer.alloc(length, 'x')).toString('hex')]),
  );
  expect(digests).toMatchInlineSnapshot(`
    {
      "119": "b55ae15e41e55643b0c3daad5e05c905",
      "120": "d8f9adfc41ec43552619606c70cfd287",
      "55": "92f32bb82c95ad10e8f87ae58ab06807",
      "56": "374d5f08103b7092c83b4626ebceffab",
      "63": "2870452596e98fffd48332289b3472b9",
      "64": "b1abf956a5ae6f3221e5fe85e300fbb0",
      "65": "afc1a3308fc176a53238a09aeddec2e6",
    }
  `);
});
