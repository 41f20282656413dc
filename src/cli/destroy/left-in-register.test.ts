import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { appendCustody } from '../../custody/index.ts';
import {
  forgetPasswords,
  planDestruction,
  publishReferences,
  withdrawReferences,
} from '../../pipeline/index.ts';
import { openCase, openHome } from '../../store/index.ts';
import { madeUpPlan } from '../../store/notices/made-up-plan.fixture.ts';
import { beginPasswordSource, openRegister } from '../../store/register/index.ts';
import { planJson, planText } from './destroy-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-left-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const who = 'Ada Example';

test('passwords taken from the case are told until they are forgotten', async () => {
  const home = openHome(join(folder, 'home'));
  const record = openCase(home, 'to go', new Date());
  const other = openCase(home, 'to stay', new Date());
  const told = () => {
    const planned = planDestruction(
      home,
      record,
      { who, role: 'owner' },
      { areNamesKept: false, isKeyReplaced: false, why: null },
    );
    const text = planText(home, record, planned).replaceAll(/\s+/gu, ' ');
    expect(planJson(home, record, planned)).toMatchObject({ stays: { passwords: planned.arePasswordsLeft } });
    expect(text.includes(`tocsin passwords forget ${record.case} ends that`)).toBe(planned.arePasswordsLeft);
    return planned.arePasswordsLeft;
  };
  appendCustody(home, { who, case: other.case, what: 'passwords', result: 'done' }, other.key);
  expect(told()).toBe(false);
  appendCustody(home, { who, case: record.case, what: 'passwords', result: 'done' }, record.key);
  expect(told()).toBe(true);
  await using register = await openRegister(home, null);
  for (const { case: caseId } of [record, other])
    await beginPasswordSource(register, { name: caseId, digest: 'made up', caseId });
  await forgetPasswords(home, register, other.case, { who, now: new Date() });
  expect(told()).toBe(true);
  await forgetPasswords(home, register, record.case, { who, now: new Date() });
  expect(told()).toBe(false);
});

test('references of notices are told until they are withdrawn', async () => {
  const home = openHome(join(folder, 'home-of-notices'));
  const record = openCase(home, 'to go', new Date());
  const told = () => {
    const planned = planDestruction(
      home,
      record,
      { who, role: 'owner' },
      { areNamesKept: false, isKeyReplaced: false, why: null },
    );
    const { areReferencesLeft } = planned;
    const text = planText(home, record, planned).replaceAll(/\s+/gu, ' ');
    expect(planJson(home, record, planned)).toMatchObject({ stays: { references: areReferencesLeft } });
    expect(text.includes(`tocsin notify references ${record.case} --withdraw`)).toBe(areReferencesLeft);
    return areReferencesLeft;
  };
  madeUpPlan(record, { people: 3 });
  expect(told()).toBe(false);
  await using register = await openRegister(home, null);
  await publishReferences(home, register, record, { who });
  expect(told()).toBe(true);
  await withdrawReferences(home, register, record.case, { who });
  expect(told()).toBe(false);
});
