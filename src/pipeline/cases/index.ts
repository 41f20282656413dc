/*
 * What commands do with a case as a whole: open it, change its facts, run its clocks, show it.
 */
export { caseHead, casePage } from './case-page.ts';
export {
  addNote,
  changeFacts,
  type ChangedBy,
  closeOrReopen,
  openCaseOf,
  removeContact,
  renameTo,
  setContact,
} from './change-case.ts';
export { contractRule, meetClock, startClock, type StartedClock, stopClock } from './change-clock.ts';
