// Which parts of an OpenDocument file (ODT, ODS, ODP) hold words and which are files of their own; what sort of
// document it is, and whether it is locked.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OfficeParts } from './office-parts.ts';
import type { DocumentPart } from './read-document.ts';

/** The body, headers and footers (which are styles), who wrote it; and objects inside, which are folders of the same. */
export function odfTexts(parts: OfficeParts): DocumentPart[] {
  const main = ['content.xml', 'styles.xml', 'meta.xml'].filter((name) => parts.has(name));
  const objects = parts.names.filter((name) => /^Object [^/]{1,40}\/content\.xml$/u.test(name));
  return [...main, ...objects].map((name) => ({ name, family: 'odf' }));
}

export function isOdfMember(name: string): boolean {
  if (/^(?:Pictures|media|Media)\//u.test(name)) return true;
  return /^(?:Object|ObjectReplacements\/|Embedded)[^/]{0,80}$/u.test(name) && !name.endsWith('.xml');
}

/** The manifest is a list of parts; what is locked is said of each. */
const manifestBytes = 4 << 20;

export async function refuseLocked(parts: OfficeParts): Promise<void> {
  if (!parts.has('META-INF/manifest.xml')) return;
  let tail = '';
  let read = 0;
  for await (const chunk of parts.read('META-INF/manifest.xml')) {
    const text = tail + Buffer.from(chunk).toString('latin1');
    if (/[<:]encryption-data[\s/>]/u.test(text)) {
      throw new UnreadableError('is locked with a password: unlock it and give it again');
    }
    tail = text.slice(-32);
    read += chunk.length;
    if (read > manifestBytes) return;
  }
}

/** The names of media types are shorter. */
const mediaTypeBytes = 200;

/** What the file says it is, or nothing. */
export async function mediaTypeOf(parts: OfficeParts): Promise<string> {
  if (!parts.has('mimetype')) return '';
  for await (const chunk of parts.read('mimetype')) {
    return Buffer.from(chunk).toString('latin1', 0, mediaTypeBytes);
  }
  return '';
}
