import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonTruth } from '../../samples/michael-page/truth.ts';
import type { NoticeContent } from '../../src/notify/index.ts';
import type { PlannedNotices } from '../../src/pipeline/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import {
  currentPlan,
  openNotices,
  recipientsBatch,
  type StoredRecipient,
  variantsOf,
} from '../../src/store/notices/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { michaelPageCase, type MichaelPageCase, type NoticeCase, poleEmploiCase } from './notify.fixture.ts';

const folder = scratchFolder();

type Planned = StoredRecipient & { content: NoticeContent };

function recipientsOf({ home, id }: NoticeCase): Planned[] {
  using notices = openNotices(findCase(openHome(home), id)!);
  const { plan } = currentPlan(notices.db)!;
  const contents = new Map(variantsOf(notices.db, plan).map(({ variant, content }) => [variant, content]));
  return recipientsBatch(notices.db, plan, 0, 1e6).map((recipient) => ({
    ...recipient,
    content: contents.get(recipient.variant) as NoticeContent,
  }));
}

const sum = (counts: Record<string, number> | number[]) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe.each([
  [2000, 1],
  [700, 11],
])('a website of %i candidates, seed %i', (count, seed) => {
  let site: MichaelPageCase;
  let plan: PlannedNotices;
  let recipients: Planned[];

  beforeAll(async () => {
    const own = join(folder, String(seed));
    mkdirSync(own);
    site = await michaelPageCase(own, { people: count, seed });
    plan = (await site.json('notify', 'plan', site.id)) as PlannedNotices;
    recipients = recipientsOf(site);
  }, 120_000);

  /** By address, and of those who share one by name. */
  const truthOf = ({ email, name }: Planned): PersonTruth[] => {
    const own = site.people.filter(({ identifiers }) =>
      identifiers.emails.some((address) => address.toLowerCase() === email),
    );
    if (own.length === 1) return own;
    return own.filter(({ identifiers }) =>
      identifiers.names.some((known) => known.toLowerCase() === name?.toLowerCase()),
    );
  };

  /** Whom nothing in the file says to be one: two people to anybody who reads it. */
  const isProvable = ({ identifiers }: PersonTruth) => identifiers.emails.length === 1;

  test('everybody is told exactly what the file holds of him', () => {
    const told = new Set<number>();
    for (const recipient of recipients) {
      const truths = truthOf(recipient);
      expect(truths).toHaveLength(1);
      const [person] = truths as [PersonTruth];
      told.add(person.id);
      if (!isProvable(person)) continue;
      expect(recipient.content.classes.map((lost) => lost.class).toSorted()).toEqual(
        person.classes.toSorted(),
      );
      for (const name of recipient.content.notLost) expect(person.classes).not.toContain(name);
    }
    expect(told.size).toBe(site.people.length);
  });

  test('in the language in which he used the site, where there are words for it', () => {
    const languages = languagesIn(readFileSync(join(site.folder, 'leak.sql'), 'latin1'));
    expect(languages.size).toBeGreaterThan(count / 2);
    for (const recipient of recipients) {
      const [person] = truthOf(recipient) as [PersonTruth];
      const [language] = person.identifiers.uids.map((uid) => languages.get(uid));
      if (language === undefined) continue;
      expect(recipient.content.language).toBe(language === 'fr' ? 'fr' : 'en');
    }
  });

  test('over his best channel: a mail, or a letter where others read the same mailbox', () => {
    const sharing = Map.groupBy(recipients, ({ email }) => email);
    for (const recipient of recipients) {
      const [person] = truthOf(recipient) as [PersonTruth];
      const isShared = sharing.get(recipient.email)!.length > 1;
      const hasAddress = recipient.lines.length > 0;
      expect(hasAddress || !isProvable(person)).toBe(
        person.classes.includes('Physical addresses') || !isProvable(person),
      );
      expect(recipient.channels[0]).toBe(isShared && hasAddress ? 'l' : 'e');
      expect([null, ...person.identifiers.phones]).toContain(recipient.phone);
    }
    expect(recipients.filter(({ channels }) => channels.startsWith('l')).length).toBeGreaterThan(0);
  });

  test('all counts add up to the people of the case', async () => {
    const { people } = (await site.json('case', 'show', site.id)) as { people: { count: number } };
    expect(plan.people).toBe(people.count);
    expect(sum(plan.channels)).toBe(people.count);
    expect(recipients).toHaveLength(people.count);
    expect(plan.variants.reduce((total, variant) => total + variant.people, 0)).toBe(people.count);
    expect(plan.otherDomains.people + sum(plan.domains.map((domain) => domain.people))).toBe(
      plan.channels.email,
    );
  });

  test('planned again with nothing sent, the new plan takes the place of the old one', async () => {
    const again = await site.json('notify', 'plan', site.id);
    const { variants } = plan;
    // the same in all but its numbers, which nobody has had before
    const [first, last] = [variants[0]!.variant, variants.at(-1)!.variant];
    const by = again['variants'][0].variant - first;
    expect(by).toBeGreaterThan(last - first);
    expect({ ...again, duration: null }).toEqual({
      ...plan,
      plan: plan.plan + 1,
      duration: null,
      variants: variants.map((one) => ({ ...one, variant: one.variant + by })),
    });
    const after = recipients.at(-1)!.recipient;
    expect(recipientsOf(site)).toEqual(
      recipients.map((one) => ({
        ...one,
        plan: one.plan + 1,
        recipient: one.recipient + after,
        variant: one.variant + by,
      })),
    );
  });
});

/** `users` of the dump: user number to language. */
function languagesIn(sql: string): Map<number, string> {
  const row = /\((\d+),'(?:[^'\\]|\\.)*','[^']*','[^']*','','',NULL,\d+,\d+,\d+,\d,'[^']*','(\w+)'/gu;
  return new Map([...sql.matchAll(row)].map(([, uid, language]) => [Number(uid), language!]));
}

describe('files of jobseekers with the directory of their controller', () => {
  let files: NoticeCase;
  let plan: PlannedNotices;
  let recipients: Planned[];
  let rows: { customer: string; email: string; street: string; postcode: string; language: string }[];

  beforeAll(async () => {
    const own = join(folder, 'jobseekers');
    mkdirSync(own);
    files = await poleEmploiCase(own, { people: 2000, seed: 5 });
    plan = (await files.json('notify', 'plan', files.id)) as PlannedNotices;
    recipients = recipientsOf(files);
    rows = readFileSync(join(own, 'leak.directory.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [customer, , , , , email, , street, postcode, , language] = line.split(';');
        return {
          customer: customer!,
          email: email!,
          street: street!,
          postcode: postcode!,
          language: language!,
        };
      });
  }, 120_000);

  test('whoever is in it is reached as it says, in its language', () => {
    const byCustomer = new Map(rows.map((row) => [row.customer, row]));
    const known = recipients.filter(({ customer }) => customer !== null);
    expect(known.length).toBeGreaterThan(1500);
    for (const { customer, email, channels, content, lines } of known) {
      const row = byCustomer.get(customer!)!;
      expect(content.relation).toBe('known');
      expect(email).toBe(row.email === '' ? null : row.email.toLowerCase());
      expect(email === null || content.audience === 'heirs' || channels.startsWith('e')).toBe(true);
      // the number of a commune is no postcode: no letter arrives
      expect(lines.length > 0).toBe(row.street !== '' && /^\d{5}$/u.test(row.postcode));
      expect(content.language).toBe(row.language);
    }
  });

  test('whom nothing reaches is counted for the substitute notice, with the reason', () => {
    const left = recipients.filter(({ state }) => state === 'unreachable');
    expect(left.length).toBeGreaterThan(100);
    expect(plan.unreachable).toBe(left.length);
    expect(plan.substitute.people).toBe(left.length);
    for (const { reason, people } of plan.substitute.reasons)
      expect(left.filter(({ why }) => why === reason)).toHaveLength(people);
    for (const { email, phone, lines, channels } of left)
      expect([email, phone, lines, channels]).toEqual([null, null, [], '']);
    expect(sum(plan.channels)).toBe(plan.people);
  });

  test('who died is told to nobody, or to the heirs by letter', async () => {
    expect(plan.notTold).toEqual([{ reason: 'deceased', people: plan.deceased }]);
    const { notTold } = await files.json('notify', 'plan', files.id, '--heirs');
    expect(notTold).toEqual([]);
    for (const { content, channels } of recipientsOf(files).filter(
      ({ content: { audience } }) => audience === 'heirs',
    ))
      expect([content.audience, channels]).toEqual(['heirs', channels === '' ? '' : 'l']);
  });

  test('only the channels that are asked for are planned', async () => {
    const letters = await files.json('notify', 'plan', files.id, '--channels', 'letter', '--postage', '1,50');
    expect(letters['channels']).toMatchObject({ email: 0, text: 0, call: 0 });
    expect(letters['postage']).toMatchObject({
      letters: letters['channels'].letter,
      unit: 1.5,
      total: letters['channels'].letter * 1.5,
    });
    expect(recipientsOf(files).every(({ channels }) => channels === '' || channels === 'l')).toBe(true);
  });
});
