import { expect, test } from 'vitest';

import { mask, maskingOf } from '../mask-value.fixture.ts';
import { realOf } from '../survivors/real-values.fixture.ts';

const firsts = 'Paul Anne Louis Claire Denis Marthe Victor Lucie Oscar Jade Simon Alice'.split(' ');
const masking = {
  ...maskingOf(7),
  real: realOf([
    ...firsts.map((first) => ['names', `${first}\tOrmessant`] as const),
    ['nir', '295109912611193'],
    ['phone', '06 12 34 51 07'],
  ]),
};

test('encoded words of mail headers stay ASCII, and say the masked name', () => {
  for (const first of firsts) {
    const name = mask('full-name', `${first} Ormessant`, { masking });
    const q = /^Subject: =\?UTF-8\?Q\?([!->@-~]+)\?= re: \d$/.exec(
      mask('text', `Subject: =?UTF-8?Q?${first}_Ormessant?= re: 1`, { masking }),
    )![1]!;
    const bytes = q
      .replaceAll('_', ' ')
      .replaceAll(/=(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    expect(Buffer.from(bytes, 'latin1').toString()).toBe(name);
    const other = mask('text', `=?iso-8859-1?q?Ch=E8re_${first}_Ormessant?=`, { masking });
    expect(other).toMatch(/^=\?iso-8859-1\?q\?Ch=E8re_[A-Za-z-]+_[A-Za-z]+\?=$/);
  }
});

test('the key of a NIR that stands apart in a text is made anew', () => {
  const whole = mask('nir', '295109912611193', { masking });
  for (const between of [' clé ', ' (']) {
    const masked = mask('text', `NIR 2 95 10 99 126 111${between}93, reçu`, { masking });
    expect(masked).toMatch(/^NIR .*, reçu$/);
    expect(masked.slice(4, -6).replaceAll(/[^\dAB]/g, '')).toBe(whole);
  }
});

test('a telephone with strokes between its digits becomes what it becomes without', () => {
  const digits = mask('phone', '0612345107', { masking });
  expect(mask('text', 'Tél. 06/12/34/51/07', { masking }).replaceAll(/\D/g, '')).toBe(digits);
});
