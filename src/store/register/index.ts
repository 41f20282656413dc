/*
 * The register's database, on SQLite or PostgreSQL: its schema in numbered steps, bulk loads, queries. Other stages
 * import from here only.
 */
export type { Engine, Migration } from './migration.ts';
export {
  openRegister,
  type RegisterDatabase,
  type RegisterRows,
  type RegisterTransaction,
} from './register-database.ts';
export { registerError } from './register-errors.ts';
export {
  type BreachRow,
  breachesNamed,
  catalogueVersion,
  type FlipOptions,
  holdPublished,
  insertBreach,
  insertExposureSets,
  listBreaches,
  publishBreach,
  publishedModel,
  updateBreach,
  withdrawBreach,
} from './breach-rows.ts';
export { type RemoveOptions, removeBreachRows, removeTableRows } from './remove-breach-rows.ts';
export { type BreachTable, breachTables } from './breach-tables.ts';
export { bulkLoad, type LoadOptions } from './bulk-load.ts';
export { type LoadColumn, type LoadPlan, type RowBatch, type RowList, type RowValue } from './load-plan.ts';
export {
  createExposureReader,
  type ExposureOf,
  type MaybePromise,
  type ReadExposures,
} from './read-exposures.ts';
export { createSha1Reader, type ReadSha1Entries, type Sha1Suffix } from './read-sha1-entries.ts';
export { domainBlocks, exposureSetContent } from './read-breach-parts.ts';
export { createPublishedReader, type ReadPublished } from './read-published.ts';
export { createVersionWatch, versionAgeMs, type WatchVersion } from './version-watch.ts';
export type { RegisterSecrets, SecretPurpose } from './register-secrets.ts';
export type { RegisterTables } from './register-tables.ts';
export {
  allApiKeys,
  apiKeyByHash,
  apiKeyByNumber,
  type ApiKeyRow,
  insertApiKey,
  markRevoked,
  type NewApiKeyRow,
} from './api-key-rows.ts';
export { type AskingCount, countAsking, forgetAskingCounts } from './asking-count-rows.ts';
export { addRateCounts, type RateCount } from './rate-count-rows.ts';
export { openJson, sealJson } from './seal-json.ts';
export {
  claimJobs,
  dueKinds,
  enqueueJob,
  enqueueJobs,
  type FailedJob,
  failJob,
  finishJob,
  type Job,
  keepLease,
  type NewJob,
  postponeJob,
  settleClock,
} from './telling/job-rows.ts';
export {
  countJobs,
  dropFailedJob,
  dropOldFailures,
  type JobCount,
  listFailedJobs,
  retryFailedJob,
} from './telling/failed-jobs.ts';
export { deleteLinks, insertLink, type LinkRow, markLinkTaken, readLink } from './telling/link-rows.ts';
export {
  passwordModes,
  type PasswordMode,
  passwordPlace,
  passwordPrefixes,
  placesOfSource,
  placeWithin,
} from './password-place.ts';
export {
  addPasswordBlocks,
  beginPasswordSource,
  type BegunSource,
  clearLeaving,
  leavePasswordSource,
  type PasswordCounts,
  type PasswordSource,
  passwordSources,
  type PasswordState,
  presentPasswordSource,
  readPasswordState,
} from './password-source-rows.ts';
export {
  createPasswordReader,
  passwordBlocksBetween,
  type ReadPasswordBlocks,
} from './read-password-blocks.ts';
export {
  deletePasskey,
  type EnrolmentRow,
  insertPasskey,
  listPasskeys,
  type OneTimeCodeRow,
  type PasskeyRow,
  putEnrolment,
  putOneTimeCode,
  readEnrolment,
  readOneTimeCode,
  readPasskey,
  takeEnrolment,
  useCodeStep,
  usePasskey,
} from './operators/proof-rows.ts';
export {
  deleteOldChallenges,
  deleteOldSessions,
  deleteSession,
  deleteSessionsOf,
  insertChallenge,
  insertSession,
  listSessions,
  readSession,
  type SessionRow,
  takeChallenge,
  touchSession,
} from './operators/session-rows.ts';
export { countTry, deleteOldTries, forgetTries } from './operators/try-rows.ts';
export {
  addPrivateBlocks,
  addPrivatePart,
  beginPrivateIndexes,
  dropPrivateBlocks,
  endPrivateIndexes,
  exposureSetContents,
  privateBlock,
  type PrivateBlockRow,
  privateIndexes,
  type PrivateIndexRow,
  privateParts,
} from './private-index-rows.ts';
export {
  deletePerson,
  type OptOutRow,
  optOutsSince,
  optOutVersion,
  writeOptOut,
} from './telling/opt-out-rows.ts';
export {
  countSubscribers,
  deleteSubscriber,
  hasSubscriber,
  insertSubscriber,
} from './telling/subscriber-rows.ts';
export {
  claimDomain,
  deleteClaim,
  domainClaim,
  type DomainClaimRow,
  markDomainVerified,
  verifiedClaims,
} from './telling/domain-rows.ts';
export { firstPublication, keepFirstPublication } from './first-publications.ts';
export {
  type DomainBlockRow,
  insertDomainBlocks,
  type LoadingStep,
  putLoadingStep,
  readLoadingStep,
} from './loading-rows.ts';
export {
  deleteReferenceCodes,
  insertReferenceCodes,
  lastCodesMadeAt,
  moveReferenceCodes,
  readReferenceCodes,
  type ReferenceCodeRow,
} from './sightings/reference-code-rows.ts';
export { listPasteRows, pastesOfKey, type PasteRow, putPaste, removePaste } from './sightings/paste-rows.ts';
export {
  addressesOfDomain,
  addressesOfWebsite,
  addStealerLogs,
  type SeenAddress,
  type StealerLogRow,
  websitesOfKey,
} from './sightings/stealer-log-rows.ts';
export {
  allWebhooks,
  countCalls,
  countRanges,
  deleteWebhook,
  insertRange,
  insertWebhook,
  webhookByNumber,
  type WebhookRow,
  webhookSubject,
} from './telling/webhook-rows.ts';
export {
  exposureSetsOf,
  forgetTold,
  type MetRange,
  type MetSubscriber,
  moveTelling,
  noteTold,
  rangesIn,
  subscribersIn,
  tellingPlace,
} from './telling/watcher-rows.ts';
export { type Sha1Range, sha1Ranges } from './sha1-ranges.ts';
export {
  beginNotice,
  type NoticeRow,
  noticesOfCase,
  noticesOfReference,
  type NoticeTextRow,
  noticeTexts,
  presentNotice,
  publishedNotices,
  putNoticeTexts,
} from './notices/notice-rows.ts';
export {
  addNoticeReferences,
  referenceKeyBytes,
  type ReferenceOptions,
  removeNotice,
} from './notices/notice-references.ts';
