/*
 * The register's database, on SQLite or PostgreSQL: its schema in numbered steps, bulk loads, queries. Other stages
 * import from here only.
 */
export type { Engine, Migration } from './migration.ts';
export { openRegister, type RegisterDatabase } from './register-database.ts';
export type { RegisterSecrets, SecretPurpose } from './register-secrets.ts';
export type { RegisterTables } from './register-tables.ts';
