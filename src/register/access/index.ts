// Who may do what, for what every command asks first. It is apart from the index of register, which loads the register's
// database.

export { isAllowed, type Permission, type Role } from '../permissions.ts';
export { hasUsers, provenUser } from '../users.ts';
