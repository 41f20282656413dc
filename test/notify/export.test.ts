/*
 * The proof of a case's notices: what it holds and leaves out, that a change in it is found, and that it needs no memory
 * that grows with the people. On a made-up ledger.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportNotices, verifyExport } from '../../src/pipeline/index.ts';
import { openAge, parseIdentities, recipientsOf } from '../../src/store/age/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../../src/store/index.ts';
import { changeSends, openNotices } from '../../src/store/notices/index.ts';
import { madeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';
import { hashOfTexts, type NoticeText } from '../../src/notify/index.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import type { PrintedJson } from './notify.fixture.ts';

const folder = scratchFolder();
const out = join(folder, 'proof.tar');
/** Made for tests. */
const identity = 'AGE-SECRET-KEY-13AR5Y0R464759TWVLM4J9TWV3G9PHTXT02QSGGP6LWJLWF3604VQTQF385';
let home: InstanceHome;
let record: CaseRecord;

beforeAll(async () => {
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, new Date('2026-11-23T10:00:00Z'));
  madeUpPlan(record, {
    people: 40,
    channels: ['e', 'el', 'l', ''],
    hashOf: (texts) => hashOfTexts(texts as NoticeText[]),
  });
  using notices = openNotices(record);
  const sends = notices.db.prepare("SELECT send FROM send WHERE channel = 'e' ORDER BY send").pluck().all();
  changeSends(notices.db, ({ move }) => {
    for (const [i, send] of (sends as number[]).entries()) {
      const at = Date.parse('2026-11-24T09:00:00Z') + i * 1000;
      move({ send, what: 'leased', at, connection: 1 });
      move({
        send,
        what: 'handed',
        at: at + 500,
        code: '250',
        reply: '250 2.0.0 Ok: queued as 4F <a@example.org>',
      });
      if (i % 5 === 0) move({ send, what: 'bounced', at: at + 900, code: '5.1.1', reply: 'no such user' });
    }
  });
  await exportNotices(home, record, { out, recipient: null, withContacts: false, who: 'ada' });
});

function fileIn(archive: Buffer, name: string): string {
  for (let at = 0; at < archive.length;) {
    const bytes = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8);
    if (archive.toString('latin1', at, at + 100).replace(/\0+$/u, '') === name)
      return archive.toString('utf8', at + 512, at + 512 + bytes);
    at += 512 + Math.ceil(bytes / 512) * 512;
  }
  throw new Error(`no ${name}`);
}

describe('the proof of notices', () => {
  test('says of each attempt what became of it, and names nobody', () => {
    const archive = readFileSync(out);
    const people = fileIn(archive, 'people.csv').split('\r\n');
    // forty people; of four e-mails that came back two have a letter in the making
    expect(people.length).toBe(1 + 40 + 2 + 1);
    expect(people[1]).toMatch(
      /^1,1,1,1,\d{13},unreachable,bounced,email,bounced,1,2026-11-24T09:00:00\.500Z,.*,5\.1\.1,no such user,[\da-f]{32}$/u,
    );
    expect(archive.toString('latin1')).not.toMatch(/Ada Exemple|ada\.\d+@|rue du Mod|a@example\.org/u);
    expect(fileIn(archive, 'events.csv').split('\r\n')[1]).toMatch(
      /^[\da-f]{32},2026-11-24T09:00:00.000Z,leased,1,,$/u,
    );
  });

  test('fills the fields that an authority asks for', () => {
    const fields = JSON.parse(fileIn(readFileSync(out), 'article-33.json')) as PrintedJson;
    expect(fields['97']).toEqual({ told: 'ongoing' });
    expect(fields['98']).toEqual({ from: '2026-11-24T09:00:00.500Z' });
    expect(fields['105']).toEqual({ people: 16 });
    expect(fields['103'].whyNotAll).toEqual([
      { reason: 'not sent yet', people: 12 },
      { reason: 'no channel reaches them', people: 12 },
    ]);
    expect(fields['104']).toEqual({ how: ['individual', 'public'], channels: { email: 16 } });
    expect(fields['106'].texts.map(({ language }: { language: string }) => language)).toEqual(['en', 'fr']);
  });

  test('holds where nothing was changed, and a change is found in whatever file it lies', async () => {
    expect(await verifyExport(out)).toMatchObject({ ok: true, problems: [], case: record.case });
    const archive = readFileSync(out);
    for (const [name, place] of [
      ['people.csv', 'people.csv'],
      ['text-1.json', 'text-1.json'],
      ['manifest.json', join(folder, 'changed.tar')],
    ] as const) {
      const changed = Buffer.from(archive);
      const at = archive.indexOf(fileIn(archive, name).slice(0, 200)) + 60;
      changed[at] = changed[at]! ^ 1;
      writeFileSync(join(folder, 'changed.tar'), changed);
      const verdict = await verifyExport(join(folder, 'changed.tar'));
      expect(verdict.ok, name).toBe(false);
      expect(verdict.problems[0]!.place).toBe(place);
    }
  });

  test('an archive that ends too early, or anywhere, is refused', async () => {
    const archive = readFileSync(out);
    for (const end of [0, 600, 5000, archive.length - 1024, archive.length - 1]) {
      writeFileSync(join(folder, 'short.tar'), archive.subarray(0, end));
      expect((await verifyExport(join(folder, 'short.tar'))).ok, String(end)).toBe(false);
    }
  });

  test('contacts go into a sealed one only', async () => {
    const sealed = join(folder, 'proof.age');
    const options = { withContacts: true, who: 'ada' };
    await expect(exportNotices(home, record, { out: sealed, recipient: null, ...options })).rejects.toThrow(
      /sealed export only/u,
    );
    const [recipient] = await recipientsOf(parseIdentities(`${identity}\n`));
    await exportNotices(home, record, { out: sealed, recipient: recipient!, ...options });
    expect(readFileSync(sealed).toString('latin1')).not.toContain('Ada Exemple');
    using opened = await openAge(sealed, parseIdentities(`${identity}\n`));
    const archive = Buffer.concat(await Array.fromAsync(opened.stream()));
    expect(fileIn(archive, 'contacts.csv')).toContain('1,1,Ada Exemple 0,,ada.0@mail0.example.org');
    writeFileSync(join(folder, 'opened.tar'), archive);
    expect((await verifyExport(join(folder, 'opened.tar'))).ok).toBe(true);
  });

  test('the command writes it, verifies it, and keeps out of the instance folder', async () => {
    const run = (...args: string[]) => runTocsin(args, folder, { env: { TOCSIN_HOME: home.path } });
    const made = await run('notify', 'export', record.case, '--out', 'cli.tar', '--json');
    expect(made.exit, made.stderr).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ case: record.case, isSealed: false });
    const verified = await run('verify', 'cli.tar');
    expect(verified.stdout).toMatch(/^holds: the proof of notices of the case /u);
    expect(verified.exit).toBe(0);
    const inside = await run('notify', 'export', record.case, '--out', join('home', 'x.tar'));
    expect(inside.exit).toBe(2);
    expect(inside.stderr).toContain('inside the instance folder');
  });
});
