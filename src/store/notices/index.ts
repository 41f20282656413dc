/*
 * The ledger of a case: who is told what, over which channel, and what became of it. Other stages import from here only.
 */
export { hasNotices, type Notices, noticesName, openNotices, openOrCreateNotices } from './open-notices.ts';
export { readSalts, recipientSalts, type RecipientSalts, setSalts } from './salt-rows.ts';
export {
  currentPlan,
  insertPlan,
  isBegun,
  listPlans,
  type PlanState,
  removePlan,
  setPlanCounts,
  setPlanState,
  type StoredPlan,
} from './plan-rows.ts';
export { insertVariant, type StoredVariant, variantsOf } from './variant-rows.ts';
export {
  domainNumbers,
  type NewRecipient,
  recipientOf,
  recipientsBatch,
  type RecipientWriter,
  type StoredRecipient,
  writeRecipients,
} from './recipient-rows.ts';
export { type KnownByWriter, recipientsKnownBy, writeKnownBy } from './known-by-rows.ts';
export { changeSends, type Moved, type SendMove, type SendMoves } from './send-rows.ts';
export {
  type Channel,
  isOpen,
  isTold,
  nextSendState,
  personState,
  type SendEvent,
  sendEvents,
  type SendState,
  sendStates,
  type RecipientState,
} from './send-states.ts';
export { createSendTokens, type SendTokens } from './send-tokens.ts';
export { maskAddresses } from './mask-addresses.ts';
export { countedTally, readTally, type TallyRow } from './tally-rows.ts';
export {
  countUncertain,
  eventsBySend,
  eventsOf,
  lastEvent,
  mailsHandedSince,
  type StoredEvent,
} from './event-rows.ts';
export { type DomainCount, domainCount, domainCounts } from './domain-rows.ts';
export {
  dataVersion,
  listPauses,
  type Pause,
  pauseSending,
  readControl,
  resumeSending,
  writeControl,
} from './control-rows.ts';
export {
  cameBack,
  type EarlierRecipients,
  type EarlierWriter,
  keepLastEvent,
  knownBy,
  knownBySorts,
  readEarlier,
  type ReplacedSend,
  replacedSends,
  toldChannels,
  toldMeanwhile,
  toldPeople,
  writeEarlierLinks,
} from './earlier-rows.ts';
export {
  createSpentContacts,
  findHanded,
  type ReturnedRows,
  returnedRows,
  type ReturnedSend,
  type SpentContact,
} from './returned-rows.ts';
export { approvalHashes, approvedAt } from './approved-at.ts';
export {
  allApprovals,
  type ApprovalRow,
  type ContactRow,
  contactRows,
  handedSpan,
  inOneReading,
  type LedgerRow,
  ledgerRows,
  ledgerRowsOf,
} from './export-rows.ts';
export { holdAllSenders, holdSender, isSending } from './sender-lock.ts';
export {
  type ChannelCursor,
  type ChannelSend,
  dueOfChannel,
  firstOfChannel,
  leasedAfter,
  plannedOfChannel,
  sendOfRecipient,
} from './channel-rows.ts';
export {
  countDue,
  type DueCursor,
  type DueSend,
  dueSends,
  firstDue,
  leasedMails,
  nextMailDue,
  type OpenDomain,
  openDomains,
} from './due-sends.ts';
export {
  dropBatch,
  finishBatch,
  insertBatch,
  letterBatch,
  letterBatches,
  type LetterBatch,
  type LetterRow,
  lettersOf,
  letterSendOf,
  mostlyIn,
  type PlannedLetters,
  plannedLetters,
  type SentLetter,
  sentLetters,
  unfinishedBatches,
  writtenAgain,
} from './letter-rows.ts';
export { addApproval, approvalsOf, dropOtherApprovals, type StoredApproval } from './approval-rows.ts';
export {
  lastSend,
  type RecipientSends,
  recipientSends,
  type SendHistory,
  sendHistories,
} from './whole-ledger.ts';
export {
  type CountedRecipients,
  countRecipients,
  type UnreachableRecipient,
  unreachableRecipients,
} from './count-recipients.ts';
