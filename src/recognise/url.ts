/*
 * Web addresses in cells, from bytes: profiles on social networks and people's own sites. In: a span. Out: kind, 0 for
 * anything else. Shape only, nothing is ever fetched. Never allocates.
 */

import { byteClass, domainPart, space, textAt, trimEnd, trimStart } from './byte-class.ts';
import { isTopLevelDomain } from './top-level-domain.ts';

export const socialKinds = [
  'LinkedIn',
  'Facebook',
  'Twitter',
  'Instagram',
  'XING',
  'Viadeo',
  'GitHub',
  'other network',
] as const;
export const websiteKinds = ['website'] as const;

const hosts: readonly (readonly [string, number])[] = [
  ['linkedin.com/', 1],
  ['facebook.com/', 2],
  ['fb.com/', 2],
  ['twitter.com/', 3],
  ['x.com/', 3],
  ['instagram.com/', 4],
  ['xing.com/', 5],
  ['viadeo.com/', 6],
  ['github.com/', 7],
  ['gitlab.com/', 8],
  ['tiktok.com/', 8],
  ['youtube.com/', 8],
  ['pinterest.com/', 8],
  ['vk.com/', 8],
  ['plus.google.com/', 8],
  ['t.me/', 8],
  ['snapchat.com/add/', 8],
  ['behance.net/', 8],
  ['dribbble.com/', 8],
  ['soundcloud.com/', 8],
  ['mastodon.social/', 8],
];

/** Index + 1 into `socialKinds` when the host is a social network's and a path follows; else 0. */
export function socialKind(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  const host = hostStart(bytes, from, to);
  if (hasSpace(bytes, host, to)) return 0;
  for (let at = host, labels = 0; labels < 3; labels++) {
    for (const [name, kind] of hosts) {
      if (at + name.length < to && textAt(bytes, at, to, name)) return kind;
    }
    while (at < to && bytes[at] !== 46 && (byteClass[bytes[at]!]! & domainPart) !== 0) at++;
    if (bytes[at] !== 46 || at >= to) return 0;
    at++;
  }
  return 0;
}

/** 1 for an http or https URL, or a bare `host.tld`, without white space; else 0. */
export function websiteKind(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  const host = hostStart(bytes, from, to);
  let at = host;
  let label = -1;
  while (at < to && (byteClass[bytes[at]!]! & domainPart) !== 0) {
    if (bytes[at] === 46) label = at + 1;
    at++;
  }
  if (label < 0 || (at < to && bytes[at] !== 47 && bytes[at] !== 58 && bytes[at] !== 63 && bytes[at] !== 35))
    return 0;
  return isTopLevelDomain(bytes, label, at) && !hasSpace(bytes, at, to) ? 1 : 0;
}

function hostStart(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  if (textAt(bytes, at, to, 'https://')) at += 8;
  else if (textAt(bytes, at, to, 'http://')) at += 7;
  else if (textAt(bytes, at, to, '//')) at += 2;
  return at;
}

function hasSpace(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((byteClass[bytes[at]!]! & space) !== 0) return true;
  return false;
}
