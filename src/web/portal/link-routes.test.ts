// Links of mails: looked at as often as one likes, taken once; replayed, altered or late they say so and do nothing.
import { expect, test } from 'vitest';
import { createLink, linkPaths, type LinkPurpose } from '../../register/index.ts';
import { forBothEngines, type OpenedRegister } from '../../store/register/both-engines.fixture.ts';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

const day = 24 * 3_600_000;
const begun = Date.UTC(2026, 10, 23);

const linkTo = ({ register }: OpenedRegister, purpose: LinkPurpose, body: object) =>
  createLink(register, { purpose, body, validMs: day, now: begun });
const asked = { address: 'nobody@example.org', language: 'fr' };

async function pageOf(answer: Response): Promise<{ status: number; heading: string; page: string }> {
  const page = await answer.text();
  return { status: answer.status, heading: /<h1>([^<]*)/u.exec(page)?.[1] ?? '', page };
}

forBothEngines((open) => {
  test('a link is looked at without being used, in the language of its mail, and works once', async () => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const app = createApp(context);
    const path = `/statement/${await linkTo(opened, 'statement', asked)}`;
    for (let i = 0; i < 5; i++)
      expect(await pageOf(await app.request(path))).toMatchObject({
        status: 200,
        heading: 'Votre réponse est prête',
      });
    expect((await pageOf(await app.request(`${path}?lang=en`))).heading).toBe('Your answer is ready');
    const shown = await pageOf(await app.request(`${path}?lang=fr`, { method: 'POST' }));
    expect(shown).toMatchObject({ status: 200, heading: 'Rien trouvé' });
    expect(shown.page).toContain('nobody@example.org');
    for (const method of ['GET', 'POST']) {
      const again = await pageOf(await app.request(`${path}?lang=en`, { method }));
      expect(again).toMatchObject({ status: 410, heading: 'This link has been used' });
      expect(again.page).not.toContain('nobody@example.org');
    }
  });

  test('of many who press the button at the same moment one is shown the answer', async () => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const app = createApp(context);
    const path = `/statement/${await linkTo(opened, 'statement', asked)}`;
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => (await app.request(path, { method: 'POST' })).status),
    );
    expect(answers.toSorted((a, b) => a - b)).toEqual([200, ...Array.from({ length: 11 }, () => 410)]);
  });

  test('an altered link, one for something else, and no link at all are told alike', async () => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const app = createApp(context);
    const token = await linkTo(opened, 'subscribe', asked);
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const paths = [
      token,
      altered,
      'x',
      'x'.repeat(2000),
      '%00',
      '%ff',
      '..%2f..',
      encodeURIComponent(`${token}=`),
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST'])
        expect(await pageOf(await app.request(`/statement/${path}`, { method })), path).toMatchObject({
          status: 404,
          heading: 'This link does not work',
        });
    expect((await app.request(`/notify-me/${token}`)).status).toBe(200);
  });

  test('a link is over after its time, and a clock that is put back gives it no second life', async () => {
    await using opened = await open();
    let moment = begun;
    await using context = await testContext({ open: opened, now: () => new Date(moment) });
    const app = createApp(context);
    const path = `/statement/${await linkTo(opened, 'statement', asked)}`;
    const states: number[] = [];
    for (const at of [begun + day + 1, begun + 400 * day, begun - 2 * day, begun + day - 1]) {
      moment = at;
      states.push((await app.request(path, { method: 'POST' })).status);
    }
    expect(states).toEqual([410, 410, 410, 200]);
  });

  test('a subscription is confirmed, and ended by a link as often as one likes', async () => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const app = createApp(context);
    const count = () => opened.register.rows.selectFrom('subscriber').selectAll().execute();
    const path = `/notify-me/${await linkTo(opened, 'subscribe', asked)}`;
    await app.request(path);
    expect(await count()).toHaveLength(0);
    expect((await pageOf(await app.request(path, { method: 'POST' }))).heading).toBe('You will be told');
    expect(await count()).toHaveLength(1);
    const [first, second] = await Promise.all(
      ['x', 'y'.repeat(43)].map(async (token) =>
        pageOf(
          await app.request(`/unsubscribe/${token}`, {
            method: 'POST',
            body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
          }),
        ),
      ),
    );
    expect(first).toEqual(second);
  });

  test.each([
    ['en', 'Stop the notices?', 'No more notices'],
    ['fr', 'Arrêter les avis\u00a0?', 'Plus d’avis'],
  ])('whether notices are to end is asked first, and said once it is so: %s', async (lang, before, after) => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const app = createApp(context);
    const path = `/unsubscribe/${'x'.repeat(43)}?lang=${lang}`;
    expect((await pageOf(await app.request(path))).heading).toBe(before);
    expect((await pageOf(await app.request(path, { method: 'POST' }))).heading).toBe(after);
  });

  test.each(['subscribe', 'opt-out', 'domain'] as const)(
    'the page of %s says that only its button does anything',
    async (purpose) => {
      await using opened = await open();
      await using context = await testContext({ open: opened, now: () => new Date(begun) });
      const body = { ...asked, kind: 'delete', domain: 'example.org', account: 1, alias: 'admin' };
      const path = `/${linkPaths[purpose]}/${await linkTo(opened, purpose, body)}`;
      const app = createApp(context);
      expect((await pageOf(await app.request(`${path}?lang=en`))).page).toContain('If you press the button');
      expect((await pageOf(await app.request(`${path}?lang=fr`))).page).toContain(
        'Si vous appuyez sur le bouton',
      );
    },
  );

  test('whoever deletes an address is told that it is gone for its owner too', async () => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const path = `/opt-out/${await linkTo(opened, 'opt-out', { ...asked, kind: 'delete' })}`;
    const app = createApp(context);
    expect((await pageOf(await app.request(`${path}?lang=en`))).page).toContain(
      'you do not see it here any more either',
    );
    expect((await pageOf(await app.request(`${path}?lang=fr`))).page).toContain('Vous non plus');
  });

  test('an opt-out says what it does, and does it once pressed', async () => {
    await using opened = await open();
    await using context = await testContext({ open: opened, now: () => new Date(begun) });
    const app = createApp(context);
    const path = `/opt-out/${await linkTo(opened, 'opt-out', { ...asked, kind: 'delete' })}`;
    expect((await pageOf(await app.request(path))).page).toContain('La supprimer, maintenant et à l’avenir');
    const count = async () => (await opened.register.rows.selectFrom('opt_out').selectAll().execute()).length;
    expect(await count()).toBe(0);
    expect((await pageOf(await app.request(path, { method: 'POST' }))).heading).toBe('Done');
    expect(await count()).toBe(1);
  });
});
