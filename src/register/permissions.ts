// Who may do what: the roles of an instance and what each allows, as one table. In: a role and a permission. Out:
// whether it is allowed. It binds those who go through the program; who can read the key file can read everything.

export const roles = ['owner', 'responder', 'reader', 'auditor'] as const;

export type Role = (typeof roles)[number];

/** Each with the roles that have it. Commands ask for one of these by name. */
const holders = {
  /** Cases listed and shown: facts, counts, deadlines; no person. */
  'case.read': ['owner', 'responder', 'reader'],
  /** Cases opened, changed, closed; notes, contacts, clocks. */
  'case.write': ['owner', 'responder'],
  /** One person's statement. */
  'person.read': ['owner', 'responder', 'reader'],
  /** Evidence listed, and its hashes checked. */
  'evidence.read': ['owner', 'responder', 'reader'],
  'evidence.write': ['owner', 'responder'],
  /** The bytes of evidence handed out. */
  'evidence.open': ['owner', 'responder'],
  examine: ['owner', 'responder'],
  split: ['owner', 'responder'],
  directory: ['owner', 'responder'],
  package: ['owner', 'responder'],
  /** The custody log: read, verified, proved from. */
  'log.read': ['owner', 'responder', 'auditor'],
  /** The register of incidents, and which cases are due for destruction. */
  'incidents.read': ['owner', 'responder', 'reader', 'auditor'],
  destroy: ['owner'],
  /** Breaches published, changed and withdrawn; letters' codes, passwords, pastes. */
  publish: ['owner', 'responder'],
  /** People told: plans made, approved, sent, paused; letters, bounces. */
  notify: ['owner', 'responder'],
  /** Copies masked, the keys for it listed; found dumps traced to a copy. */
  mask: ['owner', 'responder'],
  /** The service for people and programs: run. */
  serve: ['owner', 'responder'],
  /** Keys of the API made, listed and revoked. */
  keys: ['owner'],
  /** Users added, listed and removed. */
  users: ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof holders;

export const permissions = Object.keys(holders) as Permission[];

export function isAllowed(role: Role, permission: Permission): boolean {
  return (holders[permission] as readonly Role[]).includes(role);
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
