/*
 * The store: the instance folder with its key, cases, and each case's encrypted vault of who was found by what.
 * Other stages import from here only. No other folder may use a database driver.
 */
export { type InstanceHome, keyPath, openHome } from './instance-home.ts';
export {
  type CaseFile,
  hasCaseFolder,
  hasCaseRecord,
  isCaseWhole,
  listCaseFiles,
  lockCase,
} from './erase-case.ts';
export { overwriteCaseKey, refuseGone, removeCaseFiles, removeCaseKey } from './erase-case.ts';
export {
  caseGone,
  certificatePath,
  certificatesFolder,
  damagedPendingPath,
  isCaseId,
  pendingPath,
} from './destroyed-cases.ts';
export { hasUnfinishedKey, type Replaced, replaceInstanceKey } from './replace-instance-key.ts';
export {
  closeInstance,
  type InstanceDatabase,
  type InstanceLockOptions,
  withInstance,
} from './instance-lock.ts';
export {
  forgetReceived,
  type KnownPackage,
  noteReceived,
  packagesOfCase,
  type ReceivedPackage,
} from './packages-received.ts';
export { replaceLostDatabase } from './replace-lost-database.ts';
export { connectEncrypted } from './encrypted-database.ts';
export { openBytes, sealBytes } from './sealed-bytes.ts';
export type { CaseRecord } from './case-record.ts';
export {
  findCase,
  listAllCases,
  listCases,
  onlyCase,
  openCase,
  refuseUnreadableCases,
  renameCase,
} from './cases.ts';
export { guarded, openVault, type Vault } from './open-vault.ts';
export { beginLoad, type KeepOptions, type VaultLoad } from './load-vault.ts';
export { BulkInsert, type SqlValue } from './bulk-insert.ts';
export { storedHash } from './sorted-hashes.ts';
export { type CaseTotals, listDeliveries, readTotals } from './list-deliveries.ts';
export { type DeliveryPlace, placeDelivery } from './place-delivery.ts';
export { type DeliveryFile, openDelivery, writeDelivery } from './delivery-file.ts';
export {
  findPeople,
  type FoundMention,
  type FoundPeople,
  type FoundPerson,
  type HashedIdentifier,
  type SeenIn,
} from './find-people.ts';
export type {
  CaseSource,
  CountedPeople,
  DeliveryInput,
  KeptDelivery,
  PartialFile,
  SourcePart,
} from './case-source.ts';
export {
  appendEvent,
  appendEvents,
  type CaseEvent,
  type NewEvent,
  readEvents,
  settlePending,
} from './case-events.ts';
export type { ContactPiece, DirectoryContact } from './directory/directory-rows.ts';
export { fieldEnd, packContacts, rowEnd, rowsAPiece, unpackContacts } from './directory/directory-rows.ts';
export {
  type BirthDates,
  birthDatesIn,
  type LostClass,
  type MemberLosses,
  mentionedHashes,
  mentioningPlaces,
  type OwnedHashes,
  ownedHashes,
  type PeopleLosses,
  readLosses,
  readMemberLosses,
  sortsIn,
  topTurned,
} from './read-losses.ts';
export {
  beginDirectory,
  beginVaultChange,
  type DirectoryHead,
  type DirectoryPiece,
  keepContacts,
  keepJoin,
  keepTokens,
  makeController,
  type Pause,
  type VaultChange,
} from './directory/keep-directory.ts';
export {
  contactsOf,
  controllerNames,
  countPeople,
  doubtsOf,
  forEachContact,
  forEachTokens,
  type IdentifierPage,
  identifierPages,
  isSplit,
  type KeptDirectory,
  type KeptDoubt,
  listDirectories,
  membersOf,
  type ReachedBy,
  reachedRows,
} from './directory/read-directory.ts';
export {
  channelShift,
  countReach,
  keepReachability,
  reachBasis,
  type ReachCount,
  readReachability,
} from './directory/reach-counts.ts';
export { isDatabaseUrl, openQuery, type OpenQuery, shownUrl } from './directory/open-query.ts';
export {
  type ControllerCounts,
  type KeepSplitOptions,
  keepListTokens,
  keepSplit,
  keepSplitResult,
  type KeptSplit,
  type ListTokens,
  type SplitSource,
} from './split/keep-split.ts';
export {
  controllerNumber,
  listTokens,
  type Member,
  membersIn,
  profileClassesIn,
  readSplit,
  type StoredSplit,
} from './split/read-split.ts';
export type { DestroyedMaskKey, MaskRecipient } from './mask-keys/mask-key-files.ts';
export { resealMaskKeys } from './mask-keys/mask-key-files.ts';
export { type MaskKeyRequest, openMaskKey, type OpenMaskKey } from './mask-keys/open-mask-key.ts';
export {
  findMaskKey,
  type ListedMaskKey,
  listMaskKeys,
  type MaskKeyList,
} from './mask-keys/list-mask-keys.ts';
export { destroyMaskKey, type DestroyKeyOptions, type DestroyKeyStep } from './mask-keys/destroy-mask-key.ts';
