// What the command line and the web may use of the pipeline.
export { examine, type ExamineOptions, readableInputs } from './examine.ts';
export type { ExaminedColumn, ExaminedPeople, ExaminedTable } from './examined-people.ts';
export { examineIntoCase, type IntoCaseOptions, type KeptAs, type KeptExamination } from './keep-case.ts';
export { type CaseSummary, caseSummary } from './deliveries/case-summary.ts';
export { takeDelivery, type TakenDelivery } from './deliveries/take-delivery.ts';
export { resolveCase, type ResolveCaseOptions } from './deliveries/resolve-case.ts';
export type { CasePart, ResolvedCase } from './deliveries/resolved-case.ts';
export { findPerson, type PersonQuestion } from './find-person.ts';
export { type AskedBy, lookAtPerson } from './look-at-person.ts';
export { acting, osUser, type Actor } from './acting.ts';
export { takeFiles } from './evidence/take-files.ts';
export {
  type DirectoryRequest,
  forEachDoubt,
  joinAgain,
  parseGivenColumns,
  type Reachability,
  reachability,
  takeDirectory,
} from './directory/index.ts';
export type { ChangedBy } from './cases/index.ts';
export * as cases from './cases/index.ts';
export {
  type DestroyedAsPlanned,
  destroyPlanned,
  type DestructionPlan,
  dueCases,
  finishDestructions,
  isOwnLogKey,
  planDestruction,
  type PlanOptions,
  verifyAgainstLog,
} from './destruction/index.ts';
export {
  type CaseSplit,
  mostRuleBytes,
  type RulesFile,
  splitAgain,
  splitCase,
  splitOf,
  type SplitOptions,
} from './split/index.ts';
export { walkValues, type WalkOptions, type WantedPart } from './values/walk-values.ts';
export {
  caseSource,
  isPackage,
  isRefusal,
  type MadePackage,
  makePackage,
  type OpenedPackage,
  openPackage,
  type PackageManifest,
  type PackageVerdict,
  verifyPackage,
  withoutProof,
} from './package/index.ts';
export {
  addressesInFile,
  type BreachChange,
  type DateSource,
  type MadeCodes,
  makeCodes,
  publishCase,
  type PublishedCase,
  publishedNamed,
  type PublishOptions,
  type PublishRequest,
  type PublishStage,
  setBreach,
  type WithdrawnBreach,
  withdrawBreach,
} from './publish/index.ts';
export {
  type CasePasswords,
  forgetPasswords,
  type ImportedPasswords,
  importPasswords,
  passwordsOfCase,
} from './passwords/index.ts';
export { runTelling, type TellingOptions, type TellingSettings } from './telling/run-telling.ts';
export { type ExportedRanges, exportRanges } from './export/index.ts';
export {
  type PublishedReferences,
  publishReferences,
  withdrawReferences,
} from './notices/references/index.ts';
export { type BounceReport, type ReturnSort, takeReturns } from './notices/returns/index.ts';
export {
  type ExportedNotices,
  exportNotices,
  type ExportVerdict,
  isExport,
  noticesOfPerson,
  type PersonNotice,
  type PersonNotices,
  verifyExport,
} from './notices/export/index.ts';
export {
  type CallResults,
  listCalls,
  type ListedTexts,
  listTexts,
  sendTexts,
  type SentTexts,
  takeCallResults,
  type WrittenList,
} from './notices/texts/index.ts';
export {
  type Approval,
  approveNotices,
  neededApprovals,
  type PlanFinding,
  type ShownNotices,
  type ShownVariant,
  showNotices,
} from './notices/approve/index.ts';
export {
  type LettersRequest,
  type MadeLetters,
  makeLetters,
  type ReturnedLetters,
  returnLetters,
} from './notices/letters/index.ts';
export {
  channelNames,
  nameOfChannel,
  type PlannedNotices,
  type PlannedVariant,
  planNotices,
  type PlanRequest,
} from './notices/plan/index.ts';
export {
  previewSend,
  sendNotices,
  type SendPreview,
  type SendProgress,
  type SendRequest,
  type SendResult,
} from './notices/send/index.ts';
export { type Reconciled, reconcileNotices } from './notices/reconcile/index.ts';
export { noticeStatus, type NoticeStatus } from './notices/notice-status.ts';
export { pauseNotices, resumeNotices } from './notices/pause-notices.ts';
export { type MadeSubstitute, makeSubstitute } from './notices/substitute/index.ts';
