// Statements by the code of a letter: one page for every failure, limits that outlast the process and say nothing.
import { expect, test } from 'vitest';
import { birth, code, nobodysCode, plantBreaches } from '../../lookup/statements/planted-breaches.fixture.ts';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { withdrawBreach } from '../../store/register/index.ts';
import { createApp } from '../create-app.ts';
import { testContext, type TestContextOptions } from '../web-context.fixture.ts';

const begun = Date.UTC(2026, 10, 23);
const day = 24 * 3_600_000;

const fields = (typed: string, born = birth) => {
  const [year, month, dayOfMonth] = born.split('-');
  return { code: typed, day: dayOfMonth!, month: month!, year: year! };
};

async function startPages(options: TestContextOptions) {
  const context = await testContext({
    settings: { trustProxy: true },
    now: () => new Date(begun),
    ...options,
  });
  const app = createApp(context);
  return {
    ask: async (form: Record<string, string>, network = '203.0.113.1') => {
      const answer = await app.request('/code', {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { 'x-forwarded-for': network },
      });
      return { status: answer.status, page: await answer.text() };
    },
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

/** Without what was typed. */
const wording = ({ status, page }: { status: number; page: string }) =>
  `${status} ${page.replaceAll(/value="[^"]*"/gu, '')}`;

forBothEngines((open) => {
  test('a code with its date shows the breach of the letter, however it is grouped', async () => {
    await using opened = await open();
    await plantBreaches(opened.register);
    await using pages = await startPages({ open: opened });
    const grouped = code.replaceAll(/\d{4}/gu, '$& ');
    const { status, page } = await pages.ask({ ...fields(grouped), day: '27', month: '3' });
    expect(status).toBe(200);
    expect(page).toContain('Made-up Clinic');
    expect(page).toContain('Personal health data');
    expect(page).not.toContain('Made-up Recruiting');
  });

  test('no such code, another date, too many tries, a withdrawn breach: one page', async () => {
    await using opened = await open();
    const { clinic } = await plantBreaches(opened.register);
    await using pages = await startPages({ open: opened });
    const failures = [await pages.ask(fields(nobodysCode)), await pages.ask(fields(code, '1985-03-28'))];
    await Promise.all(Array.from({ length: 40 }, (_, i) => pages.ask(fields(nobodysCode), `198.51.${i}.1`)));
    failures.push(await pages.ask(fields(nobodysCode)));
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => pages.ask(fields(code, '1985-03-28'), `198.51.${i}.1`)),
    );
    failures.push(await pages.ask(fields(code), '192.0.2.1'));
    await withdrawBreach(opened.register, clinic);
    await using later = await startPages({ open: opened, now: () => new Date(begun + 2 * day) });
    failures.push(await later.ask(fields(code)));
    expect(failures.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(failures.map(wording)).size).toBe(1);
  });

  test('ten tries a day at one code, from wherever, whether or not there is such a code', async () => {
    await using opened = await open();
    await plantBreaches(opened.register);
    await using pages = await startPages({ open: opened });
    const tries = Array.from({ length: 10 }, (_, i) =>
      pages.ask(fields(code, '1990-01-01'), `198.51.${i}.1`),
    );
    await Promise.all(tries);
    expect((await pages.ask(fields(code), '192.0.2.1')).status).toBe(404);
    // another process, and a day later
    await using register = await opened.again();
    await using again = await startPages({ open: { ...opened, register } });
    expect((await again.ask(fields(code), '192.0.2.1')).status).toBe(404);
    await using tomorrow = await startPages({ open: opened, now: () => new Date(begun + day) });
    expect((await tomorrow.ask(fields(code), '192.0.2.1')).status).toBe(200);
  });

  test('a network has its own limit, and another network is not hindered by it', async () => {
    await using opened = await open();
    await plantBreaches(opened.register);
    await using pages = await startPages({ open: opened });
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => pages.ask(fields(nobodysCode), `203.0.113.${i}`)),
    );
    expect((await pages.ask(fields(code), '203.0.113.200')).status).toBe(404);
    expect((await pages.ask(fields(code), '203.0.114.200')).status).toBe(200);
  });
});

test('a typing error is told at once and counted nowhere', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const bad = [
    { ...fields(code), code: `${code.slice(0, 12)}${(Number(code[12]) + 1) % 10}` },
    { ...fields(code), code: '' },
    { ...fields(code), code: '1'.repeat(5000) },
    { ...fields(code), day: '31', month: '2' },
    { ...fields(code), year: '85' },
    { ...fields(code), year: '2999' },
    { ...fields(code), day: '1e1' },
    { code },
  ];
  for (const form of bad) {
    const answer = await app.request('/code', { method: 'POST', body: new URLSearchParams(form) });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('role="alert"');
  }
  expect(await context.register.rows.selectFrom('asking_count').selectAll().execute()).toEqual([]);
});
