// The ledger of a case checked: everybody told or accounted for, nobody lost.
export { type Reconciled, reconcileNotices } from './reconcile-notices.ts';
