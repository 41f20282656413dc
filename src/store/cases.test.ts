import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { homePath, isTocsinError } from '../base/index.ts';
import { findCase, listAllCases, listCases, onlyCase, openCase, renameCase } from './cases.ts';
import { type InstanceHome, openHome } from './instance-home.ts';
import { listDeliveries } from './list-deliveries.ts';
import { guarded, openVault } from './open-vault.ts';

const now = new Date('2026-11-23T09:00:00Z');
let folder: string;
let home: InstanceHome;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-store-'));
  home = openHome(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return isTocsinError(error) ? error.code : String(error);
  }
  return 'none';
}

function deliveriesOf(record: Parameters<typeof openVault>[0]): unknown[] {
  using vault = openVault(record);
  return guarded('x', () => listDeliveries(vault.db));
}

describe('the instance folder', () => {
  test('is named by TOCSIN_HOME, else by the XDG specification', () => {
    expect(homePath({ TOCSIN_HOME: '/srv/tocsin', XDG_DATA_HOME: '/data' })).toBe('/srv/tocsin');
    expect(homePath({ XDG_DATA_HOME: '/data' })).toBe('/data/tocsin');
    expect(homePath({})).toMatch(/\/\.local\/share\/tocsin$/u);
  });

  test('is made for its owner alone, and so is all that is in it', () => {
    const record = openCase(home, null, now);
    for (const path of [home.path, join(home.path, 'cases'), record.folder])
      expect(statSync(path).mode & 0o777).toBe(0o700);
    for (const path of [
      join(home.path, 'key'),
      join(record.folder, 'case.json'),
      join(record.folder, 'vault.db'),
    ])
      expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('keeps its key', () => {
    expect(openHome(home.path).key).toEqual(home.key);
    expect(home.key).toHaveLength(32);
  });

  test('that cannot be made is an error of its own', () => {
    expect(codeOf(() => openHome('/proc/tocsin'))).toBe('HOME_NOT_WRITABLE');
    writeFileSync(join(folder, 'file'), '');
    expect(codeOf(() => openHome(join(folder, 'file', 'home')))).toBe('HOME_NOT_WRITABLE');
  });

  test('with a key file that is not whole is an error of its own', () => {
    writeFileSync(join(home.path, 'key'), 'short');
    expect(codeOf(() => openHome(home.path))).toBe('CASE_KEY');
  });

  test('whose key file was taken away gets no other one while it holds cases', () => {
    const { case: id } = openCase(home, null, now);
    const key = join(home.path, 'key');
    rmSync(key);
    expect(codeOf(() => openHome(home.path))).toBe('CASE_KEY');
    writeFileSync(key, home.key);
    expect(listCases(openHome(home.path)).map((record) => record.case)).toEqual([id]);
  });

  test('whose key file cannot be read is an error of its own', () => {
    rmSync(join(home.path, 'key'));
    mkdirSync(join(home.path, 'key'));
    expect(codeOf(() => openHome(home.path))).toBe('CASE_KEY');
  });
});

describe('cases', () => {
  test('are listed although one of them is damaged, which is named', () => {
    const good = openCase(home, 'good', now);
    const bad = openCase(home, 'bad', now);
    writeFileSync(join(bad.folder, 'case.json'), '{');
    const { records, unreadable } = listAllCases(home);
    expect(records.map((record) => record.case)).toEqual([good.case]);
    expect(unreadable.map((entry) => [entry.case, entry.error.code])).toEqual([[bad.case, 'CASE_DAMAGED']]);
  });

  test('are found by id and by name, and listed newest first', () => {
    const first = openCase(home, 'first', now);
    const second = openCase(home, null, new Date(now.getTime() + 1000));
    expect(findCase(home, first.case)).toEqual(first);
    expect(findCase(home, 'first')).toEqual(first);
    expect(findCase(home, 'third')).toBe(null);
    expect(findCase(home, '2026-000000')).toBe(null);
    expect(listCases(home)).toEqual([second, first]);
  });

  test('are found by name although another one is damaged', () => {
    const [whole, damaged] = ['whole', 'damaged'].map((name) => openCase(home, name, now));
    writeFileSync(join(damaged!.folder, 'case.json'), '{}');
    expect(findCase(home, 'whole')?.case).toBe(whole!.case);
    expect(findCase(home, 'damaged')).toBeNull();
    expect(codeOf(() => findCase(home, damaged!.case))).toBe('CASE_DAMAGED');
  });

  test('can have another name, that no other has, and keep it from who has no key', () => {
    const record = openCase(home, 'spring', now);
    openCase(home, 'winter', now);
    expect(codeOf(() => renameCase(home, record, 'winter'))).toBe('CASE_EXISTS');
    renameCase(home, record, 'autumn');
    expect(findCase(home, 'autumn')?.case).toBe(record.case);
    expect(findCase(home, 'spring')).toBeNull();
    expect(readFileSync(join(record.folder, 'name.sealed'), 'utf8')).not.toContain('autumn');
    writeFileSync(join(record.folder, 'name.sealed'), 'changed');
    expect(codeOf(() => findCase(home, record.case))).toBe('CASE_DAMAGED');
  });

  test('the only one is meant where none is named', () => {
    expect(codeOf(() => onlyCase(home))).toBe('CASE_NOT_FOUND');
    const first = openCase(home, 'first', now);
    expect(onlyCase(home)).toEqual(first);
    openCase(home, 'second', now);
    expect(codeOf(() => onlyCase(home))).toBe('CASE_UNCLEAR');
  });

  test('have names of their own', () => {
    openCase(home, 'first', now);
    expect(codeOf(() => openCase(home, 'first', now))).toBe('CASE_EXISTS');
    for (const name of ['', '  ', 'a\nb', 'x'.repeat(201), '..\0'])
      expect(codeOf(() => openCase(home, name, now))).toBe('USAGE');
    expect(codeOf(() => openCase(home, '2026-bcdfgh', now))).toBe('CASE_NOT_FOUND');
    expect(openCase(home, '../../etc', now).folder.startsWith(home.path)).toBe(true);
  });

  test('do not show their names to who has no key', () => {
    const record = openCase(home, 'a telling name', now);
    for (const file of ['case.json', 'vault.db'])
      expect(readFileSync(join(record.folder, file)).includes('telling')).toBe(false);
  });

  test('with the key of another instance are refused', () => {
    const record = openCase(home, 'first', now);
    const other = openHome(join(folder, 'other'));
    expect(codeOf(() => findCase({ ...home, key: other.key }, record.case))).toBe('CASE_KEY');
  });

  test('whose record was changed are refused', () => {
    const record = openCase(home, 'first', now);
    const path = join(record.folder, 'case.json');
    const written = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    const change = (key: string, value: unknown) =>
      writeFileSync(path, JSON.stringify({ ...written, [key]: value }));
    const { about } = written;
    change('about', (about!.startsWith('A') ? 'B' : 'A') + about!.slice(1));
    expect(codeOf(() => listCases(home))).toBe('CASE_DAMAGED');
    change('key', 'AAAA');
    expect(codeOf(() => listCases(home))).toBe('CASE_KEY');
    change('version', 2);
    expect(codeOf(() => listCases(home))).toBe('CASE_DAMAGED');
    writeFileSync(path, '{');
    expect(codeOf(() => listCases(home))).toBe('CASE_DAMAGED');
  });

  test('cannot lend each other their keys', () => {
    const first = openCase(home, 'first', now);
    const second = openCase(home, 'second', now);
    writeFileSync(join(second.folder, 'case.json'), readFileSync(join(first.folder, 'case.json')));
    expect(codeOf(() => findCase(home, second.case))).toBe('CASE_KEY');
  });
});

describe('a vault', () => {
  test('that is new holds nothing', () => {
    expect(deliveriesOf(openCase(home, null, now))).toEqual([]);
  });

  test('is noise: no page begins as a database does', () => {
    const bytes = readFileSync(join(openCase(home, null, now).folder, 'vault.db'));
    for (const word of ['SQLite', 'CREATE TABLE', 'delivery', 'identifier'])
      expect(bytes.includes(word)).toBe(false);
  });

  test('with a byte changed anywhere is found out, or says what it said before', () => {
    const record = openCase(home, null, now);
    const path = join(record.folder, 'vault.db');
    const whole = readFileSync(path);
    let found = 0;
    for (let at = 0; at < whole.length; at += 997) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 0x10;
      writeFileSync(path, changed);
      const code = codeOf(() => expect(deliveriesOf(record)).toEqual([]));
      expect(['none', 'CASE_DAMAGED']).toContain(code);
      if (code === 'CASE_DAMAGED') found++;
    }
    expect(found).toBeGreaterThan(0);
  });

  test('that is missing, cut or something else is an error that names the case', () => {
    const record = openCase(home, null, now);
    const path = join(record.folder, 'vault.db');
    writeFileSync(path, 'not a vault'.repeat(1000));
    expect(codeOf(() => deliveriesOf(record))).toBe('CASE_DAMAGED');
    writeFileSync(path, '');
    expect(codeOf(() => deliveriesOf(record))).toBe('CASE_DAMAGED');
    rmSync(path);
    expect(codeOf(() => deliveriesOf(record))).toBe('CASE_DAMAGED');
  });
});
