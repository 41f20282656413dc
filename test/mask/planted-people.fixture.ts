/*
 * A folder in which a thousand people hide in more places than columns: texts, JSON, serialized values, base64, hex, comments,
 * addresses of pages, entities, XML, another table, other files, file names. In: a folder. Out: the people, and a search that
 * opens what is packed, written for this test alone.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { madePeople, type MadePerson } from './people-database.fixture.ts';

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
const serialized = (text: string) => `s:${Buffer.byteLength(text)}:"${text}"`;
const entities = (text: string) => text.replaceAll('@', '&#64;').replaceAll('é', '&eacute;');

/** What each hiding place holds of a person. */
export const hidingPlaces: Record<string, (person: MadePerson) => string> = {
  text: ({ firstName, lastName, email, phone }) =>
    `Madame, Monsieur,\nje souhaite modifier ma commande. Vous pouvez me joindre au ${phone} ou à ${email}.\nCordialement,\n${firstName} ${lastName}`,
  json: ({ firstName, lastName, email, nir }) =>
    JSON.stringify({ user: { name: `${firstName} ${lastName}`, mail: email, ids: [nir] }, size: 3 }),
  serialized: ({ email, lastName, iban }) =>
    `a:3:{${serialized('mail')};${serialized(email)};${serialized('nom')};${serialized(lastName)};${serialized('iban')};${serialized(iban)};}`,
  base64: ({ email, phone }) => Buffer.from(`{"email":"${email}","phone":"${phone}"}`).toString('base64'),
  hex: ({ email }) => Buffer.from(`contact=${email};`).toString('hex'),
  url: ({ email, firstName, lastName }) =>
    `https://shop.example.com/u?mail=${encodeURIComponent(email)}&who=${encodeURIComponent(`${firstName} ${lastName}`)}`,
  html: ({ email, firstName, lastName }) =>
    `<p>Par <b>${entities(`${firstName} ${lastName}`)}</b> (${entities(email)})</p>`,
  xml: ({ email, nir, lastName }) =>
    `<client><nom>${lastName}</nom><courriel>${email}</courriel><nir>${nir}</nir></client>`,
  upper: ({ firstName, lastName, email }) =>
    `${lastName.toUpperCase()} ${firstName.toUpperCase()}, ${email.toUpperCase()}`,
  spaced: ({ nir, iban }) =>
    `NIR ${nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/u, '$1 $2 $3 $4 $5 $6 $7')}, IBAN ${iban.replaceAll(/(.{4})/gu, '$1 ').trim()}`,
};

const names = Object.keys(hidingPlaces);

export function writePlanted(folder: string, count: number): MadePerson[] {
  const people = madePeople(count);
  mkdirSync(join(folder, 'letters'), { recursive: true });
  const lines = [
    'CREATE TABLE people (id int NOT NULL PRIMARY KEY, first_name varchar(60) NOT NULL, last_name varchar(60) NOT NULL, email varchar(120) NOT NULL UNIQUE, phone varchar(30), nir char(15), iban char(27), birth_date date);',
    ...people.map(
      (p) =>
        `INSERT INTO people VALUES (${p.id},${[p.firstName, p.lastName, p.email, p.phone, p.nir, p.iban, p.born].map(quoted).join(',')});`,
    ),
    `CREATE TABLE places (person_id int NOT NULL PRIMARY KEY, ${names.map((name) => `in_${name} text`).join(', ')});`,
    ...people.map(
      (p) =>
        `INSERT INTO places VALUES (${p.id},${names.map((name) => quoted(hidingPlaces[name]!(p))).join(',')});`,
    ),
    'CREATE TABLE audit (id int, event varchar(20), detail varchar(200));',
    ...people.map((p) => `INSERT INTO audit VALUES (${p.id},'login',${quoted(`login ok user=${p.email}`)});`),
    ...people.map((p) => `-- exported for ${p.firstName} ${p.lastName} <${p.email}>`),
    ...people.slice(0, 50).map((p) => `/* checked by ${p.email}, ${p.phone} */`),
  ];
  writeFileSync(join(folder, 'shop.sql'), `${lines.join('\n')}\n`);
  writeFileSync(
    join(folder, 'log.ndjson'),
    people
      .map((p) => `${JSON.stringify({ id: p.id, who: p.email, said: hidingPlaces['text']!(p) })}\n`)
      .join(''),
  );
  for (const p of people.slice(0, 20))
    writeFileSync(join(folder, 'letters', `${p.email} ${p.lastName}.txt`), `${hidingPlaces['text']!(p)}\n`);
  return people;
}

/** All text of a folder, file names among it, and what is packed in it opened. */
export function openedText(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map((file) => {
    const path = join(file.parentPath, file.name);
    return `${relative(folder, path)}\n${readFileSync(path, 'utf8')}`;
  });
  return opened(texts.join('\n'), 3);
}

function opened(text: string, depth: number): string {
  const plain = text
    .replaceAll(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\', '')
    .replaceAll('&#64;', '@')
    .replaceAll('&eacute;', 'é')
    .replaceAll(/(?:%[0-9a-f]{2})+/giu, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString());
  if (depth === 0) return plain;
  const packed = [
    ...Array.from(text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/gu), ([run]) =>
      Buffer.from(run, 'base64').toString(),
    ),
    ...Array.from(text.matchAll(/(?:[0-9a-f]{2}){12,}/giu), ([run]) => Buffer.from(run, 'hex').toString()),
  ];
  return packed.length === 0 ? plain : `${plain}\n${opened(packed.join('\n'), depth - 1)}`;
}

/** Values of the people that are left in a text, as counts by sort. */
export function survivorsIn(text: string, people: readonly MadePerson[]): Record<string, number> {
  const folded = text.toLowerCase();
  const digits = folded.replaceAll(/(?<=[\da-z])[ .-](?=[\da-z])/gu, '');
  const left: Record<string, number> = {};
  const count = (sort: string, isLeft: boolean) => {
    if (isLeft) left[sort] = (left[sort] ?? 0) + 1;
  };
  for (const { email, phone, nir, iban, firstName, lastName } of people) {
    count('email', folded.includes(email.toLowerCase()));
    count('phone', digits.includes(phone.replaceAll(' ', '')));
    count('nir', digits.includes(nir));
    count('iban', digits.includes(iban.toLowerCase()));
    count('name', folded.includes(`${firstName} ${lastName}`.toLowerCase()));
    count('turned name', folded.includes(`${lastName} ${firstName}`.toLowerCase()));
  }
  return left;
}
