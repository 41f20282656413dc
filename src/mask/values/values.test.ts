import { describe, expect, it } from 'vitest';

import { dateValue, normalisePhone } from '../../recognise/index.ts';
import { type IsReal, mask, maskingOf } from '../mask-value.fixture.ts';

describe('telephone numbers', () => {
  const spellings = [
    '06 12 34 56 78',
    '+33 6 12 34 56 78',
    '0033612345678',
    '+33 (0)6.12.34.56.78',
    '612345678',
  ];

  it('are of the range for fiction, the same in all spellings', () => {
    const keys = spellings.map((spelling) => {
      const out = new Uint8Array(16);
      const bytes = Buffer.from(mask('phone', spelling));
      return Buffer.from(out.subarray(0, normalisePhone(bytes, 0, bytes.length, out))).toString();
    });
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^63998\d{4}$/);
    expect(mask('phone', '+33 (0)6.12.34.56.78')).toMatch(/^\+33 \(0\)6\.39\.98\.\d\d\.\d\d$/);
    expect(mask('phone', '01 22 33 44 55')).toMatch(/^01 99 00 \d\d \d\d$/);
    expect(mask('phone', '07700 900123')).toMatch(/^07700 900\d{3}$/);
    expect(mask('phone', '(212) 555-0123')).toMatch(/^\(\d{3}\) 555-01\d\d$/);
  });

  it('that are all real give way to numbers that cannot be dialled', () => {
    const isReal: IsReal = (sort, value) =>
      sort === 'phone' && !/^(?:\+999|000|999)/.test(value.replaceAll(' ', ''));
    const masking = maskingOf(7, isReal);
    expect(mask('phone', '06 39 98 12 34', { masking })).toMatch(/^00 0\d \d\d \d\d \d\d$/);
    expect(mask('phone', '+33639981234', { masking })).toMatch(/^\+999\d{9}$/);
    expect(mask('phone', '639981234', { masking })).toMatch(/^999\d{6}$/);
  });

  it('are each replaced where a cell has several', () => {
    const [mobile, home] = [mask('phone', '06 12 34 56 78'), mask('phone', '01 22 33 44 55')];
    expect(mask('phone', '06 12 34 56 78 / 01 22 33 44 55')).toBe(`${mobile} / ${home}`);
  });

  it('with a stroke or a comma between their digits are one number', () => {
    const digits = mask('phone', '0612345107').match(/\d\d/g)!;
    expect(mask('phone', '06/12/34/51/07')).toBe(digits.join('/'));
    expect(mask('phone', '06,12,34,51,07')).toBe(digits.join(','));
    const home = mask('phone', '01 22 33 44 55');
    const both = `${digits.join('/')} / ${home}`;
    expect(mask('phone', '06/12/34/51/07 / 01 22 33 44 55')).toBe(both);
    expect(mask('phone', '06/12/34/51/07/01 22 33 44 55')).toBe(both.replace(' / ', '/'));
  });

  it('of unique columns do not meet, nor any real one, with room and without', () => {
    const isReal: IsReal = (sort, value) => sort === 'phone' && Number(value.slice(-3)) % 10 === 0;
    const masking = maskingOf(7, isReal);
    for (const room of [10, 30]) {
      const seen = new Set<string>();
      for (let index = 0; index < 20_000; index++) {
        const masked = mask('phone', `06${39_980_000 + index * 7}`, { masking, isUnique: true, room });
        expect(Number(masked.slice(-3)) % 10).not.toBe(0);
        seen.add(masked);
      }
      expect(seen.size).toBe(20_000);
    }
  });
});

describe('dates', () => {
  it('of birth agree in all notations', () => {
    const value = (text: string): number => dateValue(Buffer.from(text), 0, text.length);
    const masked = value(mask('birth-date', '1985-03-09'));
    expect(masked).toBeGreaterThan(19840101);
    for (const text of ['09/03/1985', '9.3.1985', '19850309', '09031985', '1985-03-09 00:00:00', '9/03/1985'])
      expect(value(mask('birth-date', text))).toBe(masked);
    const seconds = Number(mask('birth-date', '479174400'));
    expect(new Date(seconds * 1000).toISOString().slice(0, 10).replaceAll('-', '')).toBe(String(masked));
  });

  it('move by one to thirty days, and keep their notation, their midnight and their zone', () => {
    const day = (text: string): number => Date.parse(text.slice(0, 10)) / 86_400_000;
    for (let month = 1; month <= 12; month++) {
      const text = `2016-${String(month).padStart(2, '0')}-28 00:00:00`;
      const moved = Math.abs(day(mask('date', text)) - day(text));
      expect(moved).toBeGreaterThan(0);
      expect(moved).toBeLessThanOrEqual(30);
      expect(mask('date', text).endsWith(' 00:00:00')).toBe(true);
    }
    expect(mask('date', '2016-03-09T12:33:21.123+02:00')).toMatch(
      /^2016-0\d-\d\dT12:\d\d:\d\d\.\d{3}\+02:00$/,
    );
  });

  it('whose month is a word keep their language and form, and agree with figures', () => {
    const figures = mask('birth-date', '1985-03-09');
    const [year, month, day] = figures.split('-').map(Number);
    const named = (language: string, form: 'long' | 'short'): string =>
      new Date(Date.UTC(year!, month! - 1, 1)).toLocaleDateString(language, { month: form, timeZone: 'UTC' });
    expect(mask('birth-date', '9 mars 1985')).toBe(`${day} ${named('fr', 'long')} ${year}`);
    expect(mask('birth-date', '9. März 1985')).toBe(`${day}. ${named('de', 'long')} ${year}`);
    expect(mask('birth-date', '9 MARS 1985')).toBe(`${day} ${named('fr', 'long').toUpperCase()} ${year}`);
    expect(mask('birth-date', 'March 9th, 1985')).toMatch(
      new RegExp(`^${named('en', 'long')} ${day}(?:st|nd|rd|th), ${year}$`),
    );
  });

  it('that are nobody’s stay', () => {
    expect(mask('birth-date', '0000-00-00')).toBe('0000-00-00');
    expect(mask('date', '9999-12-31 23:59:59')).toBe('9999-12-31 23:59:59');
  });
});

describe('shapes', () => {
  it('are permuted: every value of a small one is met once, none by itself', () => {
    for (const [from, count, pad] of [
      [0, 10, 1],
      [10, 90, 2],
      [100, 900, 3],
    ] as const) {
      const seen = new Set<string>();
      for (let number = from; number < from + count; number++) {
        const value = String(number).padStart(pad, '0');
        expect(mask('shape', value)).toMatch(/^\d+$/);
        expect(mask('shape', value)).not.toBe(value);
        seen.add(mask('shape', value));
      }
      expect(seen.size).toBe(count);
    }
  });

  it('keep signs, case, and that a number has no leading zero', () => {
    expect(mask('shape', 'AB-12 cd/é')).toMatch(/^[A-Z]{2}-\d\d [a-z]{2}\/[à-ö]$/);
    for (let number = 1000; number < 1200; number++)
      expect(mask('shape', String(number))).toMatch(/^[1-9]\d{3}$/);
  });
});

describe('passwords and tokens', () => {
  it('keep scheme, cost and length', () => {
    const bcrypt = '$2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234';
    expect(mask('password', bcrypt)).toMatch(/^\$2y\$10\$[./A-Za-z0-9]{53}$/);
    expect(mask('password', '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaGhhc2g')).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=4\$[./\w]{11}\$[./\w]{11}$/,
    );
    const django = 'pbkdf2_sha256$150000$salt$aGFzaGhhc2g=';
    expect(mask('password', django)).toMatch(/^pbkdf2_sha256\$150000\$[./\w]{4}\$[./\w]{11}=$/);
    expect(mask('password', django)).not.toContain('aGFzaGhhc2g');
    expect(mask('password', 'd41d8cd98f00b204e9800998ecf8427e')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('of UUIDs stay UUIDs of their version', () => {
    expect(mask('token', '4f3c2b1a-1234-4abc-9def-0123456789ab')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
