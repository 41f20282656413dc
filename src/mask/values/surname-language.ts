// The language that a surname sounds of, by its ending, so that what stands for it sounds alike. In: a folded name. Out: a
// language, or undefined.

import type { NameLanguage } from '../lists/name-table.ts';

const endings: readonly (readonly [NameLanguage, readonly string[]])[] = [
  [
    'de',
    [
      'mann',
      'bauer',
      'berger',
      'burg',
      'stein',
      'bach',
      'schmidt',
      'schneider',
      'hofer',
      'inger',
      'sch',
      'tz',
      'meyer',
      'maier',
    ],
  ],
  ['es', ['ez', 'iz', 'ado', 'ero', 'illo', 'ales', 'arro', 'uez', 'osa', 'ando']],
  [
    'it',
    [
      'ini',
      'elli',
      'etti',
      'ucci',
      'ucchi',
      'oni',
      'ani',
      'esi',
      'aldi',
      'otti',
      'azzi',
      'occo',
      'ello',
      'isi',
      'anti',
    ],
  ],
  [
    'en',
    ['son', 'ton', 'ley', 'ham', 'worth', 'wood', 'field', 'smith', 'ford', 'man', 'well', 'ing', 'th', 'ck'],
  ],
  [
    'fr',
    [
      'eau',
      'ault',
      'ier',
      'iere',
      'oux',
      'eux',
      'ard',
      'ot',
      'ois',
      'elle',
      'ette',
      'ain',
      'eur',
      'ais',
      'and',
      'ond',
      'oy',
    ],
  ],
];

export function surnameLanguage(folded: Uint8Array, end: number): NameLanguage | undefined {
  for (const [language, all] of endings)
    for (const ending of all) if (end > ending.length && endsWith(folded, end, ending)) return language;
  return undefined;
}

function endsWith(folded: Uint8Array, end: number, ending: string): boolean {
  for (let at = 0; at < ending.length; at++)
    if (folded[end - ending.length + at] !== ending.charCodeAt(at)) return false;
  return true;
}
