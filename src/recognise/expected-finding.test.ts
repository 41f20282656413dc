import { expect, test } from 'vitest';
import { expectedFindings } from './expected-finding.ts';

test('a telling name says what an empty column will hold, other names say nothing', () => {
  const names = ['DATE_DECES', 'DATE_NAISSANCE', 'email', 'MOIS_INSCRIPTION', 'status', null, 'order_id'];
  expect(expectedFindings(names).map((found) => found?.class ?? null)).toEqual([
    'Deceased date',
    'Dates of birth',
    null,
    null,
    null,
    null,
    null,
  ]);
});
