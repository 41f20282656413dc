/*
 * The way of somebody who asks, in a real browser without JavaScript, against a real `tocsin serve` with a real mail
 * server: ask, the mail comes, its link, the statement; then the link again. In French and in English, and for somebody
 * whom nobody knows: the mail is the same.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailSink, startMailSink, type SunkMail } from '../../src/notify/mail-sink.fixture.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { type StartedServe, startServe } from '../serve/serve.fixture.ts';
import { browserOfThisFile, printedPages, requestsOf, sendForm } from './browser.fixture.ts';
import { ana, nobody, plantBreaches } from '../../src/lookup/statements/planted-breaches.fixture.ts';

const browser = browserOfThisFile();

/** What a killed process was doing is left to it for a minute. */
const longMs = 300_000;

forBothEngines((open) => {
  let sink: MailSink;
  let serve: StartedServe;
  let home: string;
  let database: string[];

  beforeAll(async () => {
    await using opened = await open();
    const { url } = opened;
    home = opened.home.path;
    database = url === null ? [] : ['--database', url];
    await plantBreaches(opened.register);
    sink = await startMailSink();
    serve = await startServe({
      home,
      flags: [
        ...database,
        '--smtp',
        sink.url,
        '--contact',
        'privacy@recruiting.example',
        '--mail-from',
        'tocsin@example.org',
      ],
    });
  });
  afterAll(async () => {
    await serve?.stop();
    await sink?.[Symbol.asyncDispose]();
  });

  interface Walked {
    sent: string;
    mail: SunkMail;
    heading: string;
    statement: string;
    sheets: number;
  }

  async function walk(locale: string, address: string): Promise<Walked> {
    const context = await browser().newContext({ locale, javaScriptEnabled: false });
    const requests = requestsOf(context);
    const page = await context.newPage();
    await page.goto(serve.url);
    await page.fill('#address', address);
    await sendForm(page);
    const sent = await page.innerText('main');
    const mail = await sink.next(({ to }) => to.includes(address));
    await page.goto(mail.links.find((link) => link.includes('/statement/'))!);
    await sendForm(page);
    const [heading, statement] = [await page.innerText('h1'), await page.innerText('main')];
    const sheets = await printedPages(page);
    await page.goto(mail.links.find((link) => link.includes('/statement/'))!);
    expect(await page.innerText('h1')).toBe(
      locale === 'fr-FR' ? 'Ce lien a déjà servi' : 'This link has been used',
    );
    expect(await context.cookies()).toEqual([]);
    expect(requests.filter(({ url }) => !url.startsWith(`${serve.url}/`))).toEqual([]);
    // an address in an address would be in logs and histories
    expect(requests.filter(({ url }) => /example|%40|@/u.test(url))).toEqual([]);
    await context.close();
    return { sent, mail, heading, statement, sheets };
  }

  test('somebody asks, gets a mail, and sees what was lost about them, in their language', async () => {
    const english = await walk('en-GB', ana);
    expect(english.sent).toContain('Look into your mailbox');
    expect(english.heading).toBe('What was lost about you');
    expect(english.sheets).toBe(1);
    for (const part of [
      'This address is in 2 breaches.',
      'Made-up Clinic',
      'Personal health data',
      'Social security numbers (NIR)',
      'The data is that of Made-up Recruiting; it was lost through Inventé Services, then Transfer Box.',
      'In the hands of others since 30 October 2025; on record here since 14 January 2026.',
      'Passwords (MD5 or NTLM (32 hex))',
      'most are found within hours',
      'This number stays yours for life.',
      'What this does not say',
      'privacy@recruiting.example',
      'CNIL',
    ])
      expect(english.statement).toContain(part);
    const french = await walk('fr-FR', ana);
    expect(french.sent).toContain('Regardez dans votre messagerie');
    expect(french.heading).toBe('Ce qui a été perdu à votre sujet');
    expect(french.sheets).toBe(1);
    for (const part of [
      'Données de santé',
      'Numéros de sécurité sociale (NIR)',
      'la plupart sont trouvés en quelques heures',
    ])
      expect(french.statement).toContain(part);
  });

  test('somebody whom nobody knows is told so, after the same page and the same mail', async () => {
    const known = await walk('en-GB', 'famille@example.org');
    const unknown = await walk('en-GB', nobody);
    expect(unknown.heading).toBe('Nothing found');
    expect(unknown.statement).toContain('That is weaker than not being in any');
    expect(unknown.sent).toBe(known.sent);
    const withoutToken = ({ text }: SunkMail) => text.replaceAll(/statement\/\S+/gu, 'statement/TOKEN');
    expect(withoutToken(unknown.mail)).toBe(withoutToken(known.mail));
    expect(unknown.mail.subject).toBe(known.mail.subject);
    // two people behind one address stand apart
    expect(known.statement).toContain('Person 1 of 2');
    expect(known.statement).toContain('this person is a minor');
  });

  test(
    'who was told that a mail is on its way gets it, though the server was killed at that moment',
    async () => {
      const address = 'after.the.kill@example.org';
      const without = await startServe({ home, flags: database });
      await serve.stop();
      const answer = await fetch(`${without.url}/ask`, {
        method: 'POST',
        body: new URLSearchParams({ address }),
      });
      await without.stop('SIGKILL');
      expect(answer.status).toBe(200);
      serve = await startServe({ home, flags: [...database, '--smtp', sink.url] });
      expect((await sink.next(({ to }) => to.includes(address))).links[0]).toContain('/statement/');
      expect(sink.mails.filter(({ to }) => to.includes(address))).toHaveLength(1);
    },
    longMs,
  );

  test('nothing of all this was said on the terminal of the server', () => {
    expect(serve.said()).not.toMatch(/example\.org|statement\//u);
  });
});
