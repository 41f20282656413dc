// What may follow the last row of an INSERT, up to the end of the statement.

import type { DialectName } from './dialect.ts';

/** ON DUPLICATE KEY UPDATE …, AS new …, RETURNING …. */
const rowsTails = new Set(['ON', 'AS', 'RETURNING']);

/** After the last INTO of Oracle's INSERT ALL. */
const ownTails: Partial<Record<DialectName, ReadonlySet<string>>> = {
  oracle: new Set(['SELECT', 'RETURNING']),
};

/** `word`: in upper case. */
export function isRowsTail(word: string, dialect: DialectName): boolean {
  return rowsTails.has(word) || (ownTails[dialect]?.has(word) ?? false);
}
