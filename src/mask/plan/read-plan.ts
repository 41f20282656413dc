// A plan from its YAML. In: the text of a file that people edit. Out: the plan. Nothing is guessed: what is not known, twice
// there, or kept without a reason is an error with its line.

import { identifierNames } from '../../recognise/index.ts';
import { type MethodName, valueMethods } from '../method.ts';
import {
  type ColumnRule,
  type FileRule,
  type KeepRule,
  type MaskPlan,
  type PlanLink,
  type PlanSource,
  type PlanTable,
  planVersion,
  type StatementRule,
} from './mask-plan.ts';
import { parseYaml, planError, type YamlMap, type YamlNode } from './parse-yaml.ts';

const methods: ReadonlySet<string> = new Set<string>([...valueMethods, ...identifierNames]);

/** Throws MASK_PLAN. */
export function readPlan(text: string): MaskPlan {
  const root = parseYaml(text);
  only(root, ['plan', 'source', 'tables', 'statements', 'files', 'links'], 'a plan');
  const version = root.entries.get('plan');
  if (!version) throw planError(root.line, `the first key must be plan: ${planVersion}`);
  if (textOf(version.value) !== String(planVersion))
    throw planError(version.line, `this is not a plan of version ${planVersion}`);
  const tables = readEntries(root, 'tables', tableOf);
  return {
    source: itemsOf(root, 'source').map(sourceOf),
    tables,
    statements: readEntries(root, 'statements', statementOf),
    files: filesOf(root),
    links: itemsOf(root, 'links').map((node) => linkOf(node, tables)),
  };
}

function sourceOf(node: YamlNode): PlanSource {
  const map = mapOf(node, 'a source');
  only(map, ['file', 'format'], 'a source');
  return { file: needed(map, 'file'), format: needed(map, 'format') };
}

function tableOf(node: YamlNode, name: string): PlanTable {
  const map = mapOf(node, `table ${quoted(name)}`);
  return new Map([...map.entries].map(([column, entry]) => [column, columnOf(entry.value, name, column)]));
}

function columnOf(node: YamlNode, table: string, column: string): ColumnRule {
  const what = `column ${quoted(column)} of table ${quoted(table)}`;
  const map = mapOf(node, what);
  only(map, ['mask', 'keep', 'holds', 'unique', 'found', 'reason'], what);
  const mask = map.entries.get('mask');
  const keep = map.entries.get('keep');
  const found = map.entries.has('found') ? { found: needed(map, 'found') } : {};
  if (mask && keep) throw planError(keep.line, `${what} is both masked and kept`);
  if (keep) {
    for (const key of ['unique', 'reason']) {
      const entry = map.entries.get(key);
      if (entry) throw planError(entry.line, `${what}: ${key} says nothing of a column that is kept`);
    }
    return { keep: reasonOf(keep.value, what), ...holdsOf(map, what), ...found };
  }
  if (!mask) throw planError(map.line, `${what} has neither mask nor keep`);
  const holds = map.entries.get('holds');
  if (holds) throw planError(holds.line, `${what}: holds says nothing of a column that is masked`);
  const method = textOf(mask.value);
  if (method === null || !methods.has(method))
    throw planError(
      mask.line,
      `${what}: ${method === null ? 'mask must be a word' : `no method is called ${quoted(method)}`}`,
    );
  return {
    mask: method as MethodName,
    ...(uniqueOf(map, what) ? { isUnique: true } : {}),
    ...found,
    ...(map.entries.has('reason') ? { reason: needed(map, 'reason') } : {}),
  };
}

function holdsOf(map: YamlMap, what: string): Pick<KeepRule, 'holds'> {
  const entry = map.entries.get('holds');
  if (!entry) return {};
  const text = textOf(entry.value);
  if (text !== 'numbers' && text !== 'dates')
    throw planError(entry.line, `${what}: holds is either numbers or dates`);
  return { holds: text };
}

function uniqueOf(map: YamlMap, what: string): boolean {
  const entry = map.entries.get('unique');
  if (!entry) return false;
  const text = textOf(entry.value);
  if (text !== 'true' && text !== 'false')
    throw planError(entry.line, `${what}: unique is either true or false`);
  return text === 'true';
}

function reasonOf(node: YamlNode, what: string): string {
  const reason = textOf(node)?.trim() ?? '';
  if (reason === '' || reason === 'true' || reason === '~' || reason === 'null')
    throw planError(node.line, `${what} is kept without a reason`);
  return reason;
}

function statementOf(node: YamlNode, word: string): StatementRule {
  if (node.is === 'map') {
    const what = `statement ${quoted(word)}`;
    only(node, ['keep'], what);
    const keep = node.entries.get('keep');
    if (!keep) throw planError(node.line, `${what} has no rule`);
    return { keep: reasonOf(keep.value, what) };
  }
  return ruleOf(node, `statement ${quoted(word)}`);
}

/** `files: text`, or a rule for each path, with `*` for the others. */
function filesOf(root: YamlMap): MaskPlan['files'] {
  const entry = root.entries.get('files');
  if (!entry) return { rest: 'refuse', named: new Map() };
  if (entry.value.is === 'text') return { rest: ruleOf(entry.value, 'files'), named: new Map() };
  const named = readEntries(root, 'files', (node, path): FileRule => ruleOf(node, `file ${quoted(path)}`));
  const rest = named.get('*') ?? 'refuse';
  named.delete('*');
  return { rest, named };
}

function ruleOf(node: YamlNode, what: string): FileRule {
  const text = textOf(node);
  if (text === 'text' || text === 'drop' || text === 'refuse') return text;
  throw planError(node.line, `${what}: the rule is text, drop or refuse`);
}

/** `orders.user_id = users.id`; a name that holds a dot or a blank stands in double quotes. */
const linkForm = /^(?:"([^"]+)"|([^\s".=]+))\.(?:"([^"]+)"|([^\s".=]+))$/u;

function linkOf(node: YamlNode, tables: ReadonlyMap<string, PlanTable>): PlanLink {
  const [from, to, ...more] = (textOf(node) ?? '').split(' = ').map((end) => linkForm.exec(end.trim()));
  if (!from || !to || more.length > 0)
    throw planError(node.line, 'a link is written as table.column = table.column');
  const link = {
    table: (from[1] ?? from[2])!,
    column: (from[3] ?? from[4])!,
    toTable: (to[1] ?? to[2])!,
    toColumn: (to[3] ?? to[4])!,
  };
  for (const [table, column] of [
    [link.table, link.column],
    [link.toTable, link.toColumn],
  ] as const)
    if (!tables.get(table)?.has(column))
      throw planError(
        node.line,
        `the link names column ${quoted(column)} of table ${quoted(table)}, which the plan has not`,
      );
  return link;
}

function readEntries<T>(
  root: YamlMap,
  key: string,
  read: (node: YamlNode, name: string) => T,
): Map<string, T> {
  const entry = root.entries.get(key);
  if (!entry || isNothing(entry.value)) return new Map();
  const map = mapOf(entry.value, key);
  return new Map([...map.entries].map(([name, { value }]) => [name, read(value, name)]));
}

function itemsOf(root: YamlMap, key: string): YamlNode[] {
  const entry = root.entries.get(key);
  if (!entry || isNothing(entry.value)) return [];
  if (entry.value.is !== 'list') throw planError(entry.line, `${key} must be a list`);
  return entry.value.items;
}

function only(map: YamlMap, keys: readonly string[], what: string): void {
  for (const [key, { line }] of map.entries)
    if (!keys.includes(key)) throw planError(line, `${what} has no key ${quoted(key)}`);
}

function mapOf(node: YamlNode, what: string): YamlMap {
  if (node.is !== 'map') throw planError(node.line, `${what} must be keys and values`);
  return node;
}

function needed(map: YamlMap, key: string): string {
  const entry = map.entries.get(key);
  const text = entry ? textOf(entry.value) : null;
  if (text === null || text === '') throw planError(entry?.line ?? map.line, `${key} must be a text`);
  return text;
}

function textOf(node: YamlNode): string | null {
  return node.is === 'text' ? node.text : null;
}

function isNothing(node: YamlNode): boolean {
  return node.is === 'text' && node.text === '';
}

const longestQuoted = 60;

/** Names of plans are those of the source's schema, or what somebody has typed: no value of it, but perhaps long. */
function quoted(name: string): string {
  return JSON.stringify(name.length > longestQuoted ? `${name.slice(0, longestQuoted)}…` : name);
}
