import { passwordKinds } from '../recognise/index.ts';
import { describe, expect, it } from 'vitest';
import { passwordMeaning } from './password-meaning.ts';
import type { PasswordStrength } from './password-meaning.ts';

const kinds: Record<PasswordStrength, string[]> = {
  readable: [
    'plain text',
    'MD5',
    'MD5 or NTLM (32 hex)',
    'NTLM',
    'LM',
    'SHA-1',
    'SHA1',
    'SHA-256 (64 hex)',
    'SHA-512',
    'MySQL 4.1',
    'MySQL323',
    'MySQL 4.1 or SHA-1 (40 hex)',
    'MySQL 4.1+ (SHA-1, unsalted)',
    'SHA-512 or Whirlpool (128 hex)',
    'LM and NTLM pair',
    'LDAP MD5 {MD5}, unsalted',
    'descrypt (DES)',
    'bsdi crypt (DES)',
    'descrypt',
    'LDAP {SHA}',
    'raw hex (128)',
    'encrypted (3DES)',
    'something new',
    '',
  ],
  weak: [
    'md5:salt',
    'LDAP {SSHA}',
    'LDAP {SMD5}',
    'MSSQL 2012',
    'hash:salt',
    'Django salted SHA-1',
    'PostgreSQL MD5',
    'SHA-256 with salt (hash:salt)',
    'sun-md5 or other crypt',
    'LDAP crypt {CRYPT}',
  ],
  slowed: [
    'Drupal 7 (SHA-512)',
    'Drupal 7 SHA-512',
    'Drupal 7 migrated MD5',
    'phpass',
    'WordPress phpass (MD5)',
    'md5crypt',
    'apr1',
    'sha256crypt',
    'sha512crypt',
    'Django PBKDF2-SHA256',
    'Atlassian PKCS5S2 (PBKDF2)',
    'MySQL caching_sha2 (sha256crypt)',
    'Apache apr1 (md5crypt)',
    'ASP.NET Identity v3',
    'PostgreSQL SCRAM-SHA-256',
  ],
  slow: [
    'bcrypt',
    'argon2id',
    'scrypt',
    'yescrypt',
    'Django bcrypt-SHA256',
    'Django argon2',
    'WordPress 6.8 bcrypt',
  ],
};

describe('what a kind of password means', () => {
  it('is known for every kind that is told, but for the one that says it is not', () => {
    const unknown = passwordKinds.filter((kind) =>
      passwordMeaning(kind).meaning.startsWith('Kind not known'),
    );
    expect(unknown).toEqual(['other hash, not recognised']);
  });

  it.each([
    ['bcrypt, low cost', 'slowed'],
    ['MD5 with salt in a column beside it', 'weak'],
    ['NTLM, as the column is called', 'readable'],
    ['SAP CODVN B, F or G', 'weak'],
    ['NetIQ SSPR or Adobe AEM (iterated)', 'slowed'],
    ['Cisco PIX MD5, or plain text (16 signs)', 'readable'],
  ])('%s is %s', (kind, strength) => {
    expect(passwordMeaning(kind).strength).toBe(strength);
  });

  it.each(Object.entries(kinds).flatMap(([strength, names]) => names.map((name) => [name, strength])))(
    '%s is %s',
    (kind, strength) => {
      expect(passwordMeaning(kind).strength).toBe(strength);
    },
  );

  it('says it in one line without a full stop', () => {
    for (const kind of Object.values(kinds).flat()) {
      const { meaning } = passwordMeaning(kind);
      expect(meaning).toMatch(/^[A-Z][^\n]{20,76}[a-z]$/);
    }
  });

  it('tells the owner to treat an unknown kind as readable', () => {
    expect(passwordMeaning('house-made 2').meaning).toContain('treat as readable');
  });
});
