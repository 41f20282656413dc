import { describe, expect, it } from 'vitest';
import { cardRanges, testCards } from '../lexicon/card-ranges.ts';
import { card } from './card.ts';

const encoder = new TextEncoder();

function kindOf(text: string): string | undefined {
  const bytes = encoder.encode(text);
  return card.kinds[card.kind(bytes, 0, bytes.length) - 1];
}

/** With the check digit that Luhn gives. */
function withCheck(body: string): string {
  for (let digit = 0; digit < 10; digit++) {
    const sum = [...`${body}${digit}`].toReversed().reduce((total, one, at) => {
      const value = Number(one) * (at % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return `${body}${digit}`;
  }
  throw new Error('no check digit');
}

describe('payment cards', () => {
  it.each(testCards.trim().split(/\s+/))('%s, published for tests, is told apart', (number) => {
    expect(kindOf(number)).toBe('payment card number, test');
  });

  it('every range of the table is read with each of its lengths', () => {
    for (const line of cardRanges.trim().split('\n')) {
      const [range, ...lengths] = line.split(' ') as [string, ...string[]];
      for (const length of lengths) {
        const number = withCheck(`${range.slice(0, 4)}718293604518273645`.slice(0, Number(length) - 1));
        expect([number, kindOf(number)]).toEqual([number, 'payment card number']);
      }
    }
  });

  it('numbers of no network, of a wrong length or with an even pattern are none', () => {
    expect(kindOf(withCheck('171829360451827'))).toBeUndefined();
    expect(kindOf(withCheck('471829360451'))).toBe('payment card number');
    expect(kindOf(withCheck('4718293604518'))).toBeUndefined();
    expect(kindOf(withCheck('400000000000014'))).toBeUndefined();
    expect(kindOf(withCheck('455554444455541'))).toBeUndefined();
  });

  it('American Express is grouped 4-6-5, others by fours', () => {
    const long = withCheck('37182936045182');
    expect(kindOf(`${long.slice(0, 4)} ${long.slice(4, 10)} ${long.slice(10)}`)).toBe('payment card number');
    const visa = withCheck('471829360451827');
    expect(kindOf(`${visa.slice(0, 4)} ${visa.slice(4, 10)} ${visa.slice(10)}`)).toBeUndefined();
  });
});
