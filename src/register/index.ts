/*
 * The register: what a case is about (its facts, folded from its events), who may do what, and the incidents that stay
 * when their cases are destroyed. Other stages import from here only.
 */
export { isAllowed, isRole, type Permission, permissions, type Role, roles } from './permissions.ts';
export { addUser, hasUsers, listUsers, provenUser, removeUser, type User } from './users.ts';
export {
  type CaseContact,
  type CaseFacts,
  type CaseNote,
  type CaseState,
  caseState,
  caseZone,
  type ContactBody,
  type FactChanges,
  noFacts,
} from './case-facts.ts';
export type { Clock, ClockMet, ClockStart, ClockStop } from './case-clocks.ts';
export { prepareEvents, recordEvents } from './record-event.ts';
export { chainParts, chainText, parseVendorLink, vendorChain, type VendorLink } from './vendor-chain.ts';
export { type Incident, listIncidents, registerIncident } from './incidents.ts';
export { isPastLastDay, type RetainedCase, retainedCases } from './retention.ts';
export { type ApiKey, apiKeyPattern, isExpired } from './api-keys/api-key.ts';
export { type ApiKeyFinder, createApiKeyFinder } from './api-keys/find-api-key.ts';
export {
  createApiKey,
  findApiKey,
  listApiKeys,
  type NewApiKey,
  revokeApiKey,
} from './api-keys/manage-api-keys.ts';
export { type KeyUse, parsePlan, type Plan, planAllows, plans } from './api-keys/plans.ts';
export {
  type AccountKey,
  type AccountKind,
  accountForms,
  accountKeys,
  isSecretNumber,
} from './account-keys.ts';
export { normalForm } from './normal-form.ts';
export { createPersonKeys, personKeyBytes, type PersonKeyOf } from './person-key.ts';
export { type BreachModel, type ExposureSet, mentionedFlag } from './breaches/breach-model.ts';
export { createEnrolment, endEnrolment, type Enrolment, lookAtEnrolment } from './operators/enrolments.ts';
export { forgetTriesOf, type LogInTry, mayTry } from './operators/log-in-tries.ts';
export { operatorName, operatorOf, userOf } from './operators/operator.ts';
export { beginSession, endSession, findSession, type Session, sessionMs } from './operators/sessions.ts';
export { domainBlockBytes, openDomainBlock, sealDomainBlock } from './breaches/domain-block.ts';
export { done, type JobOutcome } from './jobs/job-outcome.ts';
export { type JobHandler, type JobHandlers, runJobs, type RunJobsOptions } from './jobs/run-jobs.ts';
export {
  createLink,
  forgetEndedLinks,
  isToken,
  type LinkAnswer,
  linkPaths,
  type LinkPurpose,
  lookAtLink,
  takeLink,
  tokenHash,
} from './one-time-links/one-time-links.ts';
export {
  type LinkOrder,
  linkValidMs,
  mailKinds,
  type MailedBreach,
  type MailLanguage,
  type MailOrder,
  orderMail,
  orderMails,
} from './mail-orders/mail-order.ts';
export { isOptOutKind, type OptOutKind, optOutKinds } from './opt-outs/opt-out-kinds.ts';
export { type Asker, createOptOuts, type OptOuts } from './opt-outs/opt-outs.ts';
export { type AskedOptOut, confirmOptOut, optOut, requestOptOut } from './opt-outs/request-opt-out.ts';
export {
  type AskedSubscription,
  confirmSubscription,
  hasSubscription,
  openSubscriber,
  requestSubscription,
  unsubscribe,
} from './subscribers/subscriptions.ts';
export { domainName } from './domains/domain-name.ts';
export {
  approveDomain,
  type AskedDomain,
  domainAliases,
  type FetchedPage,
  type FetchPage,
  forgetDomain,
  generateToken,
  isVerifiedDomain,
  type ResolveTxt,
  sendVerificationMail,
  type VerifiedDomain,
  verifiedDomains,
  type VerifyAnswer,
  type VerifyPageAnswer,
  verifyDns,
  verifyPage,
} from './domains/domains.ts';
export { prefixOf, rangePrefix, subscribeRange } from './range-subscriptions/range-subscriptions.ts';
export {
  addWebhook,
  findWebhook,
  listWebhooks,
  type NewWebhook,
  removeWebhook,
  type Webhook,
  webhookCalls,
  type WebhookEvent,
  webhookEvents,
} from './webhooks/webhooks.ts';
export {
  emailsByDomain,
  emailsByWebsite,
  type SeenAlias,
  type SeenEmail,
  stealerLogPurpose,
  websitesOf,
} from './stealer-logs/stealer-logs.ts';
export {
  addPaste,
  dropPaste,
  listPastes,
  type NewPaste,
  type Paste,
  pastesOf,
  pasteSources,
} from './pastes/pastes.ts';
export {
  type BreachFacts,
  type BreachFlags,
  checkBreachName,
  factsOfModel,
} from './breaches/breach-request.ts';
export { checkReferenceCode, type CodeHolder, referenceCodeKey } from './codes/check-reference-code.ts';
export {
  type CodeKeys,
  createCodeKeys,
  createReferenceCode,
  parseReferenceCode,
  referenceCodeOf,
  shownReferenceCode,
} from './codes/reference-code.ts';
