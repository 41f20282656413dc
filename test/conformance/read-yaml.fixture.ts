/*
 * The part of YAML that our OpenAPI page is written in: maps and lists by indentation, plain and quoted scalars, folded
 * texts, lists in one line. Anything else is an error, so that the page stays readable by everybody.
 */

interface Line {
  indent: number;
  text: string;
  number: number;
}

export function readYaml(source: string): unknown {
  const lines = source.split('\n').flatMap((raw, i): Line[] => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return [];
    return [{ indent: raw.length - raw.trimStart().length, text, number: i + 1 }];
  });
  const value = readBlock(lines, 0);
  if (lines.length > 0) throw new Error(`line ${lines[0]!.number}: less indented than its block`);
  return value;
}

/** Takes its lines off the front. */
function readBlock(lines: Line[], least: number): unknown {
  const { indent, text } = lines[0]!;
  if (indent < least) return null;
  return text.startsWith('- ') ? readList(lines, indent) : readMap(lines, indent);
}

function readList(lines: Line[], indent: number): unknown[] {
  const list: unknown[] = [];
  while (lines[0]?.indent === indent && lines[0].text.startsWith('- ')) {
    const line = lines[0];
    const item = line.text.slice(2);
    if (keyOf(item) === null) {
      lines.shift();
      list.push(scalar(item, line));
      continue;
    }
    // the map of an item begins behind its dash
    lines[0] = { ...line, indent: indent + 2, text: item };
    list.push(readMap(lines, indent + 2));
  }
  return list;
}

function readMap(lines: Line[], indent: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  while (lines[0]?.indent === indent && !lines[0].text.startsWith('- ')) {
    const line = lines.shift()!;
    const key = keyOf(line.text);
    if (key === null) throw new Error(`line ${line.number}: no key`);
    if (Object.hasOwn(map, key.name)) throw new Error(`line ${line.number}: ${key.name} stands twice`);
    if (key.rest === '>-') map[key.name] = folded(lines, indent);
    else if (key.rest !== '') map[key.name] = scalar(key.rest, line);
    else map[key.name] = (lines[0]?.indent ?? 0) > indent ? readBlock(lines, indent + 1) : null;
  }
  return map;
}

function keyOf(text: string): { name: string; rest: string } | null {
  const found = /^(?:'(?<quoted>[^']*)'|(?<plain>[^\s'"[{:][^:]*)):(?: (?<rest>.*))?$/u.exec(text)?.groups;
  return found ? { name: found['quoted'] ?? found['plain']!, rest: found['rest']?.trim() ?? '' } : null;
}

function folded(lines: Line[], indent: number): string {
  const texts: string[] = [];
  while (lines.length > 0 && lines[0]!.indent > indent) texts.push(lines.shift()!.text);
  return texts.join(' ');
}

function scalar(text: string, { number }: Line): unknown {
  if (/^'(?:[^']|'')*'$/u.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (text.startsWith('[') && text.endsWith(']')) {
    const inside = text.slice(1, -1).trim();
    return inside === '' ? [] : inside.split(',').map((item) => scalar(item.trim(), { number } as Line));
  }
  if (/^["{&*!|>%@`]|: | #/u.test(text)) throw new Error(`line ${number}: not in our part of YAML`);
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/u.test(text) ? Number(text) : text;
}
