import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isTocsinError } from '../base/index.ts';
import { listCustody } from '../custody/index.ts';
import { addUser, type Permission, type Role } from '../register/index.ts';
import { type InstanceHome, openHome } from '../store/index.ts';
import { acting } from './acting.ts';

let folder: string;
let home: InstanceHome;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-acting-'));
  home = openHome(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function add(name: string, role: Role): string {
  return addUser(home, { name, role, addedBy: 'root', now: new Date('2026-11-23T09:00:00Z') });
}

function refused(permission: Permission, env: NodeJS.ProcessEnv): string {
  try {
    acting(home, permission, env);
  } catch (error) {
    if (isTocsinError(error) && error.code === 'NOT_ALLOWED') return error.message;
    throw error;
  }
  throw new Error('not refused');
}

const logged = () =>
  [...listCustody(home, () => null)].map(({ who, what, on, result, details }) => [
    who,
    what,
    on,
    result,
    details,
  ]);

test('while there are no users, the account of the operating system acts as owner', () => {
  expect(acting(home, 'destroy', { TOCSIN_USER: 'ada' })).toEqual({
    who: userInfo().username,
    role: 'owner',
  });
});

describe('once there are users', () => {
  test('they act by their secret, from the environment or from a file', () => {
    const secret = add('eve', 'owner');
    expect(acting(home, 'destroy', { TOCSIN_USER: 'eve', TOCSIN_SECRET: secret })).toEqual({
      who: 'eve',
      role: 'owner',
    });
    const path = join(folder, 'secret');
    writeFileSync(path, `${secret}\n`);
    expect(acting(home, 'destroy', { TOCSIN_USER: 'eve', TOCSIN_SECRET_FILE: path }).who).toBe('eve');
    expect(existsSync(join(home.path, 'custody'))).toBe(false);
  });

  test('whoever names nobody, somebody unknown, or has another secret is refused, and the log has it', () => {
    const secret = add('eve', 'owner');
    expect(refused('case.read', {})).toContain('TOCSIN_USER names none');
    expect(refused('case.read', { TOCSIN_USER: 'mallory', TOCSIN_SECRET: secret })).toContain('that secret');
    expect(refused('case.read', { TOCSIN_USER: 'eve', TOCSIN_SECRET: 'guess' })).toContain('that secret');
    expect(refused('case.read', { TOCSIN_USER: 'eve', TOCSIN_SECRET_FILE: join(folder, 'none') })).toContain(
      'cannot be read',
    );
    const me = userInfo().username;
    expect(logged()).toEqual([
      [me, 'refuse', 'case.read', 'refused', { why: 'no user named' }],
      [me, 'refuse', 'case.read', 'refused', { why: 'unknown user or wrong secret', named: 'mallory' }],
      [me, 'refuse', 'case.read', 'refused', { why: 'unknown user or wrong secret', named: 'eve' }],
    ]);
  });

  test('a role does what it allows, and a refusal names who was refused', () => {
    add('eve', 'owner');
    const env = { TOCSIN_USER: 'ada', TOCSIN_SECRET: add('ada', 'auditor') };
    expect(acting(home, 'log.read', env)).toEqual({ who: 'ada', role: 'auditor' });
    expect(refused('person.read', env)).toBe('the role auditor does not allow this: person.read');
    expect(logged()).toEqual([
      ['ada', 'refuse', 'person.read', 'refused', { why: 'the role does not allow it' }],
    ]);
  });
});
