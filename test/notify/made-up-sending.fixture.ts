/*
 * A case with an approved plan for made-up people, as it would stand before anything is sent: real texts, two approvals.
 */
import {
  hashOfText,
  hashOfTexts,
  type NoticeContent,
  type NoticeText,
  renderNotice,
} from '../../src/notify/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../../src/store/index.ts';
import { madeUpPlan, type MadeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';

export interface MadeUpSending {
  home: InstanceHome;
  record: CaseRecord;
  plan: number;
}

const nobody = { name: null, email: null, phone: null, post: [] };

/** Under `homePath`, a folder that is not there yet. */
export function madeUpSending(homePath: string, given: MadeUpPlan): MadeUpSending {
  const home = openHome(homePath);
  const record = openCase(home, null, new Date());
  return { home, record, plan: addMadeUpPlan(record, given) };
}

/** One more plan, of the same texts. */
export function addMadeUpPlan(record: CaseRecord, given: MadeUpPlan): number {
  const facts = {
    organisation: 'Exemple Conseil',
    sender: { name: 'Exemple Conseil', address: 'notices@conseil.example.org' },
    contact: { ...nobody, email: 'dpo@conseil.example.org' },
    event: null,
    happened: { from: '2026-10-01', to: '2026-10-03' },
    found: '2026-10-05',
    chain: [],
    consequences: null,
    measures: { en: 'The server was taken off the network.', fr: 'Le serveur a été retiré du réseau.' },
    told: [],
    authority: null,
    site: null,
    correction: null,
  };
  const contents = ['en', 'fr'].map((language): NoticeContent => ({
    kind: 'first',
    controller: null,
    language,
    audience: 'person',
    relation: 'unknown',
    classes: [{ class: 'Email addresses', kinds: [] }],
    notLost: ['Passwords'],
    before: [],
  }));
  const texts = contents.map((content) => renderNotice(content, facts));
  return madeUpPlan(record, {
    contents,
    texts,
    hashOf: (all) => (all.length === 1 ? hashOfText(all[0] as NoticeText) : hashOfTexts(all as NoticeText[])),
    settings: { facts: [{ controller: null, facts }] },
    ...given,
  });
}
