// Tells from its head whether a file is JSON, and how its rows stand in it.
// In: the first bytes, in UTF-8 or a single-byte set. Out: a shape, plain data, or null for what is no JSON.
// It is strict about the first values: code, configuration and logs have brackets too.

import { headerRow } from './header-row.ts';
import type { JsonShape } from './json-shape.ts';
import { BAD, CUT, passBlank, passValue } from './pass-value.ts';

/** Rows looked at to tell what stands between them. */
const maxRows = 50;

export type { JsonShape } from './json-shape.ts';

export function sniffJson(head: Uint8Array): JsonShape | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const start = passBlank(text, text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0);
  if (text[start] === '{') return shapeOfObjects(text, start);
  return text[start] === '[' ? shapeOfArray(text, start) : null;
}

function shapeOfObjects(text: string, start: number): JsonShape | null {
  const end = passValue(text, start);
  if (end === CUT) return document(text);
  const rows = rowsFrom(text, start);
  if (end === BAD) {
    if (rows.length > 1) return shapeOfRows(text, 'lines', rows);
    return containerStart.test(text.slice(start, start + startBytes)) ? document(text) : null;
  }
  const next = text[passSeparators(text, end)];
  if (next === '{') return shapeOfRows(text, 'lines', rows);
  return next === undefined || next === '[' ? document(text) : null;
}

function shapeOfArray(text: string, start: number): JsonShape | null {
  const first = passBlank(text, start + 1);
  const end = passValue(text, first);
  if (text[first] === '{') {
    if (end === BAD && !rowStart.test(text.slice(first, first + startBytes))) return null;
    if (exportHead.test(text.slice(first, first + 300))) return document(text);
    return shapeOfRows(text, 'array', rowsFrom(text, first));
  }
  if (text[first] === '[') return end === BAD ? null : shapeOfLists(text, 'array', rowsFrom(text, first));
  if (text[first] === ']') return document(text);
  const whole = passValue(text, start);
  if (whole === BAD || !isList(text, first)) return null;
  const next = whole === CUT ? undefined : text[passSeparators(text, whole)];
  if (next === '[') return shapeOfLists(text, 'lines', rowsFrom(text, start));
  return next === undefined ? { ...document(text), shape: 'array', rows: 'value' } : null;
}

/** Values with commas between them, as far as the first ones show: `[section]` and `[12:01] started` are no lists. */
function isList(text: string, first: number): boolean {
  let p = first;
  for (let i = 0; i < maxRows; i++) {
    const end = passValue(text, p);
    if (end === CUT) return i > 1 || text[p] === '"';
    if (end === BAD) return false;
    p = passBlank(text, end);
    if (text[p] === ']') return true;
    if (text[p] !== ',') return p >= text.length;
    p = passBlank(text, p + 1);
  }
  return true;
}

interface Row {
  from: number;
  /** One past it; `CUT` for the last one of the head. */
  to: number;
}

function rowsFrom(text: string, start: number): Row[] {
  const rows: Row[] = [];
  let p = start;
  const opens = text[p];
  while (rows.length < maxRows && p < text.length && text[p] === opens) {
    const to = passValue(text, p);
    if (to === BAD) {
      // a broken row says nothing of the others
      p = nextLine(text, p);
      continue;
    }
    rows.push({ from: p, to });
    if (to === CUT) break;
    p = passSeparators(text, to);
  }
  return rows;
}

function shapeOfRows(text: string, shape: 'lines' | 'array', rows: Row[]): JsonShape {
  const withinLines = areWithinLines(text, rows);
  const isMongo = mongoTypes.test(text.slice(rows[0]?.from ?? 0, (rows[0]?.from ?? 0) + typesLookedFor));
  return {
    ...document(text),
    shape,
    name: isMongo ? 'MongoDB export' : shape === 'lines' && withinLines ? 'NDJSON' : 'JSON',
    withinLines,
    sync: syncOf(text, rows),
    rowsFrom: text.slice(0, rows[0]?.from ?? 0).includes('/') ? rows[0]!.from : 0,
    actions: actionLine.test(text.slice(rows[0]?.from ?? 0, (rows[0]?.from ?? 0) + 40)),
    sequential: false,
  };
}

function shapeOfLists(text: string, shape: 'lines' | 'array', rows: Row[]): JsonShape {
  const header = headerRow(
    rows.slice(0, 2).map(({ from, to }) => (to === CUT ? null : text.slice(from, to))),
  );
  const sync = syncOf(text, rows);
  const withinLines = areWithinLines(text, rows);
  return {
    ...document(text),
    shape,
    name: shape === 'lines' && withinLines ? 'NDJSON' : 'JSON',
    rows: 'array',
    columns: header,
    rowsFrom: header ? rows[0]!.to : 0,
    withinLines,
    sync,
    sequential: sync === null,
  };
}

function document(text: string): JsonShape {
  return {
    kind: 'json',
    shape: 'document',
    name: mongoTypes.test(text.slice(0, typesLookedFor)) ? 'MongoDB export' : 'JSON',
    rows: 'object',
    columns: null,
    rowsFrom: 0,
    withinLines: false,
    sync: null,
    actions: false,
    sequential: true,
  };
}

function areWithinLines(text: string, rows: Row[]): boolean {
  const whole = rows.filter(({ to }) => to !== CUT);
  return (
    whole.length > 1 &&
    whole.every(({ from, to }) => !text.slice(from, to).includes('\n')) &&
    whole.slice(1).every(({ from }, i) => text.slice(whole[i]!.to, from).includes('\n'))
  );
}

/** What all rows but the first have before them, and no value inside a row is likely to. */
function syncOf(text: string, rows: Row[]): JsonShape['sync'] {
  if (rows.length < 2) return null;
  const gaps = new Set(rows.slice(1).map(({ from }, i) => gapBefore(text, rows[i]!.to, from)));
  if (gaps.size !== 1) return null;
  const gap = [...gaps][0]!;
  const opens = text[rows[0]!.from]!;
  const line = gap.lastIndexOf('\n');
  if (line >= 0) return { text: gap.slice(line) + opens, at: gap.length - line };
  const keys = new Set(rows.map(({ from }) => firstKey.exec(text.slice(from, from + 100))?.[0] ?? opens));
  const opening = keys.size === 1 ? [...keys][0]! : opens;
  return { text: `${opens === '{' ? '}' : ']'}${gap}${opening}`, at: gap.length + 1 };
}

/** Between two lines only the line end and what follows it matter: `\r\n` in one place must not hide the others. */
function gapBefore(text: string, from: number, to: number): string {
  const gap = text.slice(from, to);
  return gap.slice(Math.max(0, gap.lastIndexOf('\n')));
}

function passSeparators(text: string, from: number): number {
  let p = from;
  while (p < text.length && between.has(text[p]!)) p++;
  return p;
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n{', from);
  return at < 0 ? text.length : at + 1;
}

const between = new Set([' ', '\t', '\r', '\n', ',', '\u001e']);
/** What a file must begin with that is JSON although something in its head is not. */
const startBytes = 1024;
const rowStart =
  /^\{\s*"[^"\n]{1,60}"\s*:\s*(?:"[^"\n]*"\s*[,}]|-?\d+\s*[,}]|(?:null|true|false)\s*[,}]|[[{])/u;
const containerStart = /^(?:\{\s*"[^"\n]{1,60}"\s*:\s*){1,4}\[\s*\{\s*"[^"\n]{1,60}"\s*:/u;
const firstKey = /^\{\s{0,20}"[^"\\]{1,60}"/u;
const actionLine = /^\{\s?"(?:index|create|update|delete)"\s?:\s?\{/u;
const exportHead = /^\{\s*"type"\s*:\s*"header"[^}]{0,200}phpmyadmin/iu;
const typesLookedFor = 16 << 10;
const mongoTypes = /\{\s?"\$(?:oid|date|numberLong|binary)"\s?:|:\s?(?:ObjectId|ISODate|NumberLong)\(/u;
