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
