import { expect, test } from 'vitest';
import { parseSmtpUrl } from './smtp-url.ts';

test.each([
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, requireTLS: false, auth: null }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTLS: false, auth: null }],
  ['smtp://mail.example?tls=required', { requireTLS: true }],
  ['smtps://u%40v:p%3Aw@[::1]', { host: '::1', port: 465, secure: true, auth: { user: 'u@v', pass: 'p:w' } }],
  ['smtp://u:p@mail.example', { requireTLS: true }],
  ['smtp://u:p@127.0.0.1:1025', { requireTLS: false }],
])('%s is a mail server', (url, expected) => {
  expect(parseSmtpUrl(url)).toMatchObject(expected);
});

test.each([
  '',
  'mail.example',
  'http://mail.example',
  'smtp://',
  'smtp://u:%ZZ@mail.example',
  'smtp://u:secret@h:x',
])('what is none is refused without being repeated: %s', (url) => {
  expect(() => parseSmtpUrl(url)).toThrow(/^(?!.*secret)/u);
  expect(() => parseSmtpUrl(url)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
