// Whose rows are whose, as somebody writes it down: controllers, each with rules about tables, columns and files, or a
// list of its own customers. In: JSON. Out: rules with defaults filled in. Whatever is not understood is an error that
// names the rule; nothing is passed over.

import { TocsinError } from '../../base/index.ts';
import { lineOfFault } from './json-line.ts';
import { nearestName } from './nearest-name.ts';

/** A rule speaks of the rows for which everything that it names holds. */
export interface SplitRule {
  /** For errors and counts: `rule 2 of Banque A`. */
  title: string;
  /** Names, exact or with `*` and `?`, without regard to capitals; null where any will do. */
  table: string | null;
  file: string | null;
  column: string | null;
  /** Of a rule about a column: whole values, and beginnings of values. */
  values: string[];
  prefixes: string[];
  /** A file with further values, one a line, relative to the file of rules. */
  valuesFile: string | null;
  /** Rows that others claim by a shared rule too are theirs as well. */
  shared: boolean;
}

/** A list of a controller's own customers: whoever it names is the controller's. */
export interface OwnList {
  title: string;
  /** Relative to the file of rules. */
  file: string;
  /** Columns with identifiers, each with its sort where that is told; all that are understood where none is named. */
  columns: { name: string; sort: string | null }[];
  shared: boolean;
}

export interface ControllerRules {
  name: string;
  rules: SplitRule[];
  lists: OwnList[];
}

export interface SplitRules {
  controllers: ControllerRules[];
}

/** More is no file of rules. */
export const mostRuleBytes = 16 << 20;
const mostControllers = 1000;
const longestName = 200;

/** `what`: how the file is called in errors. */
export function parseSplitRules(text: string, what: string): SplitRules {
  const top = fieldsOf(parseJson(text, what), what, ['controllers', 'shared']);
  const shared = flagOf(top['shared'], what);
  const { controllers } = top;
  if (!Array.isArray(controllers) || controllers.length === 0)
    throw wrong(`${what} names no controllers`, 'write { "controllers": [ { "name": …, "rules": [ … ] } ] }');
  if (controllers.length > mostControllers)
    throw wrong(`${what} names more than ${mostControllers} controllers`);
  const parsed = controllers.map((entry, i) => parseController(entry, i + 1, shared));
  const names = new Set<string>();
  for (const { name } of parsed) {
    if (names.has(name.toLowerCase())) throw wrong(`two controllers are called ${name}`);
    names.add(name.toLowerCase());
  }
  return { controllers: parsed };
}

function parseController(entry: unknown, number: number, sharedByAll: boolean): ControllerRules {
  const place = `controller ${number}`;
  const fields = fieldsOf(entry, place, ['name', 'rules', 'list', 'lists', 'shared']);
  const name = textOf(fields['name'], `the name of ${place}`);
  if (name.length > longestName || /\p{Cc}/u.test(name))
    throw wrong(`the name of ${place} is longer than ${longestName} characters, or has signs that control`);
  const shared = sharedByAll || flagOf(fields['shared'], name);
  const rules = listOf(fields['rules'], `rules of ${name}`).map((rule, i) =>
    parseRule(rule, `rule ${i + 1} of ${name}`, shared),
  );
  const lists = [
    ...(fields['list'] === undefined ? [] : [fields['list']]),
    ...listOf(fields['lists'], `lists of ${name}`),
  ];
  if (rules.length + lists.length === 0) throw wrong(`${name} has neither rules nor a list`);
  return {
    name,
    rules,
    lists: lists.map((list, i) =>
      parseList(list, lists.length > 1 ? `list ${i + 1} of ${name}` : `the list of ${name}`, shared),
    ),
  };
}

const ruleFields = [
  'table',
  'file',
  'column',
  'value',
  'values',
  'prefix',
  'prefixes',
  'valuesFile',
  'shared',
];

function parseRule(rule: unknown, title: string, sharedByAll: boolean): SplitRule {
  const fields = fieldsOf(rule, title, ruleFields);
  const named = (field: string) =>
    fields[field] === undefined ? null : textOf(fields[field], `${field} in ${title}`);
  const parsed: SplitRule = {
    title,
    table: named('table'),
    file: named('file'),
    column: named('column'),
    values: [...valuesOf(fields['value'], title), ...valuesOf(fields['values'], title)],
    prefixes: [...valuesOf(fields['prefix'], title), ...valuesOf(fields['prefixes'], title)],
    valuesFile: named('valuesFile'),
    shared: sharedByAll || flagOf(fields['shared'], title),
  };
  const hasValues = parsed.values.length + parsed.prefixes.length > 0 || parsed.valuesFile !== null;
  if (parsed.column === null && hasValues) throw wrong(`${title} has values, but names no column`);
  if (parsed.column !== null && !hasValues)
    throw wrong(`${title} names a column, but no values`, 'add "values": [ … ] or "prefix": "…"');
  if (parsed.column === null && parsed.table === null && parsed.file === null)
    throw wrong(`${title} names no table, no column and no file`);
  return parsed;
}

function parseList(list: unknown, title: string, sharedByAll: boolean): OwnList {
  const fields = fieldsOf(list, title, ['file', 'columns', 'column', 'shared']);
  const columns = [fields['column'] ?? [], fields['columns'] ?? []].flat() as unknown[];
  return {
    title,
    file: textOf(fields['file'], `file in ${title}`),
    columns: columns.map((column) => {
      if (typeof column === 'string') return { name: column, sort: null };
      const { name, is } = fieldsOf(column, `a column of ${title}`, ['name', 'is']);
      return {
        name: textOf(name, `the name of a column of ${title}`),
        sort: is === undefined ? null : textOf(is, `"is" in ${title}`),
      };
    }),
    shared: sharedByAll || flagOf(fields['shared'], title),
  };
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    // the engine's own message quotes what it read
    throw wrong(`${what} is not JSON: see line ${lineOfFault(text)}`);
  }
}

function fieldsOf(value: unknown, place: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(`${place} is not written in { }`);
  for (const field of Object.keys(value)) {
    if (known.includes(field)) continue;
    const near = nearestName(field, known);
    throw wrong(
      `${place} has a field that is not known: ${field}`,
      near === null ? `it may have ${known.join(', ')}` : `it may be meant as ${near}`,
    );
  }
  return value as Record<string, unknown>;
}

function listOf(value: unknown, place: string): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw wrong(`the ${place} are not written in [ ]`);
  return value;
}

function textOf(value: unknown, place: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw wrong(`${place} is not a text`);
  return value;
}

function valuesOf(value: unknown, title: string): string[] {
  if (value === undefined) return [];
  const values = Array.isArray(value) ? value : [value];
  return values.map((entry) => {
    if (typeof entry === 'number' && !Number.isSafeInteger(entry))
      throw wrong(`a number in ${title} is written as it may not stand in the file`, 'put it in quotes');
    const text = typeof entry === 'number' ? String(entry) : entry;
    if (typeof text !== 'string' || text.trim() === '')
      throw wrong(`a value in ${title} is neither a text nor a whole number`);
    return text.trim();
  });
}

function flagOf(value: unknown, place: string): boolean {
  if (value !== undefined && typeof value !== 'boolean')
    throw wrong(`"shared" in ${place} is neither true nor false`);
  return value ?? false;
}

function wrong(message: string, hint?: string): TocsinError {
  return new TocsinError('RULES_WRONG', message, hint === undefined ? {} : { hint });
}
