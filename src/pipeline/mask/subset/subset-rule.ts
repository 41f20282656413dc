// Which rows of a table are to stay: a share, or a count. In: `users=1%`, `users=1000`. Out: the rule.

import { TocsinError } from '../../../base/index.ts';

export interface SubsetRule {
  table: string;
  /** Above 0, at most 1; null where a count is given. */
  share: number | null;
  count: number | null;
}

/** Throws USAGE. */
export function parseSubset(text: string): SubsetRule {
  const at = text.lastIndexOf('=');
  const table = text.slice(0, Math.max(at, 0)).trim();
  const [, amount, percent] = /^(\d{1,15}(?:\.\d{1,9})?)\s*(%?)$/u.exec(text.slice(at + 1).trim()) ?? [];
  const number = Number(amount);
  if (table !== '' && percent === '%' && number > 0 && number <= 100)
    return { table, share: number / 100, count: null };
  if (table !== '' && percent === '' && Number.isInteger(number) && number > 0)
    return { table, share: null, count: number };
  throw new TocsinError('USAGE', '--subset is TABLE=1% or TABLE=1000: a share of its rows, or how many');
}

export function ruleText({ table, share, count }: SubsetRule): string {
  return share === null ? `${table}=${count}` : `${table}=${Number((share * 100).toFixed(9))}%`;
}
