import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseName } from './names.ts';
import { isOrganisationName } from './organisation-name.ts';

function isOrganisation(name: string): boolean {
  const bytes = Buffer.from(name);
  const normal = new Uint8Array(bytes.length * 3);
  return isOrganisationName(normal, 0, normaliseName(bytes, 0, bytes.length, normal));
}

test.each([
  'Boulangerie Aldermoor SARL',
  'SARL Les Trois Chênes',
  'Birchmere GmbH',
  'Coldwick & Sons Ltd.',
  'Mairie de Dunhollow',
  'Association des amis du lac',
  'Ayuntamiento de Elmsgarth',
  'Stichting Waterland',
  'Université de Fernbrook',
])('%s is an organisation', (name) => {
  expect(isOrganisation(name)).toBe(true);
});

test.each([
  'Anna Aldermoor',
  'Maria de Sá',
  'Limited',
  'Inc',
  'Mairie',
  'Marie Mairie',
  'Jean-Marie Ltdson',
  'Élise Saint-Gilles',
  'Sas Karel',
  '李小龙',
  '',
])('%s is a person, or nothing', (name) => {
  expect(isOrganisation(name)).toBe(false);
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(typeof isOrganisationName(bytes, 0, bytes.length)).toBe('boolean');
    }),
  );
});
