import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { passwordKind, passwordKinds } from './password-kind.ts';

const encoder = new TextEncoder();

function kindOf(text: string): string | null {
  const bytes = encoder.encode(text);
  const kind = passwordKind(bytes, 0, bytes.length);
  return kind === 0 ? null : passwordKinds[kind - 1]!;
}

const vectorsFile = new URL('../../../shared/facts/hash-vectors.json', import.meta.url);
const hasVectors = existsSync(vectorsFile);

/** hashcat's mode number and the kind its self-test hash must be told as. */
const expectedByMode: Record<number, string> = {
  0: 'MD5 or NTLM (32 hex)',
  11: 'MD5 with salt, or LM and NTLM pair (32:32 hex)',
  20: 'MD5 with salt (hash:salt)',
  100: 'SHA-1 or MySQL 4.1+ (40 hex)',
  110: 'SHA-1 with salt (hash:salt)',
  121: 'SHA-1 with salt (hash:salt)',
  124: 'Django salted SHA-1 or MD5',
  132: 'MSSQL 2000 or 2005',
  500: 'md5crypt',
  600: 'other hash, not recognised',
  1000: 'MD5 or NTLM (32 hex)',
  1300: 'SHA-224 (56 hex)',
  1410: 'SHA-256 with salt (hash:salt)',
  1500: 'descrypt (DES)',
  1700: 'SHA-512 or Whirlpool (128 hex)',
  1711: 'LDAP salted SHA-2 {SSHA}',
  1731: 'MSSQL 2012',
  2612: 'MD5 with salt (hash:salt)',
  2711: 'MD5 with salt (hash:salt)',
  3000: 'old MySQL or half MD5 (16 hex)',
  3200: 'bcrypt',
  3711: 'MD5 with salt (hash:salt)',
  4521: 'SHA-1 with salt (hash:salt)',
  5100: 'old MySQL or half MD5 (16 hex)',
  6100: 'SHA-512 or Whirlpool (128 hex)',
  7400: 'sha256crypt',
  10000: 'Django PBKDF2',
  10800: 'SHA-384 (96 hex)',
  10900: 'PBKDF2',
  12001: 'Atlassian PKCS5S2 (PBKDF2)',
  12400: 'bsdi crypt (DES)',
  13900: 'SHA-1 with salt (hash:salt)',
  20300: 'passlib PBKDF2',
  20711: 'SHA-256 with salt (hash:salt)',
  28600: 'PostgreSQL SCRAM-SHA-256',
  30120: 'SHA-256 with salt (hash:salt)',
  33800: 'bcrypt',
  70000: 'argon2id',
  70200: 'scrypt',
};

describe('stored passwords', () => {
  it.skipIf(!hasVectors)('hashcat’s self-test hashes are told by kind', () => {
    const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as [number, string, string][];
    const byMode = new Map(vectors.map(([mode, , hash]) => [mode, hash]));
    for (const [mode, kind] of Object.entries(expectedByMode))
      expect(kindOf(byMode.get(Number(mode))!), `mode ${mode}`).toBe(kind);
  });

  it.each([
    ['$argon2i$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$kYqZ5xkC9aJ0XhW1bMfE2w', 'argon2i or argon2d'],
    ['$2y$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', 'bcrypt'],
    ['$wp$2y$10$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', 'WordPress 6.8 bcrypt'],
    ['$S$DAbCdEfGhIjKlMnOpQrStUvWxYz0123456789./AbCdEfGhIjKlMn', 'Drupal 7 SHA-512'],
    ['U$S$DAbCdEfGhIjKlMnOpQrStUvWxYz0123456789./AbCdEfGhIjKlMn', 'Drupal 7 migrated MD5'],
    ['$P$BAbCdEfGhIjKlMnOpQrStUvWxYz0123', 'phpass (WordPress, phpBB)'],
    ['$y$j9T$AbCdEfGhIjKlMnOpQrStUv$AbCdEfGhIjKlMnOpQrStUvWxYz0123456789./AbCde', 'yescrypt'],
    [
      'pbkdf2:sha256:260000$AbCdEfGh$0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      'Werkzeug PBKDF2',
    ],
    ['md50123456789abcdef0123456789abcdef', 'PostgreSQL MD5'],
    ['*0123456789ABCDEF0123456789ABCDEF01234567', 'MySQL 4.1+ (SHA-1, unsalted)'],
    ['{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=', 'LDAP SHA-1 {SHA}, unsalted'],
    ['W6ph5Mm5Pz8GgiULbPgzG37mj9g=', 'SHA-1 (20 bytes in Base64)'],
    [
      'AQAAAAEAACcQAAAAEAbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/AbCdEfGhIjKlMnOpQrStUvWxYzAA=',
      'ASP.NET Identity v3 (PBKDF2)',
    ],
    ['sunny-lemon-37', 'plain text'],
    ['1234567890123456', 'plain text'],
    ['correct horse battery staple', 'plain text'],
    ['motdepasse123', 'plain text'],
    ['azerty', 'plain text'],
  ])('%s', (value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });

  it.each(['', '  ', '*', '!', '!!', 'NULL', 'n/a'])('no password in %j', (value) => {
    expect(kindOf(value)).toBeNull();
  });
});
