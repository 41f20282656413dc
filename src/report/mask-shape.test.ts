import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskShape } from './mask-shape.ts';

describe('a masked value', () => {
  it('keeps the shape of an address and its ending', () => {
    expect(maskShape('john.smith@gmail.com')).toBe('j•••@g••••.com');
    expect(maskShape('  Élodie@mail.example.co.uk ')).toBe('É•••@m••••.uk');
    expect(maskShape('a@b.FR')).toBe('a•••@b••••.fr');
  });

  it('does not take a whole name for an ending', () => {
    expect(maskShape('info@localhost')).toBe('i•••@l••••');
    expect(maskShape('a@b.bnpdupont')).toBe('a•••@b••••');
    expect(maskShape('a@b.xn--p1ai')).toBe('a•••@b••••');
    expect(maskShape('a@.com')).toBe('a•••@.••••');
  });

  it('keeps two digits of a telephone number', () => {
    expect(maskShape('06 39 98 12 34')).toBe('06•• •• •• ••');
    expect(maskShape('0639981234')).toBe('06•• •• •• ••');
    expect(maskShape('+44 7700 900123')).toBe('+44•• •• •• ••');
    expect(maskShape('(020) 7946 0123')).toBe('02•• •• •• ••');
  });

  it('keeps one character of anything else', () => {
    expect(maskShape('Jean Dupont')).toBe('J•••••');
    expect(maskShape('1985')).toBe('1•••••');
    expect(maskShape('203.0.113.700')).toBe('2•••••');
    expect(maskShape('2001:db8::7')).toBe('2•••••');
    expect(maskShape('𝒳yz')).toBe('𝒳•••••');
    expect(maskShape('\x1b[31m')).toBe('••••••');
    expect(maskShape(' ')).toBe('');
  });

  it('keeps the century of a date and the first part of an IPv4 address', () => {
    expect(maskShape('1985-03-09')).toBe('19••-••-••');
    expect(maskShape('2004-12-31 23:59:59')).toBe('20••-••-••');
    expect(maskShape('1985/3/9')).toBe('19••-••-••');
    expect(maskShape('09/03/1985')).toBe('19••-••-••');
    expect(maskShape('203.0.113.7')).toBe('203.•••.•••.•••');
    expect(maskShape('192.0.2.255')).toBe('192.•••.•••.•••');
  });

  it('is as long for a long value as for a short one', () => {
    expect(maskShape(`${'j'.repeat(60)}@${'g'.repeat(200)}.com`)).toBe(maskShape('j@g.com'));
    expect(maskShape('J')).toBe(maskShape('J'.repeat(4000)));
    expect(maskShape('06399812')).toBe(maskShape('06 39 98 12 34 56'));
  });

  it('never shows three characters in a row of the value, but for an ending', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.string({ unit: 'binary' })), (value) => {
        const masked = maskShape(value).replace(/\.[a-z]{2,6}$/, '');
        expect(masked.match(/[^•@ ]{4,}/)).toBeNull();
        expect([...masked.replace(/[•@ ]/g, '')].length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 1000 },
    );
  });
});
