/*
 * Text messages and call-backs from the ledger to those who send and call, on the command line: each once, under one key,
 * in the daytime; killed at any moment, nobody is lost and nobody is in two lists.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hashOfTexts, type NoticeText } from '../../src/notify/index.ts';
import { sendTexts } from '../../src/pipeline/index.ts';
import { type CaseRecord, findCase, openHome } from '../../src/store/index.ts';
import { type MadeUpPlan, madeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';
import { openNotices, readTally } from '../../src/store/notices/index.ts';
import { startTocsin } from '../examine/run-tocsin.fixture.ts';
import { type NoticeCase, openNoticeCase } from './notify.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let cases = 0;

interface PlannedCase extends NoticeCase {
  record: CaseRecord;
}

function planned(given: Omit<MadeUpPlan, 'hashOf'>): PlannedCase {
  const own = mkdtempSync(join(folder, `case-${cases++}-`));
  const opened = openNoticeCase(own);
  const record = findCase(openHome(opened.home), opened.id)!;
  madeUpPlan(record, { ...given, hashOf: (texts) => hashOfTexts(texts as NoticeText[]) });
  return { ...opened, record };
}

function states(record: CaseRecord): Record<string, number> {
  using notices = openNotices(record);
  return Object.fromEntries(
    readTally(notices.db, 1)
      .filter(({ what }) => /^[elsc]$/u.test(what))
      .map(({ what, state, count }) => [`${what} ${state}`, count]),
  );
}

const csv = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

test('a list has every planned text message once, with its reference, and is its owner’s alone', async () => {
  const { json, id, record, folder: own } = planned({ people: 90, channels: ['s', 'e', 'sc'] });
  const made = await json('notify', 'texts', id, '--out', 'texts.csv');
  expect(made).toMatchObject({ sends: 60, parts: 60, earlier: null });
  const path = join(own, 'texts.csv');
  const [head, ...lines] = csv(path);
  expect(head).toEqual(['number', 'text', 'reference', 'language']);
  expect(lines).toHaveLength(60);
  for (const [number, text, reference] of lines) {
    expect(number).toMatch(/^\+3363998\d{4}$/u);
    expect(text).toBe('Your data was exposed. A letter follows.');
    expect(reference).toMatch(/^\d{4} \d{4} \d{4} \d$/u);
  }
  expect(new Set(lines.map(([, , reference]) => reference)).size).toBe(60);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(states(record)).toEqual({ 'e planned': 30, 's handed': 60 });
  // nothing is left for a second list, and no empty file comes of it
  expect(await json('notify', 'texts', id, '--out', 'more.csv')).toMatchObject({ sends: 0, file: null });
  expect(existsSync(join(own, 'more.csv'))).toBe(false);
});

test('what nobody approved is in no list', async () => {
  const { run, id } = planned({ people: 3, channels: ['s'], state: 'planned' });
  const ran = await run('notify', 'texts', id, '--out', 'texts.csv');
  expect(ran.exit).toBe(2);
  expect(ran.stderr).toContain('are not approved');
});

test('a list is refused inside the instance folder and in the place of another file', async () => {
  const { run, id, folder: own, record } = planned({ people: 3, channels: ['s'] });
  expect((await run('notify', 'texts', id, '--out', 'home/texts.csv')).stderr).toContain(
    'inside the instance folder',
  );
  writeFileSync(join(own, 'there.csv'), 'mine');
  expect((await run('notify', 'texts', id, '--out', 'there.csv')).exit).toBe(2);
  expect(readFileSync(join(own, 'there.csv'), 'utf8')).toBe('mine');
  expect(states(record)).toEqual({ 's planned': 3 });
});

test('killed while it is written, a list is whole or not there, and nobody is in none or in two', async () => {
  const people = 9_000;
  const { run, id, record, folder: own, home } = planned({ people, channels: ['s'] });
  const lists: string[] = [];
  for (let kill = 0; kill < 3; kill++) {
    const name = `list-${kill}.csv`;
    lists.push(name);
    const args = ['notify', 'texts', id, '--out', name];
    const { child, ended } = startTocsin(args, own, { env: { TOCSIN_HOME: home } });
    // from before the first lease to after the last byte, whatever the machine's pace
    await leasedAtLeast(record, (people / 3) * kill, ended);
    child.kill('SIGKILL');
    await ended;
  }
  await run('notify', 'texts', id, '--out', 'last.csv');
  const written = [...lists, 'last.csv'].map((name) => join(own, name)).filter((path) => existsSync(path));
  const references = written.flatMap((path) =>
    csv(path)
      .slice(1)
      .map(([, , reference]) => reference),
  );
  expect(references).toHaveLength(people);
  expect(new Set(references).size).toBe(people);
  expect(states(record)).toEqual({ 's handed': people });
});

async function leasedAtLeast(record: CaseRecord, least: number, ended: Promise<unknown>): Promise<void> {
  const over = { is: false };
  void ended.then(() => (over.is = true));
  while (!over.is) {
    const { 's leased': leased = 0, 's handed': handed = 0 } = states(record);
    if (leased + handed > least) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Takes messages, and answers each as it is told. */
async function startGateway(answerFor: (nth: number) => number | 'silent' = () => 202) {
  const keys: string[] = [];
  let onKey = () => {};
  const server = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      const { id } = JSON.parse(body) as { id: string };
      expect(request.headers['idempotency-key']).toBe(id);
      keys.push(id);
      onKey();
      const status = answerFor(keys.length);
      if (status !== 'silent') answer.writeHead(status).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    keys,
    reaches: (count: number) =>
      new Promise<void>((resolve) => {
        onKey = () => {
          if (keys.length >= count) resolve();
        };
        onKey();
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

test('a gateway killed over and over gets every message, some twice under the same key, no more than were on their way', async () => {
  const people = 200;
  const workers = 4;
  const kills = 3;
  const { run, json, id, record, folder: own, home } = planned({ people, channels: ['s'] });
  await using gateway = await startGateway();
  const args = ['notify', 'texts', id, '--gateway', gateway.url, '--any-time', '--workers', String(workers)];
  for (let kill = 1; kill <= kills; kill++) {
    const { child, ended } = startTocsin(args, own, { env: { TOCSIN_HOME: home } });
    await Promise.race([gateway.reaches((people / (kills + 1)) * kill), ended]);
    child.kill('SIGKILL');
    await ended;
  }
  const sent = await json(...args);
  expect(sent).toMatchObject({ left: 0, refused: 0 });
  expect(states(record)).toEqual({ 's handed': people });
  expect(new Set(gateway.keys).size).toBe(people);
  expect(gateway.keys.length - people).toBeLessThanOrEqual(kills * workers);
  expect((await run('notify', 'texts', id, '--gateway', gateway.url)).stdout).toContain('0 text messages');
});

const request = (url: string) => ({
  gateway: { url, token: null, timeoutMs: 2000 },
  isAnyTime: true,
  workers: 2,
  who: 'tester',
});

test('a message refused for good goes on to the next channel, one that is put off waits', async () => {
  const { record, home } = planned({ people: 8, channels: ['sl', 's'] });
  const answers = [422, 422, 503, 429];
  await using gateway = await startGateway((nth) => answers[nth - 1] ?? 202);
  const sent = await sendTexts(openHome(home), record, { ...request(gateway.url), workers: 1 });
  expect(sent).toMatchObject({
    handed: 4,
    refused: 2,
    nextChannel: { l: 1 },
    unreachable: 1,
    deferred: 2,
    left: 2,
  });
  expect(states(record)).toEqual({ 's handed': 4, 's bounced': 2, 's planned': 2, 'l planned': 1 });
  expect(Date.parse(sent.nextAt!)).toBeGreaterThan(Date.now());
});

test('a gateway that takes nothing from us, or is gone, ends the run and loses nobody', async () => {
  const { record, home } = planned({ people: 20, channels: ['s'] });
  await using gateway = await startGateway(() => 401);
  const refused = sendTexts(openHome(home), record, request(gateway.url));
  await expect(refused).rejects.toMatchObject({ code: 'GATEWAY_CLOSED' });
  const { url } = gateway;
  await gateway[Symbol.asyncDispose]();
  const gone = sendTexts(openHome(home), record, request(url));
  await expect(gone).rejects.toMatchObject({ code: 'GATEWAY_UNREACHABLE' });
  expect(states(record)).toEqual({ 's planned': 20 });
});

test('at night nothing is sent, by the clock of whoever gets it', async () => {
  const { record, home } = planned({ people: 4, channels: ['s'] });
  await using gateway = await startGateway();
  const night = { ...request(gateway.url), isAnyTime: false };
  // 23:56 in Paris
  const at = (iso: string) => ({ now: () => new Date(iso) });
  const sent = await sendTexts(openHome(home), record, night, at('2026-11-24T22:56:00Z'));
  expect(sent).toMatchObject({ handed: 0, night: 4, left: 4, nextAt: '2026-11-25T07:00:00.000Z' });
  expect(gateway.keys).toEqual([]);
  const morning = await sendTexts(openHome(home), record, night, at('2026-11-25T07:00:00Z'));
  expect(morning).toMatchObject({ handed: 4, night: 0, left: 0 });
});

test('calls: reached is told, a wrong number goes on, no answer is called again, three times', async () => {
  const { json, run, id, record, folder: own } = planned({ people: 8, channels: ['cl', 'c'] });
  const listed = await json('notify', 'calls', id, '--out', 'calls.csv');
  expect(listed['sends']).toBe(8);
  expect(states(record)).toEqual({ 'c leased': 8 });
  const [head, ...lines] = csv(join(own, 'calls.csv'));
  expect(head).toEqual(['number', 'name', 'reference', 'language', 'opening', 'data', 'result']);
  const results = ['reached', 'WRONG NUMBER', 'no answer', '', 'joint', 'wrong number', 'maybe', 'reached'];
  const [, reference, result] = [0, head!.indexOf('reference'), head!.indexOf('result')];
  const withResults = (given: readonly string[]) =>
    [
      ['reference', 'result'],
      ...lines.map((line, i) => [line[reference]!, given[i] ?? '']),
      ['5724 0000 0000 0', 'reached'],
      ['1234', 'reached'],
    ]
      .map((line) => line.join(';'))
      .join('\n');
  expect(lines.every((line) => line[result] === '')).toBe(true);
  writeFileSync(join(own, 'results.csv'), withResults(results));
  const taken = await run('notify', 'calls', id, '--results', 'results.csv', '--json');
  expect(taken.exit).toBe(1);
  expect(JSON.parse(taken.stdout)).toMatchObject({
    lines: 10,
    reached: 3,
    again: 1,
    notReached: 2,
    nextChannel: {},
    unreachable: 2,
    open: 1,
    known: 0,
    wrong: [{ line: 8 }, { line: 10 }, { line: 11 }],
  });
  const again = await run('notify', 'calls', id, '--results', 'results.csv', '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ reached: 0, again: 0, notReached: 0, known: 6 });
  // one is called again; two of the first list have no result yet
  expect((await json('notify', 'calls', id, '--out', 'calls-2.csv'))['sends']).toBe(1);
  expect((await json('notify', 'calls', id, '--out', 'calls-3.csv', '--again'))['sends']).toBe(3);
  expect(csv(join(own, 'calls-3.csv'))).toHaveLength(4);
});
