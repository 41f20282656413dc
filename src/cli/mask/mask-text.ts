// What `tocsin mask` says on a terminal, in 80 columns: that there is a copy, or why there is none. Never a value.

import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';
import type { MaskResult } from '../../pipeline/mask/index.ts';
import { counted } from '../counted.ts';

const shown = 20;

export function releasedText(
  { receipt, receiptPath, drift }: MaskResult,
  out: string,
  seconds: number,
): string {
  const { coverage, survivors, input, subset } = receipt!;
  const bytes = input.files.reduce((sum, file) => sum + file.bytes, 0);
  const rate = `${(bytes / 1e6 / Math.max(seconds, 0.001)).toFixed(0)} MB/s`;
  const searched = Object.values(survivors.real).reduce((sum, count) => sum + count, 0);
  const lines = [
    `masked: ${out}`,
    `  ${subset ? 'read: ' : ''}${number(coverage.rows)} rows of ${counted(coverage.tables, 'table')}; columns: ` +
      `${coverage.columns.masked} masked, ${coverage.columns.kept} kept`,
    ...Object.entries(coverage.masked).map(
      ([method, count]) => `  ${method.padEnd(14)} ${number(count).padStart(14)}`,
    ),
    ...(subset?.tables ?? []).map(
      ({ table, rows, kept }) => `  of ${visibleText(table)}: ${number(kept)} of ${number(rows)} rows`,
    ),
    ...(input.leftOut > 0 ? [`  left out, as the plan says: ${counted(input.leftOut, 'file')}`] : []),
    `  found and replaced inside texts: ${number(coverage.foundInTexts)}`,
    ...(coverage.stoodAside > 0
      ? [`  stood aside for somebody's real number: ${number(coverage.stoodAside)}`]
      : []),
    survivors.found === null
      ? '  the copy was NOT searched for real values (--no-check)'
      : searched === 0
        ? '  nothing was masked, so no real value was searched for'
        : `  survivors: 0 of ${number(searched)} real values that were masked are in the copy`,
    `  ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s, ${rate}`,
    ...drift.slice(0, shown).flatMap((sentence) => wrapped(`note: ${visibleText(sentence)}`, 2, 4)),
    ...(drift.length > shown ? [`  and ${drift.length - shown} more notes`] : []),
    `receipt: ${receiptPath}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** `lineOf`: the line of a column in the plan that was named; null where none was. */
export function refusedText(
  { refusals, survivors }: MaskResult,
  out: string,
  lineOf: ((table: string, column: string) => number | null) | null,
): string {
  const ofPlan = (table: string | null, column: string | null): string[] => {
    const line = table === null || column === null ? null : (lineOf?.(table, column) ?? null);
    return line === null ? [] : [`    the plan speaks of it in line ${line}`];
  };
  const lines = [`nothing was released: ${out} was not written`];
  if (refusals.length > 0) {
    lines.push('there is what cannot be masked, or what the plan does not cover:');
    for (const { file, line, offset, table, column, reason, count } of refusals.slice(0, shown)) {
      const where =
        line !== null ? `${file}, line ${line}` : offset !== null ? `${file}, byte ${offset}` : file;
      const what = [table, column].filter((part) => part !== null).join('.');
      lines.push(
        ...wrapped([where, what].filter((part) => part !== '').join(', '), 2, 4),
        ...wrapped(`${reason}${count > 1 ? ` (${number(count)} times)` : ''}`, 4, 4),
        ...ofPlan(table, column),
      );
    }
    if (refusals.length > shown) lines.push(`  and ${number(refusals.length - shown)} more`);
  }
  if (survivors.length > 0) {
    lines.push('the output still held real values, and was removed:');
    for (const { file, table, column, sort, form, count } of survivors.slice(0, shown)) {
      const what = [table, column].filter((part) => part !== null).join('.');
      const where = [file, what].filter((part) => part !== '').join(', ');
      lines.push(
        `  ${where}`,
        `    ${number(count)} × ${sort}${form === 'plain' ? '' : `, written as ${form}`}`,
        ...ofPlan(table, column),
      );
    }
    if (survivors.length > shown) lines.push(`  and ${number(survivors.length - shown)} more places`);
    lines.push('mask the columns that are named, for instance as text, and run it again');
  }
  if (lineOf === null) lines.push('to change the plan, have it written first: tocsin mask plan, then --plan');
  return `${lines.join('\n')}\n`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
