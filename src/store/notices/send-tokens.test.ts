import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSendTokens } from './send-tokens.ts';

const secret = Buffer.alloc(32, 7);

test('a token leads back to its send, and is the same each time', () => {
  const { tokenOf, sendOf } = createSendTokens(secret);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (send) => {
      expect(sendOf(tokenOf(send))).toBe(send);
      expect(createSendTokens(secret).tokenOf(send)).toBe(tokenOf(send));
    }),
  );
});

test('a token of another ledger, a changed one and a made-up one lead nowhere', () => {
  const { tokenOf, sendOf } = createSendTokens(secret);
  expect(sendOf(createSendTokens(randomBytes(32)).tokenOf(1))).toBeNull();
  const token = tokenOf(12);
  for (let i = 0; i < token.length; i++)
    expect(sendOf(`${token.slice(0, i)}${token[i] === '0' ? '1' : '0'}${token.slice(i + 1)}`)).toBeNull();
  for (let i = 0; i < 1000; i++) expect(sendOf(randomBytes(16).toString('hex'))).toBeNull();
  for (const text of ['', 'zz', `${token}0`, ` ${token}`]) expect(sendOf(text)).toBeNull();
});

test('after one that leads nowhere the next still does', () => {
  const { tokenOf, sendOf } = createSendTokens(secret);
  expect(sendOf('0'.repeat(32))).toBeNull();
  expect(sendOf(tokenOf(5).toUpperCase())).toBe(5);
});
