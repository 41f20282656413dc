// A proposed plan as JSON: columns by table, statements, and how many are masked and kept. No value of the source.

import { isMaskRule } from '../../mask/index.ts';
import type { ProposedPlan } from '../../pipeline/mask/plan/index.ts';

export function planJson({ plan, rows, unread }: ProposedPlan) {
  const rules = [...plan.tables.values()].flatMap((table) => [...table.values()]);
  const masked = rules.filter(isMaskRule).length;
  return {
    source: plan.source,
    tables: [...plan.tables].map(([table, columns]) => ({
      table,
      rows: rows.get(table) ?? 0,
      columns: [...columns].map(([column, rule]) =>
        isMaskRule(rule)
          ? {
              column,
              mask: rule.mask,
              unique: rule.isUnique ?? false,
              found: rule.found ?? null,
              reason: rule.reason ?? null,
            }
          : { column, keep: true, found: rule.found ?? null, reason: rule.keep },
      ),
    })),
    statements: [...plan.statements].map(([statement, rule]) => ({
      statement,
      rule: typeof rule === 'string' ? rule : 'keep',
    })),
    files: { others: plan.files.rest, named: [...plan.files.named].map(([file, rule]) => ({ file, rule })) },
    masked,
    kept: rules.length - masked,
    /** Places at which a run would be refused. */
    unread: unread.map(({ file, offset, reason }) => ({ file, offset, reason })),
  };
}
