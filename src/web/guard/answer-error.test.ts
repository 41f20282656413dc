import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { TocsinError } from '../../base/index.ts';
import { answerError, dataError } from './answer-error.ts';

const settings = { contact: 'privacy@example.org' };

const answered = async (error: Error, path: string) => {
  const logged: string[] = [];
  const app = new Hono();
  app.onError((thrown, c) => answerError({ settings, log: (line) => void logged.push(line) }, thrown, c));
  app.get('*', () => {
    throw error;
  });
  const answer = await app.request(path, { headers: { 'accept-language': 'fr-FR, en;q=0.5' } });
  return {
    status: answer.status,
    retry: answer.headers.get('retry-after'),
    text: await answer.text(),
    logged,
  };
};

test.each(['REGISTER_UNREACHABLE', 'REGISTER_BUSY', 'REGISTER_FULL', 'HOME_NOT_WRITABLE'] as const)(
  '%s is told as 503 with a moment to come back, and nothing is logged',
  async (code) => {
    const error = new TocsinError(code, 'a secret place');
    for (const path of ['/api/v3/breaches', '/']) {
      const { status, retry, text, logged } = await answered(error, path);
      expect({ status, retry, logged }).toEqual({ status: 503, retry: '5', logged: [] });
      expect(text).not.toContain('secret');
    }
    expect(dataError({ log: () => {} }, error)).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '5' },
    });
  },
);

test('a connection that the driver lost is told the same way', async () => {
  const error = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' });
  expect((await answered(error, '/')).status).toBe(503);
});

test('a fault is told without its words, to the asker and to the operator', async () => {
  const { status, text, logged } = await answered(new RangeError('somebody@example.org'), '/');
  expect(status).toBe(500);
  expect(text).toContain('Cela n');
  expect(text).toContain('privacy@example.org');
  expect(`${text}${logged.join('')}`).not.toContain('somebody');
  expect(logged[0]).toMatch(/^fault: RangeError at src\/web\/guard\/answer-error\.test\.ts:\d+$/u);
});
