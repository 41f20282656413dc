import { describe, expect, it } from 'vitest';
import { ibanKind, normaliseIban } from './iban.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function isIban(text: string): boolean {
  const bytes = encoder.encode(text);
  return ibanKind(bytes, 0, bytes.length) === 1;
}

describe('bank accounts', () => {
  it.each([
    'GB82 WEST 1234 5698 7654 32',
    'FR14 2004 1010 0505 0001 3M02 606',
    'fr1420041010050500013m02606',
    'IBAN: DE89 3704 0044 0532 0130 00',
    'DE89.3704.0044.0532.0130.00',
    'BE68539007547034',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
    'GR16 0110 1050 0000 1054 7023 795',
    'NL91\u00A0ABNA\u00A00417\u00A01643\u00A000',
    'CH93 0076 2011 6238 5295 7',
    'ES91 2100 0418 4502 0005 1332',
    'IT60 X054 2811 1010 0000 0123 456',
  ])('%s is one', (text) => {
    expect(isIban(text)).toBe(true);
  });

  it.each([
    'GB82WEST12345698765433',
    'FR1420041010050500013M0260',
    'FR1420041010050500013M02607',
    'DE8937040044053201300A',
    'XX89370400440532013000',
    'DE89370400440532013000 and more',
    '89370400440532013000',
    '',
    'IBAN',
    'n/a',
  ])('%j is none', (text) => {
    expect(isIban(text)).toBe(false);
  });

  it('a change of two digits that agrees with the check digits of the account is caught by those of the bank', () => {
    let passed = 0;
    for (let tail = 0; tail < 10_000; tail++)
      if (isIban(`FR142004101005050001300${String(tail).padStart(4, '0')}`)) passed++;
    expect(passed).toBeLessThanOrEqual(3);
  });

  it('spellings share a form', () => {
    const bytes = encoder.encode(' iban: fr14 2004 1010 0505 0001 3m02 606 ');
    const out = new Uint8Array(34);
    expect(decoder.decode(out.subarray(0, normaliseIban(bytes, 0, bytes.length, out)))).toBe(
      'FR1420041010050500013M02606',
    );
  });
});
