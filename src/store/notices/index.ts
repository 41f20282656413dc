/*
 * The ledger of a case: who is told what, over which channel, and what became of it. Other stages import from here only.
 */
export { hasNotices, type Notices, noticesName, openNotices, openOrCreateNotices } from './open-notices.ts';
