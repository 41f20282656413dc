import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type InstanceHome, openHome } from '../store/index.ts';
import { isAllowed, permissions, roles } from './permissions.ts';
import { addUser, hasUsers, listUsers, provenUser, removeUser } from './users.ts';

const now = new Date('2026-11-23T09:00:00Z');
let folder: string;
let home: InstanceHome;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-users-'));
  home = openHome(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (name: string, role: (typeof roles)[number]) =>
  addUser(home, { name, role, addedBy: 'root', now });

describe('a user', () => {
  test('is proven by the secret that was given once, and by no other', () => {
    const secret = add('ada', 'owner');
    expect(provenUser(home, 'ada', secret)).toEqual({
      name: 'ada',
      role: 'owner',
      addedAt: now.toISOString(),
      addedBy: 'root',
    });
    for (const [name, given] of [
      ['ada', ''],
      ['ada', `${secret}x`],
      ['Ada', secret],
      ['bob', secret],
    ] as const)
      expect(provenUser(home, name, given)).toBeNull();
  });

  test('has a secret that no file of the instance holds', () => {
    const secret = add('ada', 'owner');
    const bytes = Buffer.from(secret, 'base64url');
    for (const name of readdirSync(home.path, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const held = readFileSync(join(name.parentPath, name.name));
      expect(held.includes(secret) || held.includes(bytes)).toBe(false);
    }
  });

  test('is there once, is listed by name, and can be removed', () => {
    add('eve', 'owner');
    add('ada', 'reader');
    expect(() => add('ada', 'owner')).toThrow('there is a user of this name already');
    expect(listUsers(home).map(({ name, role }) => [name, role])).toEqual([
      ['ada', 'reader'],
      ['eve', 'owner'],
    ]);
    removeUser(home, 'ada');
    expect(() => removeUser(home, 'ada')).toThrow('there is no user of this name');
  });

  test.each(['', ' ', 'a b', '-ada', 'ada\n', 'x'.repeat(65)])('is not called %o', (name) =>
    expect(() => add(name, 'owner')).toThrow('a name of a user is'),
  );
});

test('there is an owner as long as there is anybody', () => {
  expect(hasUsers(home)).toBe(false);
  expect(() => add('ada', 'responder')).toThrow('the first user of an instance is an owner');
  add('eve', 'owner');
  add('ada', 'responder');
  expect(() => removeUser(home, 'eve')).toThrow('the last owner cannot be removed');
  add('bob', 'owner');
  removeUser(home, 'eve');
  removeUser(home, 'ada');
  removeUser(home, 'bob');
  expect(hasUsers(home)).toBe(false);
});

test('what a role may do', () => {
  const table = Object.fromEntries(
    roles.map((role) => [role, permissions.filter((permission) => isAllowed(role, permission))]),
  );
  expect(table['owner']).toEqual(permissions);
  expect(permissions.filter((permission) => !table['responder']!.includes(permission))).toEqual([
    'destroy',
    'keys',
    'users',
  ]);
  expect(table['reader']).toEqual(['case.read', 'person.read', 'evidence.read', 'incidents.read']);
  expect(table['auditor']).toEqual(['log.read', 'incidents.read']);
});
