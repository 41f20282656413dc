import { describe, expect, it } from 'vitest';
import { objectsOf, readJson } from './read-json.fixture.ts';

describe('rows of JSON', () => {
  it('are told with the columns found so far, in the order of first sight', () => {
    const { rows } = readJson('{"id":1,"mail":"a@example.com"}\n{"mail":null,"tel":"07700 900123","id":2}\n');
    expect(rows.map(({ table, columns, values }) => ({ table, columns, values }))).toEqual([
      { table: '', columns: ['id', 'mail'], values: ['1', 'a@example.com'] },
      { table: '', columns: ['mail', 'tel', 'id'], values: [null, '07700 900123', '2'] },
    ]);
  });

  it('flatten objects inside, and keep lists in one piece', () => {
    const read = readJson('{"a":{"b":{"c":1},"d":[1,{"e":2}]},"f":[]}\n{"a":"x"}\n');
    expect(objectsOf(read)).toEqual([{ 'a.b.c': '1', 'a.d': '[1,{"e":2}]', f: null }, { a: 'x' }]);
  });

  it('keep keys apart that differ in case only, are said twice, or read alike when flattened', () => {
    const read = readJson('{"a":1,"A":2,"a":3,"b.c":4,"b":{"c":5},"\\u0061":6}\n{"A":7}\n');
    expect(objectsOf(read)).toEqual([
      { a: '1', 'A (2)': '2', 'a (3)': '3', 'b.c': '4', 'b.c (2)': '5', 'a (4)': '6' },
      { 'A (2)': '7' },
    ]);
  });

  it('of Elasticsearch are what lies under _source, without the lines that say what to do', () => {
    const dumped =
      '{"_index":"u","_id":"1","_source":{"mail":"a@example.com","_id":9}}\n{"_index":"u","_id":"2","_source":{"mail":"b@example.com"}}\n';
    expect(objectsOf(readJson(dumped))).toEqual([
      { _index: 'u', _id: '1', mail: 'a@example.com', '_source._id': '9' },
      { _index: 'u', _id: '2', mail: 'b@example.com' },
    ]);
    const bulk =
      '{"index":{"_index":"u","_id":"1"}}\n{"n":1}\n{"create":{"_id":"a@example.com"}}\n{"n":2}\n{"delete":{"_id":"3"}}\n';
    const read = readJson(bulk);
    expect(objectsOf(read)).toEqual([{ n: '1' }, { n: '2' }]);
    expect(read.skipped.map(({ text }) => text)).toEqual(['{"create":{"_id":"a@example.com"}}']);
  });

  it('of mongoexport are their values', () => {
    const read = readJson(
      '{"_id":{"$oid":"65a0c0ffee65a0c0ffee0001"},"at":{"$date":"2020-01-01T00:00:00Z"},"n":{"$numberLong":"5"},"in":{"x":{"$oid":"ab"}}}\n',
    );
    expect(objectsOf(read)).toEqual([
      { _id: '65a0c0ffee65a0c0ffee0001', at: '2020-01-01T00:00:00Z', n: '5', 'in.x': 'ab' },
    ]);
  });

  it('that are lists have the names of their first row, where it has names', () => {
    const named = readJson('[["id","mail"],\n[1,"a@example.com"],\n[2,{"a":1}]]');
    expect(objectsOf(named)).toEqual([
      { id: '1', mail: 'a@example.com' },
      { id: '2', mail: '{"a":1}' },
    ]);
    expect(objectsOf(readJson('[1,"a"]\n[2,"b"]\n'))).toEqual([
      { 0: '1', 1: 'a' },
      { 0: '2', 1: 'b' },
    ]);
    expect(objectsOf(readJson('["a@example.com", null, "b"]'))).toEqual([
      { value: 'a@example.com' },
      { value: null },
      { value: 'b' },
    ]);
  });

  it('may have commas too many, a byte order mark, and no line end at the end', () => {
    for (const text of [
      '\ufeff[{"a":1,},{"a":2},]',
      '{"a":1},\n{"a":2},\n',
      '\ufeff{"a":1}\r\n\r\n{"a":2}',
      '[{"a":1}]\n[{"a":2}]\n',
    ]) {
      const read = readJson(text);
      expect(objectsOf(read)).toEqual([{ a: '1' }, { a: '2' }]);
      expect(read.skipped).toEqual([]);
      expect(read.end).toBe(Buffer.byteLength(text));
    }
  });

  it('that are broken cost the line they stand in', () => {
    const broken = [
      '{"a":"x',
      '{"a":',
      '{"a":1',
      "{'a':1}",
      '{a:1}',
      '{"a":1 /* one */}',
      '// {"a":1}',
      '{"a":"\\',
      'x',
      '{"a" 1}',
      '{"a":[1}',
      '"a"',
      '\0\0',
    ];
    for (const line of broken) {
      const read = readJson(`{"a":0}\n{"a":1}\n${line}\n{"a":2}\n{"a":3}`);
      expect(objectsOf(read)).toEqual(['0', '1', '2', '3'].map((a) => ({ a })));
      expect(read.skipped.map(({ text }) => text)).toEqual([`${line}\n`]);
    }
  });

  it('that are broken in one long line cost little more than themselves', () => {
    const read = readJson('[{"id":0},{"id":1},{"id":2,"n":"x"y"},{"id":3},{"id":4,"l":[1}},{"id":5}]');
    expect(objectsOf(read).map(({ id }) => id)).toEqual(['0', '1', '3', '5']);
    expect(read.skipped.map(({ reason }) => reason)).toEqual([
      'rows that are not JSON',
      'rows that are not JSON',
    ]);
  });

  it('of a file that is cut off are kept, and what is left of the last one is handed over', () => {
    const text = '[{"id":0},{"id":1},{"id":2}]';
    for (let cut = 10; cut < text.length; cut++) {
      const read = readJson(text.slice(0, cut), { shape: { ...shape, sync: null } });
      expect(read.rows).toHaveLength(cut >= 27 ? 3 : cut >= 18 ? 2 : 1);
      expect(read.end).toBe(cut);
    }
    expect(readJson('{"a":1}\n{"a":2,"b').skipped).toMatchObject([
      { reason: 'cut off in the middle of a row', text: '{"a":2,"b' },
    ]);
  });

  it('in Latin-1 or with damaged UTF-8 are rows like others', () => {
    const bytes = Buffer.from('{"nom":"Zo\u00eb"}\n{"nom":"\u00ff\u00fe"}\n', 'latin1');
    expect(objectsOf(readJson(bytes, { charset: 'latin1' }))).toEqual([{ nom: 'Zoë' }, { nom: 'ÿþ' }]);
  });
});

const shape = {
  kind: 'json',
  shape: 'array',
  name: 'JSON',
  rows: 'object',
  columns: null,
  rowsFrom: 0,
  withinLines: false,
  sync: null,
  actions: false,
  sequential: false,
} as const;
