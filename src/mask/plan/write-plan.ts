// A plan as YAML that people can review: a line for each column, what was found as a text beside it. In: a plan, and how many
// rows each table has. Out: text that `readPlan` reads as the same plan. No value of the source.

import { type ColumnRule, isMaskRule, type MaskPlan, type PlanLink, planVersion } from './mask-plan.ts';

export interface WritePlanOptions {
  /** Lines that stand above a table, a statement or the whole, without the `#`. */
  notes?: {
    tables?: ReadonlyMap<string, string>;
    statements?: ReadonlyMap<string, string>;
  };
}

const head = [
  'What `tocsin mask` makes of each column. Read it before you use it: what is kept stays real.',
  '  mask: METHOD    every value is replaced; equal values stay equal; unique: no two become one',
  '  keep: REASON    the values stay; the reason is for whoever asks later, and stands in the receipt',
  'Statements and files: text (what is personal inside is replaced), drop (left out) or refuse.',
  'What is not in here stops the run before a byte is released.',
];

export function writePlan(plan: MaskPlan, { notes = {} }: WritePlanOptions = {}): string {
  const lines = [...head.map(comment), `plan: ${planVersion}`];
  const list = (key: string, items: string[]): void => {
    if (items.length === 0) return;
    lines.push('', `${key}:`, ...items.map((item) => `  - ${item}`));
  };
  list(
    'source',
    plan.source.map(({ file, format }) => flow({ file, format })),
  );
  if (plan.tables.size > 0) {
    lines.push('', 'tables:');
    for (const [name, columns] of plan.tables) {
      const note = notes.tables?.get(name);
      if (note !== undefined) lines.push(`  ${comment(note)}`);
      lines.push(`  ${scalar(name)}:${columns.size === 0 ? ' {}' : ''}`);
      for (const [column, rule] of columns) lines.push(`    ${scalar(column)}: ${ruleText(rule)}`);
    }
  }
  if (plan.statements.size > 0) {
    lines.push('', 'statements:');
    for (const [word, rule] of plan.statements) {
      const note = notes.statements?.get(word);
      if (note !== undefined) lines.push(`  ${comment(note)}`);
      lines.push(`  ${scalar(word)}: ${typeof rule === 'string' ? rule : flow(rule)}`);
    }
  }
  const { rest, named } = plan.files;
  if (named.size === 0) lines.push('', `files: ${rest}`);
  else {
    lines.push('', 'files:');
    for (const [path, rule] of named) lines.push(`  ${scalar(path)}: ${rule}`);
    lines.push(`  "*": ${rest}`);
  }
  list(
    'links',
    plan.links.map((link) => scalar(linkText(link))),
  );
  return `${lines.join('\n')}\n`;
}

function ruleText(rule: ColumnRule): string {
  if (!isMaskRule(rule)) return flow({ keep: rule.keep, holds: rule.holds, found: rule.found });
  const { mask, isUnique, found, reason } = rule;
  return flow({ mask, unique: isUnique ? true : undefined, found, reason });
}

function linkText({ table, column, toTable, toColumn }: PlanLink): string {
  return `${end(table)}.${end(column)} = ${end(toTable)}.${end(toColumn)}`;
}

function end(name: string): string {
  return /^[^\s".=]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`;
}

function comment(text: string): string {
  return `# ${text}`;
}

/** In one line: texts in double quotes, methods and flags bare. */
function flow(entries: Record<string, string | boolean | undefined>): string {
  const parts = Object.entries(entries).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [
      `${key}: ${typeof value === 'boolean' || key === 'mask' || key === 'holds' ? value : JSON.stringify(value)}`,
    ];
  });
  return `{${parts.join(', ')}}`;
}

/** Bare where every reader of YAML takes it for a text, else in double quotes, as JSON has them. */
function scalar(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

function isPlain(text: string): boolean {
  return (
    /^[\p{L}_](?:[\p{L}\p{N}_ .-]*[\p{L}\p{N}_])?$/u.test(text) &&
    !/^(?:true|false|yes|no|on|off|y|n|null)$/iu.test(text)
  );
}
