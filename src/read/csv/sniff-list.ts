// Lists of one value a line, and "combo lists": who and the password, as they are traded.
// In: lines. Out: how they are written, or null.

import { cellKind, kindOfColumn } from './cell-kind.ts';

export interface FoundList {
  delimiter: string;
  columns: string[] | null;
  width: number;
  hasHeader: boolean;
  isCombo: boolean;
}

const comboDelimiters = [':', ';', '|', ',', '\t'];

/** Two lines may be anything; with names and passwords that prove nothing themselves, more are wanted. */
const fewestLines = 3;
const fewestPlainLines = 50;

export function sniffList(lines: readonly string[]): FoundList | null {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (filled.length < fewestLines) return null;
  return sniffSingle(filled) ?? sniffCombo(filled);
}

function sniffSingle(lines: readonly string[]): FoundList | null {
  const kind = kindOfColumn(lines.slice(1));
  const isTelling = kind === 'email' || (kind === 'hash' && hasOneLength(lines.slice(1)));
  if (!isTelling) return null;
  const [first] = lines;
  const hasHeader = cellKind(first!) === 'name' && !first!.includes(' ');
  return { delimiter: '\n', columns: hasHeader ? [first!] : null, width: 1, hasHeader, isCombo: false };
}

function hasOneLength(lines: readonly string[]): boolean {
  return lines.filter((line) => line.length === lines[0]!.length).length >= lines.length * 0.9;
}

function sniffCombo(lines: readonly string[]): FoundList | null {
  for (const delimiter of comboDelimiters) {
    const parts = lines.map((line) => line.split(delimiter));
    const [header] = parts;
    const hasHeader =
      header!.length > 1 &&
      header!.length < 4 &&
      header!.every((name) => /^[A-Za-z_ -]{2,20}$/u.test(name)) &&
      cellKind(header![0]!) === 'name' &&
      parts.length > 3 &&
      /mail|user|login|pass|pwd|hash/iu.test(header!.join(' '));
    const rows = hasHeader ? parts.slice(1) : parts;
    const cut = rows.filter((row) => row.length > 1 && row[0] !== '' && row[1] !== '');
    if (cut.length < fewestLines || cut.length < rows.length * 0.95) continue;
    // a column more in every line: a table, not a list of passwords
    if (cut.filter((row) => row.length > 3).length > cut.length * 0.1) continue;
    const isMail = cut.filter((row) => cellKind(row[0]!) === 'email').length >= cut.length * 0.95;
    const isHashed = kindOfColumn(cut.map((row) => row[1]!)) === 'hash';
    const three = cut.filter((row) => row.length === 3).length;
    const isSalted = isHashed && three >= cut.length * 0.95;
    if (!isSalted && three > cut.length * 0.2) continue;
    if (!isMail && !(isHashed && cut.every((row) => isUserName(row[0]!))) && !isPlainCombo(delimiter, cut))
      continue;
    // an address with a number, a date or a name after it is a table like any other
    if (
      isMail &&
      !isHashed &&
      !isPasswords(
        cut.map((row) => row.slice(1).join(delimiter)),
        delimiter,
      )
    )
      continue;
    return {
      delimiter,
      columns: [isMail ? 'email' : 'username', 'password', ...(isSalted ? ['salt'] : [])],
      width: isSalted ? 3 : 2,
      hasHeader,
      isCombo: true,
    };
  }
  return null;
}

function isUserName(text: string): boolean {
  return /^[\w.\-@+\u0080-\u00ff]{2,64}$/u.test(text);
}

/** `:` is the sign of such lists; after the others, most values must look made up. */
function isPasswords(values: readonly string[], delimiter: string): boolean {
  const withoutSpace = values.filter((value) => !/\s/u.test(value)).length;
  if (withoutSpace < values.length * 0.95) return false;
  const isDated = kindOfColumn(values);
  if (isDated === 'date' || isDated === 'address' || isDated === 'email' || isDated === 'truth') return false;
  const mixed = values.filter((value) => isMixed(value)).length;
  return delimiter === ':'
    ? mixed >= values.length * 0.1 || values.length < 20
    : mixed >= values.length * 0.3;
}

/** Names and passwords without an address among them: only where there are many and they can be nothing else. */
function isPlainCombo(delimiter: string, rows: readonly string[][]): boolean {
  if (delimiter !== ':' || rows.length < fewestPlainLines) return false;
  const shaped = rows.filter(
    (row) => isUserName(row[0]!) && /^\S{4,40}$/u.test(row.slice(1).join(':')) && !row[1]!.startsWith('/'),
  );
  const second = rows.map((row) => row[1]!);
  return (
    shaped.length >= rows.length * 0.98 &&
    new Set(rows.map((row) => row[0])).size >= rows.length * 0.9 &&
    new Set(second).size >= rows.length * 0.7 &&
    second.filter(isMixed).length >= rows.length * 0.3
  );
}

/** Letters and digits or signs together, as in passwords and in little else. */
function isMixed(value: string): boolean {
  return /[A-Za-z]/u.test(value) && /[^A-Za-z\s]/u.test(value);
}
