// Logging in, asked for with what is no form and no answer: refused, and no fault of ours.
import { expect, test } from 'vitest';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

const form = 'application/x-www-form-urlencoded';

test.each([
  ['passkey', 'application/json', 'null', 403],
  ['passkey', 'application/json', '{', 403],
  ['passkey', 'application/json', '{"response":null}', 403],
  ['passkey', 'application/json', '{"response":{"id":5,"response":{"clientDataJSON":[1]}}}', 403],
  ['passkey', 'application/json', '{"response":{"response":{"clientDataJSON":{"length":-1}}}}', 403],
  ['', 'multipart/form-data', '--x\r\nbad', 400],
  ['', 'multipart/form-data; boundary=x', '--x\r\nbad', 400],
  ['', form, 'name=a&name=b&secret[]=c&code=%zz', 403],
  ['', form, '', 403],
])('log-in %s with %s and %s is %i', async (way, type, body, status) => {
  await using context = await testContext();
  const answer = await createApp(context).request(`/operators/log-in${way && `/${way}`}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(context.logged).toEqual([]);
});

test.each([
  ['en', 'Logging in sets one'],
  ['fr', 'La connexion en dépose un'],
])('the page to log in says when a cookie is set: %s', async (lang, words) => {
  await using context = await testContext();
  const answer = await createApp(context).request(`/operators/log-in?lang=${lang}`);
  expect(answer.headers.get('set-cookie')).toBeNull();
  const page = await answer.text();
  expect(page).toContain(words);
  expect(page).not.toMatch(/This site sets no cookies|Ce site ne dépose aucun cookie/u);
});
