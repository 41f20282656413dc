/*
 * The names of the ways in which passwords are stored. In: nothing. Out: the kinds, whose order is their number, and
 * what a form that several hashes share may be. Raw hexadecimal is ambiguous by nature, and its name says so.
 */

export const passwordKinds = [
  'plain text',
  'argon2id',
  'argon2i or argon2d',
  'bcrypt',
  'bcrypt, low cost',
  'phpass (WordPress, phpBB)',
  'Drupal 7 SHA-512',
  'Drupal 7 migrated MD5',
  'md5crypt',
  'sha256crypt',
  'sha512crypt',
  'yescrypt',
  'scrypt',
  'sun-md5 or other crypt',
  'Apache apr1 (md5crypt)',
  'Django PBKDF2',
  'Django salted SHA-1 or MD5',
  'Werkzeug PBKDF2',
  'passlib PBKDF2',
  'PBKDF2',
  'LDAP salted SHA-1 {SSHA}',
  'LDAP SHA-1 {SHA}, unsalted',
  'LDAP salted SHA-2 {SSHA}',
  'LDAP MD5 {MD5}, unsalted',
  'LDAP salted MD5 {SMD5}',
  'LDAP crypt {CRYPT}',
  'Atlassian PKCS5S2 (PBKDF2)',
  'PostgreSQL MD5',
  'PostgreSQL SCRAM-SHA-256',
  'MySQL 4.1+ (SHA-1, unsalted)',
  'MySQL caching_sha2 (sha256crypt)',
  'MSSQL 2000 or 2005',
  'MSSQL 2012',
  'ASP.NET Identity v3 (PBKDF2)',
  'ASP.NET Identity v2 (PBKDF2)',
  'WordPress 6.8 bcrypt',
  'MD5 with salt (hash:salt)',
  'SHA-1 with salt (hash:salt)',
  'SHA-256 with salt (hash:salt)',
  'SHA-512 with salt (hash:salt)',
  'SHA-224 with salt (hash:salt)',
  'SHA-384 with salt (hash:salt)',
  'MD5 with salt, or LM and NTLM pair (32:32 hex)',
  'descrypt (DES)',
  'bsdi crypt (DES)',
  'old MySQL, LM or half MD5 (16 hex)',
  'MD5 or NTLM (32 hex)',
  'NTLM, LM or MD5 (32 hex, capitals)',
  'SHA-1 or MySQL 4.1+ (40 hex)',
  'SHA-224 or SHA3-224 (56 hex)',
  'SHA-256 or another (64 hex)',
  'SHA-384 or SHA3-384 (96 hex)',
  'SHA-512 or Whirlpool (128 hex)',
  'RIPEMD-320 (80 hex)',
  'MD5 (16 bytes in Base64)',
  'SHA-1 (20 bytes in Base64)',
  'SHA-256 (32 bytes in Base64)',
  'SHA-512 (64 bytes in Base64)',
  'AIX {smd5}',
  'AIX {ssha1}, {ssha256} or {ssha512}',
  'macOS salted SHA-512',
  'macOS PBKDF2',
  'BLAKE2b',
  'Cisco IOS PBKDF2 ($8$)',
  'Cisco IOS scrypt ($9$)',
  'Cisco PIX MD5, or plain text (16 signs)',
  'Dovecot CRAM-MD5',
  'Episerver salted SHA',
  'FortiGate salted SHA',
  'Juniper ScreenOS MD5',
  'Lotus Domino 6 or 8',
  'MongoDB SCRAM',
  'MS Cache 2 (PBKDF2)',
  'NetIQ SSPR or Adobe AEM (iterated)',
  'Oracle Transportation Management (iterated SHA-256)',
  'QNX salted SHA',
  'RACF (DES)',
  'SAP CODVN B, F or G',
  'SolarWinds Orion',
  'Sybase ASE salted SHA-256',
  'other hash, not recognised',
] as const;

export type PasswordKind = (typeof passwordKinds)[number];

const number = new Map<PasswordKind, number>(passwordKinds.map((kind, index) => [kind, index + 1]));

/** Index + 1 into `passwordKinds`. */
export function passwordKindNumber(kind: PasswordKind): number {
  return number.get(kind)!;
}

/**
 * What a form may be that does not say itself what it is, the usual one first: for each of these a program is known
 * that stores passwords so (hashcat's list of modes). A kind that is not here says itself what it is.
 */
export const candidates: Partial<Record<PasswordKind, string>> = {
  'MD5 or NTLM (32 hex)': 'MD5, NTLM, MD5 of an MD5 or SHA-1, MD4 or LM',
  'NTLM, LM or MD5 (32 hex, capitals)': 'NTLM, LM, MD5 or MD5 of an MD5',
  'SHA-1 or MySQL 4.1+ (40 hex)': 'SHA-1, MySQL 4.1+, SHA-1 of an MD5 or RIPEMD-160',
  'old MySQL, LM or half MD5 (16 hex)': 'old MySQL, half an MD5, half an LM hash or DES',
  'SHA-224 or SHA3-224 (56 hex)': 'SHA-224, SHA3-224 or Keccak-224',
  'SHA-256 or another (64 hex)': 'SHA-256, SHA3-256, GOST, Streebog, SM3 or SHA-256 of an MD5',
  'SHA-384 or SHA3-384 (96 hex)': 'SHA-384, SHA3-384 or Keccak-384',
  'SHA-512 or Whirlpool (128 hex)': 'SHA-512, Whirlpool, SHA3-512, Streebog or BLAKE2b',
  'MD5 with salt (hash:salt)': 'MD5 or NTLM with a salt, whose place in the hash is not written',
  'SHA-1 with salt (hash:salt)': 'SHA-1 or RIPEMD-160 with a salt, whose place in the hash is not written',
  'SHA-224 with salt (hash:salt)': 'SHA-224 with a salt, whose place in the hash is not written',
  'SHA-384 with salt (hash:salt)': 'SHA-384 with a salt, whose place in the hash is not written',
  'SHA-256 with salt (hash:salt)': 'SHA-256 with a salt, whose place in the hash is not written',
  'SHA-512 with salt (hash:salt)': 'SHA-512 or Whirlpool with a salt, whose place in the hash is not written',
  'MD5 with salt, or LM and NTLM pair (32:32 hex)':
    'MD5 with a salt of 32 digits, or the LM and NTLM hash of one password',
  'Cisco PIX MD5, or plain text (16 signs)':
    'the MD5 of Cisco PIX, or a password of 16 signs that a program made',
};
