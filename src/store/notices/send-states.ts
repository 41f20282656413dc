// What may happen to a send, as one table. In: a state and an event. Out: the next state, or that it may not happen. The
// same table says what a ledger must look like when its events are read again.

/** E-mail, letter, text message, call-back. */
export const sendChannels = ['e', 'l', 's', 'c'] as const;

export type Channel = (typeof sendChannels)[number];

export const sendStates = [
  'planned',
  'leased',
  'handed',
  'delivered',
  'bounced',
  'complained',
  'superseded',
] as const;

export type SendState = (typeof sendStates)[number];

/**
 * `deferred`: not now, for whatever reason. `refused`: for good, by who was to take it. `lost`: the connection ended
 * before anything was handed over. `uncertain`: it may have been handed over, and nobody knows; it is handed over again.
 */
export const sendEvents = [
  'planned',
  'leased',
  'handed',
  'deferred',
  'refused',
  'lost',
  'uncertain',
  'delivered',
  'bounced',
  'complained',
  'superseded',
] as const;

export type SendEvent = (typeof sendEvents)[number];

/**
 * An answer that comes after a bounce or a complaint did changes nothing any more and is entered all the same; so is a
 * complaint after a bounce. A bounce counts whatever was known before, and may come before the answer of the server that
 * took the mail is known, so it may meet a send that is still planned.
 */
const handed: Partial<Record<SendState, SendState>> = {
  leased: 'handed',
  // a later plan took its place while it was on its way
  planned: 'handed',
  superseded: 'handed',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
};

const transitions: Readonly<Record<SendEvent, Partial<Record<SendState, SendState>>>> = {
  planned: {},
  leased: { planned: 'leased' },
  handed,
  // from `handed`: a server further on refused it because of who sends, not because of who is written to
  deferred: { leased: 'planned', handed: 'planned' },
  refused: { leased: 'bounced' },
  lost: { leased: 'planned' },
  uncertain: { leased: 'planned' },
  delivered: { planned: 'delivered', leased: 'delivered', handed: 'delivered' },
  bounced: {
    planned: 'bounced',
    leased: 'bounced',
    handed: 'bounced',
    delivered: 'bounced',
    complained: 'bounced',
  },
  complained: {
    planned: 'complained',
    leased: 'complained',
    handed: 'complained',
    delivered: 'complained',
    bounced: 'bounced',
  },
  superseded: { planned: 'superseded' },
};

/** Null where that cannot happen to a send in this state. */
export function nextSendState(from: SendState, what: SendEvent): SendState | null {
  return transitions[what][from] ?? null;
}

/** Somebody has it, as far as anybody knows. */
export function isTold(state: SendState): boolean {
  return state === 'handed' || state === 'delivered' || state === 'complained';
}

export function isOpen(state: SendState): boolean {
  return state === 'planned' || state === 'leased';
}

/** `not-told`: on purpose, with the reason in `why`. `superseded`: a later plan tells him. */
export type RecipientState = (typeof worstFirst)[number];

const worstFirst = ['open', 'unreachable', 'told', 'not-told', 'superseded'] as const;

/** Of a person of several controllers: what is worst of his notices, as a later plan or a substitute has to mend it. */
export function personState(notices: readonly RecipientState[]): RecipientState {
  return worstFirst.find((state) => notices.includes(state)) ?? 'open';
}
