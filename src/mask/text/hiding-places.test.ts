import { deflateSync, gzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from 'vitest';

import { ByteSink } from '../byte-sink.ts';
import { createMaskKeys } from '../cipher/mask-keys.ts';
import { createReplacer } from '../create-replacer.ts';
import type { Masking } from '../masking.ts';
import { mergeRealValues } from '../survivors/merge-real-values.ts';
import { openRealValues } from '../survivors/open-real-values.ts';
import { RealValuesGatherer } from '../survivors/real-values-gatherer.ts';
import { createSurvivorSearch, type SurvivorSearch } from '../survivors/survivor-search.ts';
import { createTextReplacer, type TextReplacer } from './create-text-replacer.ts';
import { maskFileName } from './mask-file-name.ts';

interface Person {
  first: string;
  last: string;
  email: string;
  phone: string;
  nir: string;
}

const count = 250;
const firsts = ['Hélène', 'Nora', 'Bastien', 'Jean-Luc', 'Anaïs', 'Zoé', 'Paul', 'Léa', 'Björn', 'Thomas'];
const middles = ['ver', 'quel', 'tré', 'gui', 'obra', 'lor', 'bel', 'cour', 'tan', 'mir'];
const endings = ['mont', 'don', 'sse', 'vane', 'ville', 'neau', 'rand', 'lier', 'quet', 'gny'];

function personOf(index: number): Person {
  const first = firsts[index % 10]!;
  const syllable = (place: number): number => Math.floor(index / 10 ** place) % 10;
  const stem = `${middles[syllable(0)]}${middles[syllable(1)]}${endings[syllable(2)]}`;
  const last = stem[0]!.toUpperCase() + stem.slice(1);
  const digits = String(index).padStart(4, '0');
  const body =
    `2${String(50 + (index % 40))}0475${String(100 + (index % 900))}${String(index % 1000).padStart(3, '0')}`.slice(
      0,
      13,
    );
  return {
    first,
    last,
    email: `${plain(first)}.${plain(last)}${index}@example.com`,
    phone: `0639 98 ${digits.slice(0, 2)} ${digits.slice(2)}`.replace('0639', '06 39'),
    nir: body + String(97 - Number(BigInt(body) % 97n)).padStart(2, '0'),
  };
}

const people = Array.from({ length: count }, (_, index) => personOf(index));

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

let text: TextReplacer;
let search: SurvivorSearch;

beforeAll(() => {
  const keys = createMaskKeys(new Uint8Array(32).fill(7));
  const gatherer = new RealValuesGatherer(keys);
  for (const { first, last, email, phone, nir } of people) {
    gather(gatherer, 'email', email);
    gather(gatherer, 'phone', phone);
    gather(gatherer, 'nir', nir);
    gather(gatherer, 'first-name', first);
    gather(gatherer, 'last-name', last);
    const row = bytesOf(`${first}${last}`);
    const middle = bytesOf(first).length;
    gatherer.gatherNames(row, 0, middle, middle, row.length);
  }
  const real = openRealValues(mergeRealValues([gatherer.take()]), keys);
  const masking: Masking = { keys, real, images: { stoodAside: 0 }, language: 'fr' };
  text = createTextReplacer(masking, (method) => createReplacer(method, masking));
  search = createSurvivorSearch(real, keys);
});

function gather(
  gatherer: RealValuesGatherer,
  method: 'email' | 'phone' | 'nir' | 'first-name' | 'last-name',
  value: string,
): void {
  const bytes = bytesOf(value);
  gatherer.gather(method, bytes, 0, bytes.length);
}

function bytesOf(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function masked(value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? bytesOf(value) : value;
  const out = new ByteSink();
  text.replaceText(bytes, 0, bytes.length, out);
  return out.take();
}

function survivors(bytes: Uint8Array): string[] {
  const found: string[] = [];
  search.search(bytes, 0, bytes.length, (sort, _start, _end, form) => void found.push(`${sort} ${form}`));
  return found;
}

const letter = ({ first, last, email, phone, nir }: Person): string =>
  `Madame, Monsieur,\nJe suis ${first} ${last}, NIR ${nir}.\nTél. : ${phone}\nmail ${email}\nCordialement,\n${first} ${last.toUpperCase()}`;
const serialized = (person: Person): string => {
  const string = (value: string): string => `s:${Buffer.byteLength(value)}:"${value}";`;
  return `a:3:{${string('id')}i:7;${string('who')}${string(`${person.first} ${person.last}`)}${string('note')}${string(letter(person))}}`;
};
const entities = (value: string): string =>
  value.replaceAll(/[^\w\s.,:@-]/g, (sign) => `&#${sign.codePointAt(0)};`);

const places: Record<string, (person: Person) => string | Uint8Array> = {
  'a letter': letter,
  'small letters': (person) => letter(person).toLowerCase(),
  'capitals without accents': (person) =>
    letter(person).normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase(),
  'accents of their own': (person) => letter(person).normalize('NFD'),
  'last name first': ({ first, last }) => `Dossier : ${last}, ${first} (clos)`,
  JSON: (person) => JSON.stringify({ id: 7, note: letter(person), ...person }),
  'JSON in ASCII': (person) =>
    JSON.stringify(person).replaceAll(
      /[^\0-\x7F]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  'JSON in JSON': (person) => JSON.stringify({ log: JSON.stringify({ a: [letter(person)] }) }),
  serialized,
  'serialized in JSON': (person) => JSON.stringify({ data: serialized(person) }),
  'serialized with escapes': (person) =>
    serialized(person).replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n'),
  XML: (person) =>
    `<c id="7"><nom>${person.last}</nom><prenom>${person.first}</prenom><t>${entities(letter(person))}</t></c>`,
  HTML: ({ first, last, email }) => `<p>${first} <b>${last}</b> <a href="mailto:${email}">écrire</a></p>`,
  base64: (person) => Buffer.from(letter(person)).toString('base64'),
  'base64 for URLs': (person) => `/r/${Buffer.from(JSON.stringify(person)).toString('base64url')}.x`,
  'base64 in lines': (person) =>
    Buffer.from(letter(person)).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
  'base64 of base64': (person) =>
    Buffer.from(Buffer.from(letter(person)).toString('base64')).toString('base64'),
  hexadecimal: (person) => `0x${Buffer.from(letter(person)).toString('hex').toUpperCase()}`,
  'UTF-16 in hexadecimal': (person) => Buffer.from(letter(person), 'utf16le').toString('hex'),
  'UTF-16 in base64': (person) => Buffer.from(letter(person), 'utf16le').toString('base64'),
  'percent signs': (person) => `/q?note=${encodeURIComponent(letter(person))}&x=1`,
  'a form': ({ first, last, email }) =>
    new URLSearchParams({ prenom: first, nom: last, mail: email, x: '1' }).toString(),
  'quoted-printable': (person) =>
    letter(person).replaceAll(/[^\0-\x7F]+/g, (signs) =>
      [...bytesOf(signs)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
    ),
  'a comment of a dump': (person) =>
    `-- note of ${person.first} ${person.last} <${person.email}>\n/* ${person.phone.replaceAll(' ', '.')} */`,
  'a statement': (person) =>
    `UPDATE t SET n='${person.last}', d='${JSON.stringify(person).replaceAll('"', '\\"')}' WHERE e='${person.email}'`,
  'numbers in other groups': ({ phone, nir }) =>
    `${phone.replaceAll(' ', '')} / ${phone.replaceAll(' ', '-')} / ${nir.replaceAll(/(.)(..)(..)(..)(...)(...)(..)/g, '$1 $2 $3 $4 $5 $6 $7')}`,
  gzip: (person) => gzipSync(letter(person)).toString('base64'),
  deflate: (person) => deflateSync(letter(person)).toString('hex'),
};

describe('people in places', () => {
  test.each(Object.entries(places))('%s', (_, hide) => {
    let planted = 0;
    const left: string[] = [];
    for (const person of people) {
      const hidden = hide(person);
      if (survivors(typeof hidden === 'string' ? bytesOf(hidden) : hidden).length > 0) planted++;
      const result = masked(hidden);
      left.push(...survivors(result));
    }
    expect(planted).toBe(count);
    expect(left).toEqual([]);
  });

  test('names of files', () => {
    for (const { first, last } of people)
      for (const name of [
        `CV_${last}_${first}.pdf`,
        `${plain(first)}-${plain(last)}.sql.gz`,
        `Lettre ${first} ${last}.txt`,
      ]) {
        const result = maskFileName(name, text);
        expect(result).not.toBe(name);
        expect(survivors(bytesOf(result))).toEqual([]);
        expect(result.split('.').at(-1)).toBe(name.split('.').at(-1));
      }
  });

  test('a name written in one word with capitals', () => {
    const result = maskFileName('CvNoraBelquelsse2016.pdf', text);
    expect(result).toMatch(/^Cv\p{L}+2016\.pdf$/u);
    expect(result).not.toContain('Belquelsse');
  });

  test('packed data can be read as before', () => {
    for (const person of people) {
      const json = JSON.parse(new TextDecoder().decode(masked(JSON.stringify(person)))) as Person;
      expect(Object.keys(json)).toEqual(Object.keys(person));
      expect(json.email).toMatch(/@.*example\.(?:com|net|org)$/);
      expect(json.first).not.toBe(person.first);
    }
  });
});
