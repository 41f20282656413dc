import { expect, test } from 'vitest';
import type { BreachModel, OptOuts } from '../../register/index.ts';
import type { Catalogue, PublishedBreach } from '../accounts/breach-catalogue.ts';
import { rangeAccounts } from './range-accounts.ts';

const breach = (number: number, Name: string, more: Partial<BreachModel> = {}, isRange = true) =>
  [number, { breach: number, isRange, model: { Name, IsSensitive: false, IsRetired: false, ...more } }] as [
    number,
    PublishedBreach,
  ];

const catalogue = {
  byNumber: new Map([
    breach(1, 'Birch'),
    breach(2, 'Alder'),
    breach(3, 'Clinic', { IsSensitive: true }),
    breach(4, 'Dogwood', { IsRetired: true }),
    breach(5, 'Elm', {}, false),
  ]),
} as unknown as Catalogue;

const nobodyHidden: Pick<OptOuts, 'size' | 'hidesSha1'> = { size: () => 0, hidesSha1: () => false };
const ask = (asker: 'public' | 'owner', optOuts = nobodyHidden) =>
  rangeAccounts(
    catalogue,
    optOuts as OptOuts,
    {
      prefix: 'ABCDEF',
      suffixes: [
        { suffix: '0'.repeat(34), breaches: [1, 2, 3] },
        { suffix: '1'.repeat(34), breaches: [3] },
        // one that loads, one that is retired, one that is not for ranges
        { suffix: '2'.repeat(34), breaches: [9, 4, 5] },
      ],
    },
    { asker },
  );

test('what is sensitive is for the owner, what is retired or not for ranges for nobody', () => {
  expect(ask('public')).toEqual([{ hashSuffix: '0'.repeat(34), websites: ['Alder', 'Birch'] }]);
  expect(ask('owner')).toEqual([
    { hashSuffix: '0'.repeat(34), websites: ['Alder', 'Birch', 'Clinic'] },
    { hashSuffix: '1'.repeat(34), websites: ['Clinic'] },
  ]);
});

test('whoever is hidden is left out by the whole SHA-1', () => {
  const hidden = Buffer.from(`ABCDEF${'0'.repeat(34)}`, 'hex');
  const optOuts = {
    size: () => 1,
    hidesSha1: (sha1: Uint8Array, _breach: number, asker: string) =>
      asker === 'public' && hidden.equals(sha1),
  };
  expect(ask('public', optOuts)).toEqual([]);
  expect(ask('owner', optOuts)).toHaveLength(2);
});
