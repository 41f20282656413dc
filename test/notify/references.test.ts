/*
 * From the ledger to the page "is this letter real?": every reference of an approved notice is known there, nothing is
 * told before two approved, and nothing after it was withdrawn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { referenceOf } from '../../src/notify/index.ts';
import { publishReferences, withdrawReferences } from '../../src/pipeline/index.ts';
import { shownReferenceCode } from '../../src/register/index.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { madeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';
import { openNotices, recipientsBatch, setPlanState } from '../../src/store/notices/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { createApp } from '../../src/web/create-app.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-references-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = {
  organisation: 'Recrutement Exemple',
  sender: { name: null, address: 'notices@recruiting.example' },
};
const settings = { facts: [{ controller: null, facts }] };
const who = 'tester';

/** As the ledger has them, in the order of the recipients. */
function referencesOf(record: CaseRecord): string[] {
  using notices = openNotices(record);
  return recipientsBatch(notices.db, 1, 0, 1000).map(({ recipient, salt }) =>
    referenceOf(notices.secret, recipient, salt),
  );
}

async function asking(opened: OpenedRegister) {
  const context = await testContext({ open: opened, now: () => new Date('2026-11-24T10:00:00Z') });
  const app = createApp(context);
  const ask = async (reference: string, language = 'en') => {
    const answer = await app.request('/letter', {
      method: 'POST',
      body: new URLSearchParams({ reference }),
      headers: { 'accept-language': language },
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const read = async (path: string) => {
    const answer = await app.request(path, { headers: { 'accept-language': 'en' } });
    return { status: answer.status, text: await answer.text() };
  };
  return { ask, read, [Symbol.asyncDispose]: () => context[Symbol.asyncDispose]() };
}

const nobodys = '5724 0000 0000 0';

forBothEngines((open) => {
  test('each reference of an approved plan is known, in both languages, and is of nobody by name', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = openCase(home, null, new Date());
    madeUpPlan(record, { people: 60, channels: ['e', 'el', 'l', 'sc', ''], settings });
    const made = await publishReferences(home, register, record, { who });
    expect(made).toEqual({ notices: 1, references: 60, removed: 0, codes: 0, texts: 0 });
    await using portal = await asking(opened);
    const references = referencesOf(record);
    for (const reference of [references[0]!, references[59]!]) {
      const english = await portal.ask(shownReferenceCode(reference));
      expect(english.status).toBe(200);
      expect(english.text).toContain('Yes, this reference is one of ours');
      expect(english.text).toContain(
        'Recrutement Exemple has sent since 23 November 2026 by e-mail, letter and text message',
      );
      expect(english.text).not.toContain('Ada');
      expect(english.headers.get('cache-control')).toBe('no-store');
      expect((await portal.ask(reference, 'fr')).text).toContain(
        'Recrutement Exemple envoie depuis le 23 novembre 2026 par e-mail, lettre et SMS',
      );
    }
    const unknown = await portal.ask(nobodys);
    expect(unknown.status).toBe(200);
    expect(unknown.text).toContain('We do not know this reference');
    const mistyped = await portal.ask(references[0]!.slice(0, 12));
    expect(mistyped.status).toBe(400);
    expect(mistyped.text).toContain('There is a mistake in the reference');
  });

  test('before the approval nothing is made known, and a plan that nobody sends any more is forgotten', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = openCase(home, null, new Date());
    madeUpPlan(record, { people: 5, state: 'planned' });
    await expect(publishReferences(home, register, record, { who })).rejects.toThrow(/is approved/u);
    const change = (plan: number, state: 'approved' | 'replaced') => {
      using notices = openNotices(record);
      setPlanState(notices.db, plan, state);
    };
    change(1, 'approved');
    await publishReferences(home, register, record, { who });
    await using portal = await asking(opened);
    const [first] = referencesOf(record);
    expect((await portal.ask(first!)).text).toContain('Yes, this reference');
    change(1, 'replaced');
    madeUpPlan(record, { people: 5 });
    const again = await publishReferences(home, register, record, { who });
    expect(again).toMatchObject({ notices: 1, references: 5, removed: 1 });
    expect((await portal.ask(first!)).text).toContain('We do not know this reference');
  });

  test('texts are public only when that was said, word by word, and go with the references', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = openCase(home, null, new Date());
    madeUpPlan(record, { people: 4, settings });
    await publishReferences(home, register, record, { who });
    await using portal = await asking(opened);
    expect((await portal.read('/letter/texts')).text).toContain('No texts have been published');
    const made = await publishReferences(home, register, record, { who, areTextsPublic: true });
    expect(made.texts).toBe(2);
    const list = (await portal.read('/letter/texts')).text;
    expect(list).toContain('Recrutement Exemple');
    expect(list).toContain('E-mails come from notices@recruiting.example.');
    const [path] = /\/letter\/texts\/\d+\/\d+/u.exec(list)!;
    const text = (await portal.read(path)).text;
    expect(text).toContain('Your data was exposed');
    expect(text).toContain('Dear [name],');
    expect(text).toContain('The reference of this notice is [reference].');
    expect((await portal.read('/letter/texts/77/1')).status).toBe(404);
    expect(await withdrawReferences(home, register, record.case, { who })).toBe(1);
    expect((await portal.read(path)).status).toBe(404);
    expect((await portal.ask(referencesOf(record)[0]!)).text).toContain('We do not know this reference');
    expect(await withdrawReferences(home, register, record.case, { who })).toBe(0);
  });

  test('a network that asks too often is told so, whether the reference is known or not', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = openCase(home, null, new Date());
    madeUpPlan(record, { people: 1, settings });
    await publishReferences(home, register, record, { who });
    await using portal = await asking(opened);
    const [known] = referencesOf(record);
    const all = await Promise.all(Array.from({ length: 100 }, () => portal.ask(nobodys)));
    expect(all.every(({ status }) => status === 200)).toBe(true);
    const refused = [await portal.ask(known!), await portal.ask(nobodys)];
    expect(refused.map(({ status }) => status)).toEqual([429, 429]);
    expect(refused[0]!.text).toBe(refused[1]!.text);
    expect(refused[0]!.text).toContain('This cannot be checked now');
  });

  test('what the register keeps leads to no reference', async () => {
    await using opened = await open();
    const { home, register } = opened;
    const record = openCase(home, null, new Date());
    madeUpPlan(record, { people: 3, settings });
    await publishReferences(home, register, record, { who });
    const rows = [
      ...(await register.rows.selectFrom('case_notice').selectAll().execute()),
      ...(await register.rows.selectFrom('case_notice_reference').selectAll().execute()),
    ];
    const all = JSON.stringify(
      rows.map((row) =>
        Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)),
      ),
    );
    for (const reference of referencesOf(record)) expect(all).not.toContain(reference);
    expect(all).not.toContain('Recrutement');
  });
});
