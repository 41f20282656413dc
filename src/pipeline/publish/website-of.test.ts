import { expect, test } from 'vitest';
import { websiteOf } from './website-of.ts';

test.each([
  ['https://www.netflix.example/login?next=%2F', 'netflix.example'],
  ['HTTP://Shop.Example:8443/', 'shop.example'],
  ['accounts.example/signin', 'accounts.example'],
  ['example.org', 'example.org'],
  ['https://someone:secret@mail.example/', 'mail.example'],
  ['https://example.org./', 'example.org'],
])('%s is of %s', (value, website) => {
  expect(websiteOf(value)).toBe(website);
});

test.each([
  '',
  'localhost',
  'http://192.0.2.7/',
  'http://[2001:db8::1]/',
  'android://x@com.example.app/',
  'two words.example',
  'https://',
])('%j names no website', (value) => {
  expect(websiteOf(value)).toBeNull();
});
