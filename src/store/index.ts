/*
 * The store: the instance folder with its key, cases, and each case's encrypted vault of who was found by what.
 * Other stages import from here only. No other folder may use a database driver.
 */
export { homePath, type InstanceHome, openHome } from './instance-home.ts';
export type { CaseRecord } from './case-record.ts';
export { findCase, listAllCases, listCases, onlyCase, openCase } from './cases.ts';
export { guarded, openVault, type Vault } from './open-vault.ts';
export { beginLoad, type KeepOptions, type KeptAs, type ReadingLoad } from './load-reading.ts';
export { listReadings } from './list-readings.ts';
export {
  findPeople,
  type FoundMention,
  type FoundPeople,
  type FoundPerson,
  type HashedIdentifier,
  type SeenIn,
} from './find-people.ts';
export type { KeptReading, ReadingInput, ReadingSource, ReadingTable } from './reading.ts';
