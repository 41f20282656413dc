// One-time codes as apps for them make them: six digits of every 30 seconds. In: a secret and a code. Out: the number of
// the 30 seconds the code is of, from one step before now to one after. Source: RFC 6238, RFC 4226.

import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

function totpOf(secret: string, label = ''): TOTP {
  const bytes = Uint8Array.from(Buffer.from(secret, 'base64'));
  return new TOTP({
    issuer: 'Tocsin',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: bytes.buffer }),
  });
}

/** Null for a code of another time or another secret. `secret`: base64. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const digits = code.replaceAll(/\s/gu, '');
  if (!/^\d{6}$/u.test(digits)) return null;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / periodSeconds) + delta;
}

/** What an app takes: as an address, and to be typed. */
export function codeSetUp(secret: string, name: string): { uri: string; typed: string } {
  const totp = totpOf(secret, name);
  return { uri: totp.toString(), typed: totp.secret.base32.replaceAll(/.{4}(?!$)/gu, '$& ') };
}
