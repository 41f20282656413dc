// The file of facts as people write it (docs/reference/notice-about.schema.json). In: JSON. Out: what it says, checked:
// a key that is not known, a day that is none or an address that cannot be one is told by its place.

import { isLanguageTag } from '../words/language-tag.ts';
import type { NoticeFacts } from '../notice-types.ts';
import type { About, SaidFacts } from './about.ts';
import { authorityOf } from './authorities.ts';
import {
  listOf,
  mostTextLength,
  namedParts,
  refuseAbout,
  refuseUnknown,
  textAt,
  toJson,
} from './read-json.ts';

/** Throws NOTICES_ABOUT. */
export function parseAbout(json: string): About {
  const all = namedParts(toJson(json), '');
  const { controllers, ...said } = all;
  const byName = Object.entries(namedParts(controllers ?? {}, 'controllers')).map(([name, value]) => {
    const place = `controllers.${name.slice(0, 60)}`;
    return [name, saidFacts(namedParts(value, place), place)] as const;
  });
  return { ...saidFacts(said, ''), controllers: Object.fromEntries(byName) };
}

type Read<T> = (value: unknown, place: string) => T;

const readers: { readonly [K in keyof SaidFacts]-?: Read<NonNullable<SaidFacts[K]>> } = {
  organisation: textAt(200),
  sender: (value, place) => {
    const parts = known(value, place, ['name', 'address']);
    return {
      name: optional(parts, 'name', place, textAt(200)),
      address: optional(parts, 'address', place, email),
    };
  },
  contact: (value, place) => {
    const parts = known(value, place, ['name', 'email', 'phone', 'post']);
    return {
      name: optional(parts, 'name', place, textAt(200)),
      email: optional(parts, 'email', place, email),
      phone: optional(parts, 'phone', place, phone),
      post: optional(parts, 'post', place, listOf(textAt(200), 10)) ?? [],
    };
  },
  event: inLanguages,
  happened: (value, place) => {
    if (typeof value === 'string') return { from: day(value, place), to: day(value, place) };
    const parts = known(value, place, ['from', 'to']);
    const span = { from: day(parts['from'], `${place}.from`), to: day(parts['to'], `${place}.to`) };
    if (Date.parse(span.from) > Date.parse(span.to)) refuseAbout(place, 'ends before it begins');
    return span;
  },
  found: day,
  chain: listOf(textAt(200), 20),
  consequences: inLanguages,
  measures: inLanguages,
  told: listOf((value, place) => {
    const parts = known(value, place, ['who', 'on']);
    return { who: textAt(200)(parts['who'], `${place}.who`), on: optional(parts, 'on', place, day) };
  }, 50),
  authority: (value, place) => {
    if (typeof value === 'string')
      return (
        authorityOf(value) ??
        refuseAbout(place, 'is no country whose authority is known; say name, post and site')
      );
    const parts = known(value, place, ['name', 'post', 'site']);
    const post = optional(parts, 'post', place, listOf(textAt(200), 10)) ?? [];
    const name = textAt(300)(parts['name'], `${place}.name`);
    return { name, post, site: optional(parts, 'site', place, site) } satisfies NoticeFacts['authority'];
  },
  site,
  correction: inLanguages,
};

export const aboutKeys: readonly string[] = Object.keys(readers);

function saidFacts(parts: Record<string, unknown>, place: string): SaidFacts {
  refuseUnknown(parts, place, place === '' ? [...aboutKeys, 'controllers'] : aboutKeys);
  const said = Object.entries(parts)
    .filter(([, value]) => !isBlank(value))
    .map(([key, value]) => {
      const at = place === '' ? key : `${place}.${key}`;
      return [key, (readers[key as keyof SaidFacts] as Read<unknown>)(value, at)] as const;
    });
  return Object.fromEntries(said);
}

/** Left empty in the file to fill in. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isBlank);
}

function known(value: unknown, place: string, keys: readonly string[]): Record<string, unknown> {
  const parts = namedParts(value, place);
  refuseUnknown(parts, place, keys);
  return parts;
}

function optional<T>(parts: Record<string, unknown>, key: string, place: string, read: Read<T>): T | null {
  const value = parts[key];
  return isBlank(value) ? null : read(value, `${place}.${key}`);
}

function inLanguages(value: unknown, place: string): Record<string, string> {
  const texts = Object.entries(namedParts(value, place))
    .filter(([, text]) => !isBlank(text))
    .map(([language, text]) => {
      if (!isLanguageTag(language)) refuseAbout(place, 'is by language, such as {"en": "…", "fr": "…"}');
      return [language, textAt(mostTextLength, 'lines')(text, `${place}.${language}`)] as const;
    });
  return Object.fromEntries(texts);
}

function day(value: unknown, place: string): string {
  const text = textAt(40)(value, place);
  const isShaped = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/u.test(
    text,
  );
  const date = new Date(text);
  if (!isShaped || Number.isNaN(date.getTime()) || isNoDay(text))
    refuseAbout(place, 'is no day; write it as 2026-03-01, or as 2026-03-01T09:30:00Z');
  // of the place in which it is a day already
  if (date.getTime() > Date.now() + dayMs) refuseAbout(place, 'lies in the future');
  return text;
}

const dayMs = 24 * 60 * 60 * 1000;

/** 30 February: `Date` takes it for 2 March. */
function isNoDay(text: string): boolean {
  const of = text.slice(0, 10);
  return new Date(`${of}T00:00:00Z`).toISOString().slice(0, 10) !== of;
}

function email(value: unknown, place: string): string {
  const text = textAt(254)(value, place);
  if (
    !/^[^\s@<>"(),:;\\[\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(text) ||
    text.includes('..')
  )
    refuseAbout(place, 'is no e-mail address');
  return text;
}

function phone(value: unknown, place: string): string {
  const text = textAt(40)(value, place);
  if (!/^\+?[\d ().\-/]{3,}$/u.test(text) || text.replaceAll(/\D/gu, '').length < 3)
    refuseAbout(place, 'is no telephone number');
  return text;
}

/** People type it by hand: the name alone. */
function site(value: unknown, place: string): string {
  const text = textAt(253)(value, place);
  if (
    !/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u.test(text) ||
    /^www\./iu.test(text)
  )
    refuseAbout(
      place,
      'is not the bare name of a site; write it without https:// and www., such as example.com',
    );
  return text;
}
