// A public key given on the command line. In: the key itself, or the file it stands in. Out: its text. Throws USAGE.

import { readFileSync, statSync } from 'node:fs';
import { TocsinError } from '../../base/index.ts';
import { parsePublicKey } from '../../custody/index.ts';

const maxKeyBytes = 64 << 10;

export function publicKeyOf(given: string): string {
  if (parsePublicKey(given) !== null) return given;
  const stats = statSync(given, { throwIfNoEntry: false });
  const text = stats?.isFile() && stats.size <= maxKeyBytes ? readFileSync(given, 'utf8').trim() : '';
  if (parsePublicKey(text) === null)
    throw new TocsinError('USAGE', 'what was given is neither a public key nor a file of one');
  return text;
}
