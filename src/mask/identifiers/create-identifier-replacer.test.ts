import { describe, expect, it } from 'vitest';
import { ByteSink } from '../byte-sink.ts';
import type { Masking } from '../masking.ts';
import { identifiers, type IdentifierName } from '../../recognise/index.ts';
import { randomNumbers, validValues } from '../../recognise/identifiers/random-values.fixture.ts';
import { passingVectors } from '../../recognise/identifiers/vectors.fixture.ts';
import { createBirthMonths } from '../values/birth-months.ts';
import { createIdentifierReplacer } from './create-identifier-replacer.ts';
import { layouts } from './layouts/index.ts';
import { maskingOf, normalForm, realNumbers } from './real-numbers.fixture.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const byName = identifiers.map((identifier) => [identifier.name, identifier] as const);
const none = realNumbers(new Set());
const wide = 400;
/** A million of each kind are bench/mask-identifiers.ts. */
const drawn = 2000;

/** What stands for each value, '' where it is none of the kind. `isPrepared`: told of together before. */
function masked(
  name: IdentifierName,
  masking: Masking,
  values: readonly string[],
  { isPrepared = true, room = wide } = {},
): string[] {
  const replacer = createIdentifierReplacer(name, masking);
  const bytes = encoder.encode(values.join(''));
  const starts = new Uint32Array(values.length);
  const ends = new Uint32Array(values.length);
  let at = 0;
  for (const [index, value] of values.entries()) {
    starts[index] = at;
    at += encoder.encode(value).length;
    ends[index] = at;
  }
  if (isPrepared) replacer.prepare!({ bytes, starts, ends, count: values.length });
  const out = new ByteSink();
  return values.map((_, index) => {
    out.clear();
    const isMasked = replacer.replace(bytes, starts[index]!, ends[index]!, out, room);
    return isMasked ? decoder.decode(out.bytes.subarray(0, out.length)) : '';
  });
}

/** Different numbers of a kind: drawn ones, and of documents, which are never drawn, the vectors. */
function valuesOf(name: IdentifierName, count: number): string[] {
  const identifier = identifiers.find((each) => each.name === name)!;
  const drawn = [...validValues(identifier, count, randomNumbers(8)), ...passingVectors(name)];
  return [...new Map(drawn.map((value) => [normalForm(identifier, value), value])).values()];
}

function kindOf(name: IdentifierName, value: string): string {
  const { kind, kinds } = identifiers.find((each) => each.name === name)!;
  const bytes = encoder.encode(value);
  return kinds[kind(bytes, 0, bytes.length) - 1] ?? '';
}

const isOfTests = (kind: string): boolean => kind.endsWith(', test');

describe('thousands of numbers of a kind become as many others of the same kind, none itself', () => {
  it.each(byName)('%s', (name, identifier) => {
    const values = valuesOf(name, drawn);
    const images = masked(name, maskingOf(none), values);
    const wrong: unknown[] = [];
    const seen = new Set<string>();
    for (const [index, image] of images.entries()) {
      const value = values[index]!;
      const kind = kindOf(name, value);
      const imageKind = kindOf(name, image);
      // published numbers are few: what stands for one is as any
      const isOther = imageKind !== kind && (imageKind === '' || isOfTests(kind) === isOfTests(imageKind));
      const normal = normalForm(identifier, image);
      if (isOther || normal === normalForm(identifier, value)) wrong.push([value, image]);
      seen.add(normal);
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBe(values.length);
  });
});

describe('where what stands for a number is somebody’s, another number does', () => {
  it.each(byName)('%s', (name, identifier) => {
    const values = valuesOf(name, 90);
    const source = new Map(values.map((value) => [normalForm(identifier, value), value]));
    // twice: what stands for a third of them becomes real, too
    for (let round = 0; round < 2; round++) {
      const known = [...source.values()];
      const images = masked(name, maskingOf(none), known);
      for (let index = 0; index < known.length; index += 3) {
        source.set(normalForm(identifier, images[index]!), images[index]!);
      }
    }
    const numbers = new Set(source.keys());
    if (name === 'siret') for (const number of source.keys()) numbers.add(number.slice(0, 9));
    const masking = maskingOf(realNumbers(numbers));
    const images = masked(name, masking, [...source.values()]);
    const normals = images.map((image) => normalForm(identifier, image));
    expect(new Set(normals).size).toBe(source.size);
    expect(normals.filter((normal) => numbers.has(normal))).toEqual([]);
    // the firm of an establishment stood aside before
    const least = name === 'siret' ? 0 : 1;
    expect(masking.images.stoodAside).toBeGreaterThanOrEqual(least);
    const again = masked(name, maskingOf(realNumbers(numbers)), [...source.values()], { isPrepared: false });
    expect(again).toEqual(images);
  });
});

it('another key gives other numbers', () => {
  for (const { name } of identifiers) {
    const values = valuesOf(name, 200);
    const ones = masked(name, maskingOf(none, 1), values);
    const others = masked(name, maskingOf(none, 2), values);
    const same = ones.filter((one, index) => one === others[index]);
    expect([name, same.length <= values.length / 50]).toEqual([name, true]);
  }
});

it('numbers are written as the real ones were: separators, small letters, zeros left out', () => {
  const written = [
    ['nir', '2 55 08 14 168 025 38', /^2 \d\d \d\d \d[\dAB] \d{3} \d{3} \d\d$/],
    ['nir', '255081416802538', /^2\d{4}\d[\dAB]\d{8}$/],
    ['iban', 'FR76 3000 6000 0112 3456 7890 189', /^FR\d\d(?: \d{4}){5} \d{3}$/],
    ['iban', 'IBAN: de89370400440532013000', /^IBAN: de\d{20}$/],
    ['siret', '732 829 320 00074', /^\d{3} \d{3} \d{3} \d{5}$/],
    ['rodneCislo', '710319/2745', /^\d{6}\/\d{4}$/],
    ['personnummer', '19811228-9874', /^19\d{6}-\d{4}$/],
    ['personnummer', '121212+1212', /^\d{6}\+\d{4}$/],
    ['hetu', '131052-308t', /^\d{6}-\d{3}[\da-y]$/],
    ['malteseId', '12345M', /^\d{5,7}M$/],
    ['bsn', '10464554', /^\d{8,9}$/],
    ['dni', '54.362.315-k', /^\d\d\.\d{3}\.\d{3}-[a-z]$/],
    ['nif', 'PT 501 964 843', /^PT \d{3} \d{3} \d{3}$/],
    ['passportMrz', passingVectors('passportMrz')[1]!, /^P<UTO[A-Z<]{39}\n[A-Z\d<]{44}$/],
  ] as const;
  for (const [name, value, shape] of written) {
    const [image] = masked(name, maskingOf(none), [value]);
    expect(image).toMatch(shape);
    expect(image).not.toBe(value);
  }
});

it('sex, country, bank issuer and what a number is of stay', () => {
  const kept = [
    ['nir', '184127645108946', 0, 1],
    ['iban', 'NL91ABNA0417164300', 0, 2],
    ['card', '4539578763621486', 0, 6],
    ['nhs', '9990000018', 0, 3],
    ['nino', 'QQ123456C', 0, 2],
  ] as const;
  for (const [name, value, from, to] of kept) {
    const [image] = masked(name, maskingOf(none), [value]);
    expect([name, image!.slice(from, to)]).toEqual([name, value.slice(from, to)]);
  }
});

it('the sex that a number tells stays, and its date of birth becomes what dates of birth become', () => {
  const masking = maskingOf(none);
  const months = createBirthMonths(masking.keys);
  for (const { name, decode, ...identifier } of identifiers) {
    if (decode === undefined) continue;
    // a few orders go on to another date, where dates do not all have as many
    let others = 0;
    const values = valuesOf(name, 500);
    const images = masked(name, masking, values);
    for (const [index, value] of values.entries()) {
      const real = decode(normalForm({ name, decode, ...identifier }, value));
      const mask = decode(normalForm({ name, decode, ...identifier }, images[index]!));
      expect([name, value, mask.sex]).toEqual([name, value, real.sex]);
      const year = real.birthYear ?? real.birthYearOfCentury;
      // what would be after 2050, the last year of all numbers, goes on to another date
      if (year === undefined || year > 2048 || real.birthMonth === undefined) continue;
      const { month } = months.maskMonth(year, real.birthMonth);
      const day =
        real.birthDay === undefined ? undefined : months.maskDay(year, real.birthMonth, real.birthDay);
      if (mask.birthMonth !== month || mask.birthDay !== day) others++;
    }
    expect([name, others <= (layouts[name].ordersOf === undefined ? 2 : 60)]).toEqual([name, true]);
  }
});

it('a NIR without its key becomes the beginning of what it becomes with it, and a key apart is made anew', () => {
  const whole = valuesOf('nir', 300)
    .map((value) => value.replaceAll(/[^\dAB]/gi, '').toUpperCase())
    .filter((value) => value.length === 15);
  const images = masked('nir', maskingOf(none), whole);
  const bodies = whole.map((value) => value.slice(0, 13));
  expect(masked('nir', maskingOf(none), bodies)).toEqual(images.map((image) => image.slice(0, 13)));
  expect(new Set(images.map((image) => kindOf('nir', image)))).toEqual(
    new Set(whole.map((value) => kindOf('nir', value))),
  );
  for (const between of [' clé ', ' / ', ' (', ', cle: ']) {
    const apart = whole.map((value, index) => `${bodies[index]}${between}${value.slice(13)}`);
    const expected = images.map((image) => `${image.slice(0, 13)}${between}${image.slice(13)}`);
    expect(masked('nir', maskingOf(none), apart)).toEqual(expected);
  }
  expect(masked('nir', maskingOf(none), ['2 95 10 99 126 111 clé 94'])).toEqual(['']);
});

it('the firm of an establishment becomes what the firm becomes', () => {
  const sirens = valuesOf('siren', 300).map((siren) => siren.replaceAll(/\D/g, ''));
  const sirets = valuesOf('siret', 300).map((siret) => siret.replaceAll(/\D/g, ''));
  const firms = [...new Set([...sirens, ...sirets.map((siret) => siret.slice(0, 9))])];
  const real = realNumbers(new Set([...firms, ...sirets]));
  const images = new Map(
    masked('siren', maskingOf(real), firms).map((image, index) => [firms[index]!, image]),
  );
  for (const [index, image] of masked('siret', maskingOf(real), sirets).entries()) {
    const firm = sirets[index]!.slice(0, 9);
    expect(image.slice(0, 9)).toBe(firm === '356000000' ? firm : images.get(firm));
  }
});

it('what is no number of the kind, or finds no room, is left to others', () => {
  expect(masked('nir', maskingOf(none), ['255081416802539', 'unknown', ''])).toEqual(['', '', '']);
  expect(masked('siren', maskingOf(none), ['732 829 320'], { room: 10 })).toEqual(['']);
  expect(masked('siren', maskingOf(none), ['732 829 320'], { room: 11 })[0]).toHaveLength(11);
});

it('no number becomes the digits of a real telephone', () => {
  const values = valuesOf('siren', 500).map((siren) => siren.replaceAll(/\D/g, ''));
  const phones = new Set(masked('siren', maskingOf(none), values).filter((_, index) => index % 2 === 0));
  const images = masked('siren', maskingOf(realNumbers(new Set(values), phones)), values);
  expect(images.filter((image) => phones.has(image))).toEqual([]);
  expect(new Set(images).size).toBe(values.length);
});

it('a personnummer of the first month that there can be one of stays one', () => {
  const identifier = identifiers.find(({ name }) => name === 'personnummer')!;
  const isValid = (value: string) => identifier.kind(Buffer.from(value), 0, value.length) > 0;
  const first = Array.from({ length: 4000 }, (_, index) => `1850020${(index % 9) + 1}${1000 + index}`).filter(
    isValid,
  );
  expect(first.length).toBeGreaterThan(100);
  expect(masked('personnummer', maskingOf(none), first).filter((image) => !isValid(image))).toEqual([]);
});
