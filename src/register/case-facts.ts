// What a case is about, as it stands now. In: its events, in order. Out: its facts, notes, contacts and clocks. Nothing
// is kept but the events: what a fact was before, who changed it and why stays in them.

import type { CaseEvent } from '../store/index.ts';
import { type Clock, foldClock } from './case-clocks.ts';
import type { VendorLink } from './vendor-chain.ts';

export interface CaseFacts {
  /** In the user's words; null where nobody said it yet. */
  what: string | null;
  effects: string | null;
  remedy: string | null;
  /** Days (yyyy-mm-dd) or ISO 8601 in UTC, as precisely as they are known; the same twice for a moment. */
  happened: { from: string; to: string } | null;
  found: string | null;
  /** `zone`: as the time was written, an IANA name or an offset. */
  aware: { at: string; zone: string; by: string | null; why: string | null } | null;
  /** In which times are taken and shown: an IANA name or an offset. */
  zone: string | null;
  /** ISO 3166; whose public holidays count. */
  country: string | null;
  /** What the user of the case is in it. */
  role: 'controller' | 'processor';
  /** Under which laws clocks run. */
  regimes: string[];
  organisations: VendorLink[];
  /** The day (yyyy-mm-dd) from which the case is to be destroyed. */
  destroyAfter: string | null;
}

export interface CaseNote {
  number: number;
  at: string;
  who: string;
  text: string;
}

export interface CaseContact {
  name: string;
  role: string | null;
  organisation: string | null;
  email: string | null;
  phone: string | null;
}

export interface CaseState {
  facts: CaseFacts;
  notes: CaseNote[];
  contacts: CaseContact[];
  clocks: Clock[];
  closed: { at: string; who: string; why: string } | null;
}

/** One change of a fact: what it is from then on. What it was stands in the event beside it. */
export type FactChanges = Partial<CaseFacts>;

export const noFacts: CaseFacts = {
  what: null,
  effects: null,
  remedy: null,
  happened: null,
  found: null,
  aware: null,
  zone: null,
  country: null,
  role: 'controller',
  regimes: ['gdpr'],
  organisations: [],
  destroyAfter: null,
};

/** In which the times of a case are shown. */
export function caseZone({ zone, aware }: Pick<CaseFacts, 'zone' | 'aware'>): string {
  return zone ?? aware?.zone ?? 'UTC';
}

/** Events of other kinds, such as of evidence, are passed over. */
export function caseState(events: readonly CaseEvent[]): CaseState {
  const state: CaseState = { facts: { ...noFacts }, notes: [], contacts: [], clocks: [], closed: null };
  for (const event of events) fold(state, event);
  return state;
}

function fold(state: CaseState, event: CaseEvent): void {
  const { kind, number, at, who, body } = event;
  switch (kind) {
    case 'case.open':
    case 'case.set':
      Object.assign(state.facts, (body as { to: FactChanges }).to);
      break;
    case 'case.note':
      state.notes.push({ number, at, who, text: (body as { text: string }).text });
      break;
    case 'case.contact':
      state.contacts = withContact(state.contacts, body as ContactBody);
      break;
    case 'case.close':
      state.closed = { at, who, why: (body as { why: string }).why };
      break;
    case 'case.reopen':
      state.closed = null;
      break;
    default:
      if (kind.startsWith('clock.')) state.clocks = foldClock(state.clocks, event);
  }
}

export interface ContactBody {
  contact: CaseContact;
  /** It is not to be listed any more. */
  isGone?: boolean;
}

/** One of the same name is replaced. */
function withContact(contacts: readonly CaseContact[], { contact, isGone }: ContactBody): CaseContact[] {
  const others = contacts.filter(({ name }) => name !== contact.name);
  return isGone ? others : [...others, contact];
}
