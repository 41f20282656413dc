// The attributes of a tag, from the raw text between its name and its end.

import type { DecodeRaw } from './decode-raw.ts';

/** No element of any format has more. */
const maxAttributes = 1000;

const none: ReadonlyMap<string, string> = new Map();

/** By name, the first of each: XML names without their prefix, HTML names in lower case. `xmlns` declarations are left out. */
export function attributesOf(
  raw: string,
  decode: DecodeRaw,
  kind: 'xml' | 'html' = 'xml',
): ReadonlyMap<string, string> {
  if (!raw.includes('=')) return none;
  const attributes = new Map<string, string>();
  const written = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;
  for (let found = written.exec(raw); found !== null; found = written.exec(raw)) {
    const name = found[1]!;
    if (name.startsWith('xmlns')) continue;
    const key = kind === 'html' ? name.toLowerCase() : name.slice(name.indexOf(':') + 1);
    if (!attributes.has(key))
      attributes.set(key, decode(found[2] ?? found[3] ?? found[4] ?? '', 'attribute'));
    if (attributes.size === maxAttributes) break;
  }
  return attributes;
}

/** One attribute by its full name, undecoded; made for tags that come by the million. */
export function rawAttribute(raw: string, name: string): string | null {
  for (let at = raw.indexOf(name); at >= 0; at = raw.indexOf(name, at + 1)) {
    const equals = at + name.length;
    if (at > 0 && raw.charCodeAt(at - 1) > 0x20) continue;
    const quote = raw[equals + 1];
    if (raw[equals] !== '=' || (quote !== '"' && quote !== "'")) continue;
    const end = raw.indexOf(quote, equals + 2);
    return end < 0 ? null : raw.slice(equals + 2, end);
  }
  return null;
}
