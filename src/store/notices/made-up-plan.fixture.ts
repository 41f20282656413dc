/*
 * A planned ledger without a leak: made-up people with addresses under example.*, spread evenly over domains and variants,
 * so that sending, letters and what comes back can be tried at any size.
 */
import { createHash } from 'node:crypto';
import type { CaseRecord } from '../index.ts';
import { type Notices, openOrCreateNotices } from './open-notices.ts';
import { insertPlan, type PlanState } from './plan-rows.ts';
import { writeRecipients } from './recipient-rows.ts';
import { insertVariant } from './variant-rows.ts';

export interface MadeUpPlan {
  people: number;
  /** Letters of channels, dealt out in turn: `['e', 'el', '']`. */
  channels?: readonly string[];
  /** How many receiving domains. */
  domains?: number;
  variants?: number;
  state?: PlanState;
  /** The texts, one of them in turn for each variant; where none are given, short made-up ones. */
  texts?: readonly unknown[];
  contents?: readonly unknown[];
  /** Of all texts, as it is approved; of one text where there is one in the list. */
  hashOf?: (texts: readonly unknown[]) => string;
  settings?: unknown;
  dueAt?: number;
}

const at = '2026-11-23T10:00:00.000Z';

/** Gives the number of the plan. */
export function madeUpPlan(record: CaseRecord, given: MadeUpPlan): number {
  using notices = openOrCreateNotices(record);
  return notices.db.transaction(() => fillPlan(notices.db, given)).immediate();
}

function fillPlan(db: Notices['db'], given: MadeUpPlan): number {
  const { people, channels = ['e'], domains = 20, variants = 2, state = 'approved' } = given;
  const { texts = [0, 1].map(madeUpText), contents = [0, 1].map(madeUpContent), hashOf = hashOfJson } = given;
  const own = Array.from({ length: variants }, (_, i) => texts[i % texts.length]);
  const plan = insertPlan(db, {
    at,
    who: 'planner',
    kind: 'first',
    state,
    basis: 'made up',
    settings: given.settings ?? {},
    counts: { people },
    textsHash: hashOf(own),
  });
  const numbers = own.map((text, i) => {
    const content = contents[i % contents.length] as { language: string; audience: string };
    const shared = { plan, controller: null, language: content.language, audience: content.audience };
    const number = Math.floor((people + variants - 1 - i) / variants);
    return insertVariant(db, { ...shared, content, people: number, texts: text, sha256: hashOf([text]) });
  });
  const writer = writeRecipients(db, plan, Date.parse(at));
  for (let person = 0; person < people; person++) {
    const left = channels[person % channels.length]!;
    writer.add(
      {
        person,
        variant: numbers[person % variants]!,
        channels: left,
        why: left === '' ? 'no contact' : null,
        name: `Ada Exemple ${person}`,
        addressee: null,
        email: left.includes('e') ? `ada.${person}@mail${person % domains}.example.org` : null,
        phone: /[sc]/u.test(left) ? `+3363998${String(person % 10_000).padStart(4, '0')}` : null,
        lines: left.includes('l')
          ? [`${1 + (person % 200)} rue du Modèle`, `${String(10_000 + (person % 80_000))} EXEMPLEVILLE`]
          : [],
        country: 'FR',
        customer: null,
        state: left === '' ? 'unreachable' : 'open',
      },
      given.dueAt ?? 0,
    );
  }
  writer.end();
  if (state === 'approved') {
    const approve = db.prepare('INSERT INTO approval (plan, who, at, sha256) VALUES (?, ?, ?, ?)');
    for (const who of ['Alice', 'Bob']) approve.run(plan, who, at, hashOf(own));
  }
  return plan;
}

function hashOfJson(texts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

function madeUpContent(variant: number): unknown {
  const language = variant % 2 === 0 ? 'en' : 'fr';
  const classes = [{ class: 'Email addresses', kinds: [] }];
  const shared = { kind: 'first', controller: null, audience: 'person', relation: 'unknown' };
  return { ...shared, language, classes, notLost: ['Passwords'], before: [] };
}

function madeUpText(variant: number): unknown {
  return {
    language: variant % 2 === 0 ? 'en' : 'fr',
    direction: 'ltr',
    subject: 'Your data was exposed',
    greeting: 'Dear \ue000,',
    greetingWithoutName: 'Good day,',
    blocks: ['event', 'data', 'consequences', 'measures', 'advice', 'contact'].map((element) => ({
      element,
      title: element,
      paragraphs: [{ text: `About ${element}.` }],
    })),
    proofTitle: 'How to make sure',
    proof: [{ text: 'The reference of this notice is \ue001.' }],
    signature: ['The organisation'],
    textMessage: 'Your data was exposed. A letter follows.',
    callOpening: 'Good day, I call because your data was exposed.',
  };
}
