// What a notice says of when a breach was: a day by which it had happened is never told as the day of it.
import { expect, test } from 'vitest';
import type { MailedBreach, MailOrder } from '../../register/index.ts';
import { englishMail } from './english-mails.ts';
import { frenchMail } from './french-mails.ts';

const breach: MailedBreach = {
  name: 'Alder',
  title: 'Alder',
  domain: '',
  breachDate: '2026-01-31',
  pwnCount: 2,
  controllers: [],
  isSensitive: false,
};
const places = {
  link: 'https://tocsin.example/l',
  home: 'https://tocsin.example',
  unsubscribe: 'https://tocsin.example/u',
  contact: null,
};

test.each([
  ['en', englishMail, 'when: 31 January 2026', 'known since: 31 January 2026 at the latest'],
  ['fr', frenchMail, 'quand : 31 janvier 2026', 'connue : depuis le 31 janvier 2026 au plus tard'],
] as const)(
  'the date of a breach is told as surely as it is known, in %s',
  (language, write, known, latest) => {
    const told = (more: Partial<MailedBreach>): string => {
      const order: MailOrder = {
        mail: 'domain-report',
        to: 'anna@example.org',
        language,
        domain: 'example.org',
        count: 1,
        breach: { ...breach, ...more },
      };
      return JSON.stringify(write(order, places)).replaceAll(/[\u00a0\u202f]/gu, ' ');
    };
    for (const text of [told({}), told({ isDateKnown: true })]) {
      expect(text).toContain(known);
      expect(text).not.toContain(latest);
    }
    expect(told({ isDateKnown: false })).toContain(latest);
    expect(told({ isDateKnown: false })).not.toContain(known);
  },
);
