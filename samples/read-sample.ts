/**
 * A slow and simple reader of the samples, for their tests only: independent of the writer and of
 * the product, so that neither is judged by itself. Takes a whole small dump, gives every table's
 * columns and decoded rows.
 */
export interface SampleTable {
  columns: string[];
  rows: (string | null)[][];
}

const unescaped: Record<string, string> = { '0': '\0', n: '\n', r: '\r', Z: '\u001a' };

/** @throws when a row does not have as many values as its table has columns */
export function readSample(dump: Uint8Array): Map<string, SampleTable> {
  const tables = new Map<string, SampleTable>();
  // One character a byte; cells are decoded as UTF-8 one by one.
  const text = Buffer.from(dump).toString('latin1');
  for (const [, name, body] of text.matchAll(/^CREATE TABLE `(\w+)` \(\n(.*?)\n\) ENGINE=/gms)) {
    const columns = [...body!.matchAll(/^ {2}`(\w+)` /gm)].map((match) => match[1]!);
    tables.set(name!, { columns, rows: [] });
  }
  for (const line of text.split('\n')) {
    const insert = /^INSERT INTO `(\w+)` VALUES /.exec(line);
    if (insert === null) continue;
    const table = tables.get(insert[1]!)!;
    let at = insert[0].length;
    while (line[at - 1] !== ';') {
      const [row, next] = readTuple(line, at);
      if (row.length !== table.columns.length) throw new Error(`row of ${row.length} in ${insert[1]}`);
      table.rows.push(row);
      at = next + 1;
    }
  }
  return tables;
}

function readTuple(line: string, start: number): [row: (string | null)[], next: number] {
  if (line[start] !== '(') throw new Error(`no row at ${start}`);
  const row: (string | null)[] = [];
  let at = start + 1;
  for (;;) {
    const [value, next] = readValue(line, at);
    row.push(value);
    at = next + 1;
    if (line[next] === ')') return [row, at];
    if (line[next] !== ',') throw new Error(`no comma at ${next}`);
  }
}

function readValue(line: string, start: number): [value: string | null, next: number] {
  const binary = line.startsWith('_binary ', start);
  let at = binary ? start + 8 : start;
  if (line[at] !== "'") {
    const bare = /[^,)]+/y;
    bare.lastIndex = at;
    const word = bare.exec(line)![0];
    return [word === 'NULL' ? null : word, at + word.length];
  }
  let value = '';
  for (at++; line[at] !== "'"; at++) {
    if (line[at] === undefined) throw new Error('string without end');
    if (line[at] === '\\') value += unescaped[line[++at]!] ?? line[at]!;
    else value += line[at]!;
  }
  return [binary ? value : Buffer.from(value, 'latin1').toString(), at + 1];
}
