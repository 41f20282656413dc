import { createPublicKey, generateKeyPairSync, hash, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSigner } from './dkim-signature.ts';
import { relaxedBody, relaxedHeader } from './relaxed.ts';

// RFC 8463, appendix A
const publicKey = createPublicKey({
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    x: Buffer.from('11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', 'base64').toString('base64url'),
  },
  format: 'jwk',
});
const body = 'Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n';
const bodyHash = '2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=';
const headers = [
  'From: Joe SixPack <joe@football.example.com>',
  'To: Suzie Q <suzie@shopping.example.net>',
  'Subject: Is dinner ready?',
  'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
  'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
];
const field =
  'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n' +
  ' d=football.example.com; i=@football.example.com;\r\n' +
  ' q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n' +
  ' subject : date : message-id : from : subject : date;\r\n' +
  ` bh=${bodyHash};\r\n b=`;
const signature = '/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==';

test('the relaxed forms are those of the example of RFC 8463', () => {
  expect(hash('sha256', relaxedBody(body), 'base64')).toBe(bodyHash);
  const signed = [...headers, field].map(relaxedHeader).join('\r\n');
  const digest = hash('sha256', Buffer.from(signed), 'buffer');
  expect(verify(null, digest, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
});

test.each([
  ['an empty body', '', ''],
  ['only empty lines', '\r\n\r\n', ''],
  ['no line end', 'a', 'a\r\n'],
  ['blanks and empty lines at the end', 'a \t b \r\n \r\n\r\n', 'a b\r\n'],
])('the relaxed form of a body: %s', (_, text, relaxed) => {
  expect(relaxedBody(text)).toBe(relaxed);
});

test('a field is signed once more where it may not be added', () => {
  const { privateKey, publicKey: ours } = generateKeyPairSync('ed25519');
  const sign = createSigner({
    algorithm: 'ed25519-sha256',
    selector: 's1',
    domain: 'example.org',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  });
  const made = sign([{ name: 'from', relaxed: 'from:a' }], 'aGFzaA==', {
    at: 1_600_000_000_999,
    never: ['from'],
  });
  expect(made).toMatch(
    /^DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed\/relaxed; d=example\.org;\r\n s=s1; t=1600000000;\r\n h=from:from;\r\n bh=aGFzaA==;\r\n b=/u,
  );
  const [unsigned, base64] = made.split(/(?<=\r\n b=)/u) as [string, string];
  const digest = hash('sha256', `from:a\r\n${relaxedHeader(unsigned)}`, 'buffer');
  expect(verify(null, digest, ours, Buffer.from(base64, 'base64'))).toBe(true);
});
