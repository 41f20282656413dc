import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nirKind, nirKinds, normaliseNir } from './nir.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function kindOf(text: string): number {
  const bytes = encoder.encode(text);
  return nirKind(bytes, 0, bytes.length);
}

function normal(text: string): string {
  const bytes = encoder.encode(text);
  const out = new Uint8Array(15);
  return decoder.decode(out.subarray(0, normaliseNir(bytes, 0, bytes.length, out)));
}

/** The key as the register's own rule has it. */
function withKey(body: string): string {
  const number = BigInt(body.replace('2A', '19').replace('2B', '18'));
  return `${body}${String(97n - (number % 97n)).padStart(2, '0')}`;
}

describe('social security numbers of France', () => {
  it.each([
    '2 95 10 99 126 111 93',
    '253072B07300470',
    '253072A07300443',
    '253072a07300443',
    '255081416802538',
    '185057800604830',
    '168122A00401245',
    '168122B00401272',
    '199019741102328',
    '120319999999965',
    '185057800607897',
    '1.85.05.78.006.078.97',
    '1 85\u00A005\u202F78 006 078 / 97',
  ])('%s is one', (text) => {
    expect(nirKinds[kindOf(text) - 1]).toBe('NIR');
  });

  it.each(['799070099900154', '885030051234551'])('%s is one for a time', (text) => {
    expect(nirKinds[kindOf(text) - 1]).toBe('NIR, provisional');
  });

  it.each([
    '295109912611199',
    '253072C07300443',
    '015007595200110',
    '553131320166713',
    '2951099126111930',
    '29510991261119',
    '2951099126111x3',
    withKey('1851378006078'),
    withKey('1854578006078'),
    withKey('1850500006078'),
    withKey('1850578000078'),
    withKey('1850578006000'),
    '1A5057800607897',
    '',
    'n/a',
    '              ',
  ])('%j is none', (text) => {
    expect(kindOf(text)).toBe(0);
  });

  it('without its key a number is told apart', () => {
    expect(nirKinds[kindOf('1 85 05 78 006 078') - 1]).toBe('NIR, without key');
  });

  it('spellings with and without key, blanks and capitals share a form', () => {
    expect(
      ['2 53 07 2a 073 004 43', '253072A07300443', '253072A073004', '2.53.07.2A.073.004'].map(normal),
    ).toEqual(Array.from({ length: 4 }, () => '253072A073004'));
    expect(normal('295109912611199')).toBe('');
  });

  it('every number with its key is one, and with any digit changed none', () => {
    const body = fc
      .tuple(
        fc.constantFrom('1', '2'),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('01', '12', '20', '31', '42', '50', '99'),
        fc.constantFrom('01', '2A', '2B', '75', '97', '99'),
        fc.integer({ min: 1, max: 990 }),
        fc.integer({ min: 1, max: 999 }),
      )
      .map(
        ([sex, year, month, department, commune, order]) =>
          `${sex}${String(year).padStart(2, '0')}${month}${department}${String(commune).padStart(3, '0')}${String(order).padStart(3, '0')}`,
      );
    fc.assert(
      fc.property(body, fc.nat(14), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const whole = withKey(digits);
        expect(kindOf(whole)).toBe(1);
        const changed = whole[at]! > '9' ? 'Z' : (Number(whole[at]) + by) % 10;
        expect(kindOf(`${whole.slice(0, at)}${changed}${whole.slice(at + 1)}`)).toBe(0);
      }),
    );
  });

  it('one random number of 15 digits in two hundred passes', () => {
    let passed = 0;
    let state = 20_261_122;
    for (let round = 0; round < 50_000; round++) {
      let text = '';
      for (let index = 0; index < 15; index++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        text += Math.floor((state / 2 ** 32) * 10);
      }
      if (kindOf(text) > 0) passed++;
    }
    expect(passed / 50_000).toBeGreaterThan(0.003);
    expect(passed / 50_000).toBeLessThan(0.007);
  });
});
