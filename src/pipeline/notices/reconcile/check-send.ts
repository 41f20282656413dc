// One send, checked: what happened to it, read again, has to lead to the state that it is in. In: a send with its events.
// Out: faults, and how often it may have been handed over.

import { nextSendState, type SendHistory, type SendState } from '../../../store/notices/index.ts';
import type { LedgerFaults } from './ledger-faults.ts';

export interface CheckedSend {
  /** It went out, and nobody knows whether it arrived. */
  uncertain: number;
  /** A server, or whoever takes it, answered for it. */
  handed: number;
}

export function checkSend({ send, state, attempts, events }: SendHistory, faults: LedgerFaults): CheckedSend {
  const checked = { uncertain: 0, handed: 0 };
  // a send is planned when it is there; one that took the place of another has that as its first event
  let reached: SendState = 'planned';
  let leases = 0;
  let isBroken = false;
  events.forEach(({ what }, i) => {
    if (what === 'leased') leases += 1;
    if (what === 'uncertain') checked.uncertain += 1;
    if (what === 'handed') checked.handed += 1;
    if (what === 'planned' && i === 0) return;
    const next = nextSendState(reached, what);
    if (next === null) isBroken = true;
    else reached = next;
  });
  if (isBroken || reached !== state) faults.add('state', send);
  if (leases !== attempts) faults.add('attempts', send);
  return checked;
}
