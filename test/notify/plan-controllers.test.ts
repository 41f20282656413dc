import { beforeAll, expect, test } from 'vitest';
import type { NoticeContent } from '../../src/notify/index.ts';
import type { PlannedNotices } from '../../src/pipeline/index.ts';
import { findCase, membersIn, openHome, openVault, profileClassesIn } from '../../src/store/index.ts';
import { currentPlan, openNotices, recipientsBatch, variantsOf } from '../../src/store/notices/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { type BanksCase, openBanksCase } from '../split/banks-case.fixture.ts';

let banks: BanksCase;
let plan: PlannedNotices;

beforeAll(async () => {
  banks = await openBanksCase(scratchFolder(), 200);
  await banks.split('banks.json');
  const ran = await banks.run('notify', 'plan', banks.id, '--json');
  if (ran.exit !== 0) throw new Error(ran.stderr);
  plan = JSON.parse(ran.stdout) as PlannedNotices;
}, 60_000);

test('each controller tells its people, and only what its own rows hold of them', () => {
  const record = findCase(openHome(banks.home), banks.id)!;
  using vault = openVault(record);
  using notices = openNotices(record);
  const planned = currentPlan(notices.db)!.plan;
  const contents = new Map(
    variantsOf(notices.db, planned).map(({ variant, content }) => [variant, content as NoticeContent]),
  );
  const told = Map.groupBy(
    recipientsBatch(notices.db, planned, 0, 1e6),
    ({ variant }) => contents.get(variant)!.controller,
  );
  for (const name of ['Banque A', 'Bank B']) {
    const classes = profileClassesIn(vault.db, name);
    const members = [...membersIn(vault.db, name)].filter(({ flags }) => (flags & 1) === 0);
    const own = told.get(name)!;
    expect(own.map(({ person }) => person)).toEqual(members.map(({ person }) => person));
    expect(own.map(({ variant }) => contents.get(variant)!.classes.map((lost) => lost.class))).toEqual(
      members.map(({ profile }) => classes.get(profile)),
    );
  }
});

test('people of several controllers get several notices and count once', () => {
  const { notices, people, channels, variants } = plan;
  expect(notices).toBeGreaterThan(people);
  expect(Object.values(channels).reduce((sum, count) => sum + count, 0)).toBe(people);
  expect(variants.reduce((sum, variant) => sum + variant.people, 0)).toBe(notices);
  // one mailbox that is told by two controllers is not shared by that
  expect(plan.shared).toBeLessThan(people);
});
