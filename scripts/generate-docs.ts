/*
 * Writes the parts of the docs that restate a table of the code: docs/reference/errors.md, identifiers.md beside it, and
 * the import table between its markers in ARCHITECTURE.md. Run `node scripts/generate-docs.ts` after
 * changing one of the tables; a test fails as long as a page is behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { errorCodes } from '../src/base/index.ts';
import { identifiers } from '../src/recognise/index.ts';
import { folderRules } from '../test/architecture/import-rules.ts';

const root = new URL('..', import.meta.url);
const importTableMarkers = ['<!-- import table: generated -->', '<!-- end of import table -->'] as const;

/** Every generated page as it should be: path from the root → whole text. */
export function generatedPages(): Map<string, string> {
  return new Map([
    ['docs/reference/errors.md', errorPage()],
    ['docs/reference/identifiers.md', identifierPage()],
    ['ARCHITECTURE.md', replaceBetween(importTableMarkers, importTable(), readPage('ARCHITECTURE.md'))],
  ]);
}

export function readPage(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function errorPage(): string {
  const top = [
    '# Errors',
    '<!-- Generated from src/base/codes.ts by scripts/generate-docs.ts: do not edit. -->',
    'A command that fails prints `error:` with what happened and where, then `hint:` with what to do next,\n' +
      'both on stderr, and ends with exit code 2. A code keeps its meaning for ever; no message quotes a value\n' +
      'from the leak.',
  ];
  const entries = Object.entries(errorCodes).flatMap(([code, { meaning, hint }]) => [
    `## ${code}`,
    meaning,
    `Hint: ${hint}.`,
  ]);
  return `${[...top, ...entries].join('\n\n')}\n`;
}

function identifierPage(): string {
  const top = [
    '# Identifiers',
    '<!-- Generated from src/recognise/identifiers by scripts/generate-docs.ts: do not edit. -->',
    'Numbers and codes that are recognised by their structure. **Chance**: the share of random strings of the same\n' +
      'shape that pass too, so that a column is weighed against it. **By name only**: values alone never claim a\n' +
      'column, its name must. **Tells**: the number holds the sex, the birth or the place of birth of its holder, which\n' +
      'is compared with the columns beside it. Kinds that end in `test` are published or reserved numbers, or digits\n' +
      'counted up, and nobody; kinds that end in `organisation` are no person either.',
  ];
  const rows = identifiers.map(({ label, kinds, country, class: dataClass, chance, needsName, decode }) => [
    label,
    country ?? '',
    dataClass,
    kinds.slice(1).join('; '),
    `${Number((100 * chance).toPrecision(2))} %`,
    needsName ? 'yes' : '',
    decode === undefined ? '' : 'yes',
  ]);
  const head = ['identifier', 'country', 'data class', 'other kinds', 'chance', 'by name only', 'tells'];
  return `${[...top, markdownTable(head, rows)].join('\n\n')}\n`;
}

function importTable(): string {
  const rows = Object.entries(folderRules).map(([folder, { holds, mayImport }]) => [
    `\`${folder}\``,
    holds,
    mayImport.length === 0 ? 'nothing of ours' : mayImport.join(', '),
  ]);
  return markdownTable(['folder', 'holds', 'may import'], rows);
}

/** Padded as the formatter pads it, or the format check and the up-to-date check would contradict each other. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Throws if a marker is missing: a page that lost its markers would never be updated again. */
function replaceBetween([start, end]: readonly [string, string], text: string, page: string): string {
  const from = page.indexOf(start);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`a page has lost its marker ${from < 0 ? start : end}`);
  return `${page.slice(0, from)}${start}\n\n${text}\n\n${page.slice(to)}`;
}

if (import.meta.main) {
  for (const [path, text] of generatedPages()) writeFileSync(new URL(path, root), text);
}
