import { describe, expect, it } from 'vitest';
import { classifyTable } from '../classify-table.ts';

const today = new Date('2026-01-15');
const rows = 40;
const hexDigits = '0123456789abcdef';

/** Digits of a generator that needs no seed to be told: the same for every run. */
function digits(seed: number, length: number): string {
  let state = (seed + 1) * 2_654_435_761;
  return Array.from({ length }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return hexDigits[state >>> 28]!;
  }).join('');
}

function classOf(table: string, columns: Record<string, (row: number) => string>) {
  const samples = Object.entries(columns).map(([name, value]) => ({
    name,
    type: 'varchar(255)',
    filled: rows,
    rows,
    values: Array.from({ length: rows }, (_, row) => value(row)),
    rowIds: Array.from({ length: rows }, (_, row) => row),
    isKey: false,
  }));
  const found = classifyTable({ name: table, columns: samples }, { today });
  return Object.fromEntries(samples.map(({ name }, index) => [name, found[index]![0] ?? null]));
}

const email = (row: number) => `person${row}@example.com`;
const md5 = (row: number) => digits(row, 32);

describe('a column of raw hexadecimal', () => {
  it('says that it is open which hash it is', () => {
    const { password } = classOf('accounts', { email, password: md5 });
    expect(password).toMatchObject({ class: 'Passwords', kind: 'MD5 or NTLM (32 hex)' });
    expect(password!.evidence.note).toContain('the values cannot tell');
  });

  it('is salted where a column of salts stands beside it', () => {
    const { password, salt } = classOf('accounts', {
      email,
      password: md5,
      salt: (row) => digits(row + 99, 6),
    });
    expect(password!.kind).toBe('MD5 with salt in a column beside it');
    expect(salt).toBeNull();
  });

  it('is not salted by a column that holds one value', () => {
    const { password } = classOf('accounts', { email, password: md5, salt: () => 'pepper' });
    expect(password!.kind).toBe('MD5 or NTLM (32 hex)');
  });

  it('is what its column is called after, where the digits fit', () => {
    const found = classOf('accounts', {
      email,
      password_md5: md5,
      password_sha1: (row) => digits(row, 40),
      password_ntlm: (row) => digits(row, 40),
    });
    expect(found['password_md5']!.kind).toBe('MD5, as the column is called');
    expect(found['password_sha1']!.kind).toBe('SHA-1, as the column is called');
    expect(found['password_ntlm']!.kind).toBe('SHA-1 or MySQL 4.1+ (40 hex)');
  });

  it('is what the program stores whose table it is', () => {
    const { passwd } = classOf('ps_customer', { email, passwd: md5 });
    expect(passwd!.kind).toBe('MD5 with one salt for all (PrestaShop)');
  });

  it('shared by rows is said to have no salt of their own', () => {
    const { password } = classOf('accounts', { email, password: (row) => md5(row % 30) });
    expect(password!.evidence.note).toContain('20 sampled rows share their hash with another');
  });

  it.each(['md5_file', 'etag', 'session_id', 'file_hash', 'remember_token', 'api_key', 'checksum'])(
    'called %s is none of passwords, also beside addresses',
    (name) => {
      expect(classOf('documents', { email, [name]: md5 })[name]?.class).not.toBe('Passwords');
    },
  );
});

describe('a column of slowed hashes', () => {
  it.each([
    ['$2y$10$', 53, 'cost: 1,024 rounds'],
    ['$6$rounds=12000$abcdefgh$', 86, 'cost: 12,000 rounds'],
    ['$5$abcdefgh$', 43, 'cost: 5,000 rounds'],
    ['$P$B', 30, 'cost: 8,192 rounds'],
    ['pbkdf2_sha256$260000$abcdef$', 43, 'cost: 260,000 rounds'],
    ['$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$', 43, 'cost: m=65536,t=3,p=4'],
  ])('%s tells what a try costs', (prefix, length, cost) => {
    const { password } = classOf('accounts', { email, password: (row) => prefix + digits(row, length) });
    expect(password!.evidence.note).toContain(cost);
  });

  it('tells the spread where the cost was raised over the years', () => {
    const { password } = classOf('accounts', {
      email,
      password: (row) => `$2y$${row % 2 === 0 ? '08' : '12'}$${digits(row, 53)}`,
    });
    expect(password!.evidence.note).toContain('cost: 256 to 4,096 rounds');
  });
});

describe('a column of plain passwords', () => {
  const words = ['soleil', 'azerty', '123456', 'doudou', 'chouchou', 'marseille'];
  const login = (row: number) => `${['nquell', 'kbauvel', 'hkero'][row % 3]}${row}`;

  it.each([
    ['mdp', (row: number) => words[row % 6]!],
    ['mot_de_passe', (row: number) => words[row % 6]!],
    ['password', () => 'Bienvenue2023'],
    ['password', () => 'marseille'],
  ])('called %s is one beside a login, also for few values and one that all share', (name, value) => {
    const found = classOf('export', { login, [name]: value });
    expect(found[name]).toMatchObject({ class: 'Passwords', kind: 'plain text' });
    expect(found['login']).toMatchObject({ class: 'Usernames' });
  });

  it('is one beside names of people', () => {
    const found = classOf('export', {
      nom: () => 'Keroual',
      prenom: () => 'Nora',
      mdp: () => 'Bienvenue2023',
    });
    expect(found['mdp']).toMatchObject({ class: 'Passwords' });
  });

  it.each([
    ['password_changed_at', (row: number) => `2024-01-0${1 + (row % 9)}`],
    ['password_changed', (row: number) => `0${1 + (row % 9)}/03/2024`],
    ['has_password', (row: number) => String(row % 2)],
    ['password', (row: number) => (row % 2 === 0 ? 'true' : 'false')],
    ['password', (row: number) => ['active', 'expired', 'locked'][row % 3]!],
    ['password_attempts', (row: number) => String(row % 7)],
    ['password_type', (row: number) => ['bcrypt', 'sha256'][row % 2]!],
    ['password', () => '[redacted]'],
  ])('is none where it says something of one: %s', (name, value) => {
    expect(classOf('export', { login, [name]: value })[name]).toBeNull();
  });
});
