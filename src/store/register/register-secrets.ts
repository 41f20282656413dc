// The secrets of an instance's register: one random secret in instance.db, of which every other is derived. In: the
// instance. Out: keys of 32 bytes, each for one purpose. A dump of the register is noise to whoever lacks them.

import { hkdfSync, randomBytes } from 'node:crypto';
import { keyBytes } from '../../base/index.ts';
import { type InstanceHome, withInstance } from '../index.ts';

/**
 * `person-key`: identifiers at rest. `seal`: addresses and texts at rest. `password-seal`, `password-place`: blocks of
 * passwords, and where they lie. `token`: links in mails, sessions.
 */
export type SecretPurpose =
  | 'database'
  | 'owner'
  | 'person-key'
  | 'reference-code'
  | 'notice-reference'
  | 'private-look-up'
  | 'seal'
  | 'password-seal'
  | 'password-place'
  | 'token'
  | 'webhook';

export type RegisterSecrets = (purpose: SecretPurpose) => Buffer;

/** The same for ever for one instance; its own key may be replaced. */
export function registerSecrets(home: InstanceHome): RegisterSecrets {
  const secret = withInstance(home, (db) => {
    db.prepare('INSERT OR IGNORE INTO register_secret (only_row, secret) VALUES (1, ?)').run(
      randomBytes(keyBytes),
    );
    return db.prepare('SELECT secret FROM register_secret').pluck().get() as Buffer;
  });
  const known = new Map<SecretPurpose, Buffer>();
  return (purpose) => {
    const derived =
      known.get(purpose) ??
      Buffer.from(hkdfSync('sha256', secret, '', `tocsin register ${purpose}`, keyBytes));
    known.set(purpose, derived);
    return derived;
  };
}
