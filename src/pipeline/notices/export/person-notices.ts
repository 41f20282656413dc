// What one person was told, for whoever answers him: each notice with its text, over which channel it went, and what became
// of it. In: a case with a ledger, and an identifier of his. Out: his notices over all plans; how he is reached is not in
// them. The custody log has it before anything is shown.

import { appendCustody } from '../../../custody/index.ts';
import { createNoticeReferences, type NoticeContent, type NoticeText } from '../../../notify/index.ts';
import { type CaseRecord, type InstanceHome, openVault } from '../../../store/index.ts';
import {
  eventsOf,
  ledgerRowsOf,
  listPlans,
  openNotices,
  recipientsKnownBy,
  type StoredEvent,
  variantsOf,
} from '../../../store/notices/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { identifierSorts, namesAndBirth } from '../../identifier-sorts.ts';
import type { PersonQuestion } from '../../find-person.ts';
import type { AskedBy } from '../../look-at-person.ts';
import { channelNames, moment } from './ledger-tables.ts';

export interface PersonNotice {
  plan: number;
  plannedAt: string;
  kind: string;
  controller: string | null;
  /** open, told, unreachable, not-told or superseded. */
  told: string;
  why: string | null;
  reference: string;
  classes: string[];
  text: { variant: number; language: string; sha256: string; subject: string };
  sends: {
    channel: string;
    state: string;
    /** ISO 8601; '' where it was not handed over. */
    handed: string;
    events: { at: string; what: string; code: string | null; reply: string | null }[];
  }[];
}

export interface PersonNotices {
  /** By which sorts of identifier he was asked for. */
  askedAs: string[];
  notices: PersonNotice[];
}

/** Null where the question has the form of no identifier. Throws NOTICES_NONE. */
export function noticesOfPerson(
  home: InstanceHome,
  record: CaseRecord,
  question: PersonQuestion,
  { who, why }: AskedBy,
): PersonNotices | null {
  using notices = openNotices(record);
  const { db } = notices;
  const possible =
    'identifier' in question
      ? identifierSorts(question.identifier)
      : namesAndBirth(question.name, question.born);
  const hash = createIdentifierHasher(seedOf(record), { few: true });
  const hashed = possible.flatMap(({ sort, text }) => {
    const words = hash(sort, text);
    return words === null ? [] : [{ sort, words }];
  });
  if (hashed.length === 0) return null;
  const found = new Set(hashed.flatMap(({ sort, words }) => recipientsKnownBy(db, sort, ...words)));
  const recipients = [...found].toSorted((a, b) => a - b);
  const askedAs = [...new Set(hashed.map(({ sort }) => sort))];
  appendCustody(
    home,
    {
      who,
      case: record.case,
      what: 'notify.person',
      result: 'done',
      counts: { notices: recipients.length },
      details: { why, askedAs },
    },
    record.key,
  );
  const references = createNoticeReferences(notices.secret);
  const plans = new Map(listPlans(db).map((plan) => [plan.plan, plan]));
  const variants = new Map(
    [...plans.keys()].flatMap((plan) => variantsOf(db, plan)).map((one) => [one.variant, one]),
  );
  return {
    askedAs,
    notices: recipients.map((recipient) => {
      const rows = ledgerRowsOf(db, recipient);
      const { plan, variant, recipientState, why: reason, salt } = rows[0]!;
      const { content, texts, sha256, language, controller } = variants.get(variant)!;
      const { kind, classes } = content as NoticeContent;
      return {
        plan,
        plannedAt: plans.get(plan)!.at,
        kind,
        controller,
        told: recipientState,
        why: reason,
        reference: references.of(recipient, salt),
        classes: classes.map((entry) => entry.class),
        text: { variant, language, sha256, subject: (texts as NoticeText).subject },
        sends: rows.flatMap(({ send, channel, state, handedAt }) =>
          send === null
            ? []
            : {
                channel: channelNames[channel!]!,
                state: state!,
                handed: moment(handedAt),
                events: eventsOf(db, send).map(shownEvent),
              },
        ),
      };
    }),
  };
}

function seedOf(record: CaseRecord): [number, number] {
  using vault = openVault(record);
  return vault.seed;
}

function shownEvent({ at, what, code, reply }: StoredEvent): PersonNotice['sends'][number]['events'][number] {
  return { at: moment(at), what, code, reply };
}
