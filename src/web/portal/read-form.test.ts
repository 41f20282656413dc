import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { field, readForm } from './read-form.ts';

const encoded = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

async function read(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = encoded,
): Promise<string[][] | null> {
  let form: string[][] | null = null;
  const app = new Hono().post('/', async (c) => {
    const found = await readForm(c);
    form = found === null ? null : [...found];
    return c.text('');
  });
  await app.request('/', { method: 'POST', body, headers });
  return form;
}

test('every form that a browser sends is read as it was filled in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 5 }),
      async (fields) => {
        const body = new URLSearchParams(fields).toString();
        expect(await read(body)).toEqual([...new URLSearchParams(body)]);
      },
    ),
    { numRuns: 50 },
  );
});

test('other types, more bytes than a form has, and what is no UTF-8 are no form', async () => {
  expect(await read('a=b', { 'content-type': 'text/plain' })).toBeNull();
  expect(await read(`a=${'b'.repeat(9000)}`)).toBeNull();
  expect(await read('a=%c3%28')).toBeNull();
  expect(await read('a=%ed%a0%80')).toBeNull();
  expect(await read(Buffer.from([97, 61, 0xff]))).toBeNull();
  expect(await read(Buffer.from('a=b\0'))).toBeNull();
});

test('a body that never ends is left where it is too long', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1024;
      controller.enqueue(Buffer.alloc(1024, 'a'));
    },
  });
  const app = new Hono().post('/', async (c) => c.json(await readForm(c)));
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: endless,
    headers: encoded,
    duplex: 'half',
  });
  expect(await (await app.request(request)).json()).toBeNull();
  expect(given).toBeLessThan(64 * 1024);
});

test('a field has no control characters and no space around it', () => {
  expect(field(new URLSearchParams('a=+b%00%0d%0ac+'), 'a')).toBe('bc');
  expect(field(new URLSearchParams(''), 'a')).toBe('');
});
