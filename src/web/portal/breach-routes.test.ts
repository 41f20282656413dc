// The public catalogue: what was published, sensitive breaches too, and nothing of who is in it.
import { expect, test } from 'vitest';
import { plantBreaches } from '../../lookup/statements/planted-breaches.fixture.ts';
import { withdrawBreach } from '../../store/register/index.ts';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

test('the list has every published breach, and each its page, by its name in any case', async () => {
  await using context = await testContext();
  await plantBreaches(context.register);
  const app = createApp(context);
  const list = await (await app.request('/breaches?lang=fr')).text();
  expect(list).toContain('href="/breaches/MadeUpClinic?lang=fr"');
  expect(list).toContain('711\u202f000 personnes ou comptes');
  const page = await (await app.request('/breaches/madeupCLINIC')).text();
  expect(page).toContain('This breach is sensitive');
  expect(page).toContain('In March 2026 appointments of a clinic were copied.');
  for (const name of ['Nothing', '%00', '%ff', 'x'.repeat(3000), '__proto__'])
    expect((await app.request(`/breaches/${name}`)).status, name).toBe(404);
});

test('a withdrawn breach leaves the list of a server that runs', async () => {
  await using context = await testContext();
  const { clinic } = await plantBreaches(context.register);
  const app = createApp(context);
  expect((await app.request('/breaches/MadeUpClinic')).status).toBe(200);
  await withdrawBreach(context.register, clinic);
  expect((await app.request('/breaches/MadeUpClinic')).status).toBe(404);
  expect(await (await app.request('/breaches')).text()).not.toContain('Clinic');
});
