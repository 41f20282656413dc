import { expect, test } from 'vitest';
import { chainText, parseVendorLink, vendorChain } from './vendor-chain.ts';

const links = ['product=MOVEit Transfer', 'controller = Pôle emploi', 'processor=Majorel'].map(
  parseVendorLink,
);

test('the chain goes from the controller to the product, in whatever order it was said', () => {
  expect(chainText(links)).toBe('Pôle emploi → Majorel → MOVEit Transfer');
});

test('those of the same part stand side by side, each once', () => {
  const banks = ['controller=ING', 'controller=Comdirect', 'controller=ING', 'processor=Majorel'];
  expect(chainText(banks.map(parseVendorLink))).toBe('ING, Comdirect → Majorel');
  expect(vendorChain([])).toEqual([]);
});

test.each([
  'Majorel',
  'vendor=Majorel',
  'processor=',
  'processor= ',
  `processor=${'x'.repeat(201)}`,
  'product=a\u0007',
])('%o is no part of a chain', (text) =>
  expect(() => parseVendorLink(text)).toThrow('--organisation is not a part of the chain'),
);
