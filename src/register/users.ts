// The users of an instance: a name, a role, and a hash of the secret they prove themselves by. In: the instance. Out:
// who is known. A secret is made here, shown once to whoever adds the user, and kept as a salted hash only.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { TocsinError } from '../base/index.ts';
import { type InstanceDatabase, type InstanceHome, withInstance } from '../store/index.ts';
import { isRole, type Role } from './permissions.ts';

export interface User {
  name: string;
  role: Role;
  /** ISO 8601. */
  addedAt: string;
  addedBy: string;
}

/** The secret is nowhere else. USER_EXISTS where the name is taken; the first user is an owner. */
export function addUser(
  home: InstanceHome,
  { name, role, addedBy, now }: { name: string; role: Role; addedBy: string; now: Date },
): string {
  checkName(name);
  const secret = randomBytes(secretBytes).toString('base64url');
  const salt = randomBytes(saltBytes);
  const hash = hashOf(secret, salt);
  withInstance(home, (db) => {
    if (userNamed(db, name)) throw new TocsinError('USER_EXISTS', 'there is a user of this name already');
    if (role !== 'owner' && ownersIn(db).length === 0)
      throw new TocsinError('USAGE', 'the first user of an instance is an owner: nobody else could add more');
    db.prepare('INSERT INTO user (name, role, added_at, added_by, salt, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
      name,
      role,
      now.toISOString(),
      addedBy,
      salt,
      hash,
    );
  });
  return secret;
}

/** The last owner stays while there are others: they could never be removed. */
export function removeUser(home: InstanceHome, name: string): void {
  withInstance(home, (db) => {
    const user = userNamed(db, name);
    if (!user) throw new TocsinError('USER_UNKNOWN', 'there is no user of this name');
    const isLastOwner = ownersIn(db).every((owner) => owner === name);
    if (isLastOwner && countOf(db) > 1)
      throw new TocsinError('USAGE', 'the last owner cannot be removed while there are other users', {
        hint: 'add another owner first, or remove the others',
      });
    db.prepare('DELETE FROM user WHERE name = ?').run(name);
  });
}

/** By name. */
export function listUsers(home: InstanceHome): User[] {
  return withInstance(home, (db) =>
    (db.prepare('SELECT * FROM user ORDER BY name').all() as StoredUser[]).map(asUser),
  );
}

/** Null where the name is unknown or the secret is another. */
export function provenUser(home: InstanceHome, name: string, secret: string): User | null {
  const stored = withInstance(home, (db) => userNamed(db, name));
  // as long for a name that is unknown
  const hash = hashOf(secret, stored?.salt ?? Buffer.alloc(saltBytes));
  return stored && timingSafeEqual(hash, stored.hash) ? asUser(stored) : null;
}

export function hasUsers(home: InstanceHome): boolean {
  return withInstance(home, countOf) > 0;
}

interface StoredUser {
  name: string;
  role: string;
  added_at: string;
  added_by: string;
  salt: Buffer;
  hash: Buffer;
}

function userNamed(db: InstanceDatabase, name: string): StoredUser | undefined {
  return db.prepare('SELECT * FROM user WHERE name = ?').get(name) as StoredUser | undefined;
}

function ownersIn(db: InstanceDatabase): string[] {
  return db.prepare(`SELECT name FROM user WHERE role = 'owner'`).pluck().all() as string[];
}

function countOf(db: InstanceDatabase): number {
  return db.prepare('SELECT count(*) FROM user').pluck().get() as number;
}

function asUser({ name, role, added_at: addedAt, added_by: addedBy }: StoredUser): User {
  if (!isRole(role))
    throw new TocsinError('HOME_DAMAGED', 'a user of the instance has a role that is unknown');
  return { name, role, addedAt, addedBy };
}

function checkName(name: string): void {
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._@-]{0,62}[\p{L}\p{N}])?$/u.test(name))
    throw new TocsinError('USAGE', 'a name of a user is 1 to 64 letters, digits, dots, hyphens, _ or @');
}

/** 256 bits: nobody finds it by trying, so that a hash that costs nothing is enough for what every command does. */
const secretBytes = 32;
const saltBytes = 16;

function hashOf(secret: string, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(secret).digest();
}
