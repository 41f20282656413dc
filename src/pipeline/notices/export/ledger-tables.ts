// The tables of a ledger's export, as lines of CSV: who was told what over which channel with which outcome, what happened
// to each notice, and, for a sealed export, how people are reached. In: an open ledger. Out: lines, one by one.

import { createNoticeReferences } from '../../../notify/index.ts';
import {
  contactRows,
  createSendTokens,
  eventsBySend,
  ledgerRows,
  type Notices,
} from '../../../store/notices/index.ts';
import { csvLine } from '../../package/csv-line.ts';
import { shownPerson } from '../../person-number.ts';

export const channelNames: Readonly<Record<string, string>> = {
  e: 'email',
  l: 'letter',
  s: 'text',
  c: 'call',
};

/** ISO 8601; '' for none. */
export function moment(ms: number | null): string {
  return ms === null ? '' : new Date(ms).toISOString();
}

function line(values: readonly (string | number | null)[]): string {
  return csvLine(values.map((value) => (value === null || value === '' ? [] : [String(value)])));
}

/** `notice`: one of a plan to one person; `send`: what its Message-ID begins with, without what follows the @. */
export function* peopleLines({ db, secret }: Notices): Generator<string> {
  const tokens = createSendTokens(secret);
  const references = createNoticeReferences(secret);
  yield line([
    'notice',
    'plan',
    'person',
    'variant',
    'reference',
    'told',
    'why',
    'channel',
    'state',
    'attempts',
    'handed',
    'last',
    'code',
    'reply',
    'send',
  ]);
  for (const row of ledgerRows(db))
    yield line([
      row.recipient,
      row.plan,
      shownPerson(row.person),
      row.variant,
      references.of(row.recipient, row.salt),
      row.recipientState,
      row.why,
      row.channel === null ? null : channelNames[row.channel]!,
      row.state,
      row.attempts,
      moment(row.handedAt),
      moment(row.at),
      row.code,
      row.reply,
      row.send === null ? null : tokens.tokenOf(row.send),
    ]);
}

export function* eventLines({ db, secret }: Notices): Generator<string> {
  const tokens = createSendTokens(secret);
  yield line(['send', 'at', 'what', 'connection', 'code', 'reply']);
  let [last, token] = [0, ''];
  for (const { send, at, what, connection, code, reply } of eventsBySend(db)) {
    if (send !== last) [last, token] = [send, tokens.tokenOf(send)];
    yield line([token, moment(at), what, connection, code, reply]);
  }
}

export function* contactLines({ db }: Pick<Notices, 'db'>): Generator<string> {
  yield line(['notice', 'person', 'name', 'addressee', 'email', 'phone', 'address', 'country', 'customer']);
  for (const row of contactRows(db)) {
    const { recipient, person, name, addressee, email, phone, lines, country, customer } = row;
    const address = lines?.split('\n').join(', ') ?? null;
    yield line([recipient, shownPerson(person), name, addressee, email, phone, address, country, customer]);
  }
}
