import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { dataClasses } from '../data-class.ts';
import { identifierNames, isOrganisationKind, isTestKind, type IdentifierName } from './identifier.ts';
import { identifiers } from './index.ts';
import { vectors } from './vectors.fixture.ts';

const encoder = new TextEncoder();

function kindOf(name: IdentifierName, text: string): number {
  const bytes = encoder.encode(text);
  return identifierNamed(name).kind(bytes, 0, bytes.length);
}

function identifierNamed(name: string) {
  const found = identifiers.find((identifier) => identifier.name === name);
  if (found === undefined) throw new Error(`no identifier ${name}`);
  return found;
}

describe('the registry', () => {
  it('holds each name once, in order', () => {
    expect(identifiers.map(({ name }) => name)).toEqual(identifierNames);
  });

  it.each(identifiers.map((identifier) => [identifier.name, identifier] as const))(
    '%s has a class of the list, its label as first kind and a chance that fits what it may claim',
    (_, { class: dataClass, kinds, label, chance, needsName, country }) => {
      expect(dataClasses).toContain(dataClass);
      expect(kinds[0]).toBe(label);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
      expect(needsName || chance < 0.12).toBe(true);
      expect(country ?? 'XX').toMatch(/^[A-Z]{2}$/);
    },
  );

  it('no label is used twice', () => {
    expect(new Set(identifiers.map(({ label }) => label)).size).toBe(identifiers.length);
  });

  it('kinds tell tests and organisations apart', () => {
    expect(['AHV number', 'AHV number, test'].map(isTestKind)).toEqual([false, true]);
    expect(['NIF', 'NIF, organisation'].map(isOrganisationKind)).toEqual([false, true]);
  });
});

const written = Object.entries(vectors).flatMap(([name, kinds]) =>
  kinds.flatMap((texts, kind) => texts.map((text) => [name as IdentifierName, text, kind] as const)),
);

it.each(written)('%s: %j is of kind %i', (name, text, kind) => {
  expect(kindOf(name, text)).toBe(kind);
  expect(kindOf(name, `  ${text}\t`)).toBe(kind);
});

const factsPath = fileURLToPath(new URL('../../../../shared/facts/id-vectors.json', import.meta.url));
/** The names that the vectors go by where they are not ours. */
const namesOfFacts: Readonly<Record<string, string>> = {
  steuerid: 'steuerId',
  benn: 'niss',
  cf: 'codiceFiscale',
  ptnif: 'nif',
  casin: 'sin',
  pnr: 'personnummer',
  fnr: 'fodselsnummer',
  mrzTD3: 'passportMrz',
};

test.runIf(existsSync(factsPath))('every vector beside the checkout', () => {
  const lists = JSON.parse(readFileSync(factsPath, 'utf8')) as Record<string, string[]>;
  for (const [name, list] of Object.entries(lists)) {
    const identifier = identifierNamed(namesOfFacts[name] ?? name);
    const passing = list.filter((text) => !text.startsWith('!'));
    const refused = list.filter((text) => text.startsWith('!')).map((text) => text.slice(1));
    const passes = (text: string): boolean => kindOf(identifier.name, text) > 0;
    expect([name, passing.filter(passes)]).toEqual([name, passing]);
    expect([name, refused.filter(passes)]).toEqual([name, []]);
  }
});
