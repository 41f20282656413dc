import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAddresses } from './mask-addresses.ts';

test.each([
  ['<ada@example.org>: no such user', '<[address]>: no such user'],
  ['rfc822;ada+40example.org and ada%40example.org', 'rfc822;[address] and [address]'],
  ['to "ada lovelace"@example.org failed', 'to [address] failed'],
  ['nothing to hide', 'nothing to hide'],
  ['two\r\nlines\u0000 and\tmore', 'two lines and more'],
])('%j is kept as %j', (reply, kept) => {
  expect(maskAddresses(reply)).toBe(kept);
});

test('what stands before the @ of the address that was written to is masked by itself too', () => {
  expect(maskAddresses('mailbox ADA.LOVELACE is full', 'ada.lovelace@example.org')).toBe(
    'mailbox [address] is full',
  );
});

test('whatever a server says, no address is kept, and no more than a line', () => {
  const word = fc.oneof(fc.emailAddress(), fc.string(), fc.string({ unit: 'binary' }), fc.constant('@'));
  fc.assert(
    fc.property(fc.array(word), fc.emailAddress(), (words, own) => {
      const kept = maskAddresses([...words, own, own.toUpperCase()].join(' '), own);
      expect(kept).not.toMatch(/@|[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(kept.length).toBeLessThanOrEqual(400);
    }),
  );
});
