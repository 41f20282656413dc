// One recipient, checked: he is told, or something is under way for him, or it is said why not. In: his standing and his
// sends. Out: faults.

import { isOpen, isTold, type RecipientSends, type RecipientState } from '../../../store/notices/index.ts';
import type { LedgerFaults } from './ledger-faults.ts';

export function checkRecipient(row: RecipientSends, faults: LedgerFaults): void {
  const { recipient, state, sends, hasReason } = row;
  const open = sends.filter(isOpen).length;
  if (open > 1) faults.add('twice', recipient);
  if (state === 'open' && open === 0) faults.add('open', recipient);
  else if (state !== standingOf(row)) faults.add('standing', recipient);
  if ((state === 'unreachable' || state === 'not-told') && !hasReason) faults.add('reason', recipient);
}

function standingOf({ state, sends }: RecipientSends): RecipientState {
  if (sends.some(isTold)) return 'told';
  if (sends.some(isOpen)) return 'open';
  if (sends.includes('bounced')) return sends.includes('superseded') ? state : 'unreachable';
  if (sends.includes('superseded')) return 'superseded';
  // nothing was ever planned for him
  return state === 'not-told' || state === 'superseded' ? state : 'unreachable';
}
