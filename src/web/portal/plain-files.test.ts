import { expect, test } from 'vitest';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

const now = () => new Date('2026-11-23T10:00:00Z');

async function securityText(contact: string | null): Promise<string | null> {
  await using context = await testContext({ settings: { contact }, now });
  const answer = await createApp(context).request('/.well-known/security.txt');
  return answer.status === 200 ? answer.text() : null;
}

test('whom to tell of a weakness stands where programs look, if it can be said as a URI', async () => {
  expect(await securityText('privacy@example.org')).toBe(
    'Contact: mailto:privacy@example.org\nExpires: 2027-11-23T10:00:00.000Z\nPreferred-Languages: en, fr\n',
  );
  expect(await securityText('https://example.org/contact')).toContain(
    'Contact: https://example.org/contact\n',
  );
  expect(await securityText('Room 12, ask for Ms Duval')).toBeNull();
  expect(await securityText('x@example.org\nContact: mailto:y@example.org')).toBeNull();
  expect(await securityText(null)).toBeNull();
});

test('search engines are kept from what is behind the links of mails', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const robots = await (await app.request('/robots.txt')).text();
  for (const path of ['/statement/', '/notify-me/', '/opt-out/', '/unsubscribe/', '/domain/'])
    expect(robots).toContain(`Disallow: ${path}\n`);
  expect((await app.request('/favicon.ico')).status).toBe(204);
});
