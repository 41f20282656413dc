// `GET breachedaccount/range/{6 digits}`: all addresses whose SHA-1 begins so. In: the digits. Out: the rest of each SHA-1
// with the names of its breaches. The server never learns which of them was meant; errors are plain lines.

import { rangeAccounts } from '../../lookup/index.ts';
import { type ApiAnswer, okJson, plainText } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';

const prefixPattern = /^[0-9a-f]{6}$/iu;

/** In upper case; null for what is none. */
export function rangePrefix(part: string): string | null {
  return prefixPattern.test(part) ? part.toUpperCase() : null;
}

export const badPrefix = plainText(400, 'Invalid hex prefix');
export const emptyRange = plainText(404, 'There are no hashes beginning with that prefix');

/** `prefix` in upper case. */
export async function accountRange(
  { catalogue: readCatalogue, accounts, optOuts }: ApiSources,
  prefix: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const catalogue = await readCatalogue();
  const rows = { prefix, suffixes: await accounts.rangeOf(prefix) };
  const found = rangeAccounts(catalogue, optOuts, rows, { asker: 'public' });
  return found.length === 0 ? emptyRange : okJson(JSON.stringify(found));
}
