import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffJson } from './sniff-json.ts';

const sniff = (text: string) => sniffJson(Buffer.from(text));
const long = `"${'x'.repeat(300_000)}"`;

describe('what a JSON file is', () => {
  it('is told by its first values', () => {
    for (const [text, shape, name] of [
      ['{"a":1}\n{"a":2}\n', 'lines', 'NDJSON'],
      ['\ufeff{"a":1}\r\n{"a":2}\r\n', 'lines', 'NDJSON'],
      ['{"a":1}{"a":2}', 'lines', 'JSON'],
      ['{\n  "a": 1\n}\n{\n  "a": 2\n}\n', 'lines', 'JSON'],
      ['\u001e{"a":1}\n\u001e{"a":2}\n', 'lines', 'NDJSON'],
      ['[1,"a"]\n[2,"b"]\n', 'lines', 'NDJSON'],
      [
        '{"_id":{"$oid":"65a0c0ffee65a0c0ffee0001"},"a":1}\n{"_id":{"$oid":"65a0c0ffee65a0c0ffee0002"}}\n',
        'lines',
        'MongoDB export',
      ],
      [
        '{ "_id" : ObjectId("65a0c0ffee65a0c0ffee0001") }\n{ "_id" : ObjectId("65a0c0ffee65a0c0ffee0002") }\n',
        'lines',
        'MongoDB export',
      ],
      ['[{"a":1},{"a":2}]', 'array', 'JSON'],
      ['[\n  {\n    "a": 1\n  }\n]\n', 'array', 'JSON'],
      ['[[1,2],[3,4]]', 'array', 'JSON'],
      ['["a@example.com","b@example.com"]', 'array', 'JSON'],
      ['[]', 'document', 'JSON'],
      ['{"users":[{"a":1}]}', 'document', 'JSON'],
      [`{"users":[{"a":${long}`, 'document', 'JSON'],
      [`[{"a":${long}`, 'array', 'JSON'],
      [
        '[{"type":"header","version":"5.2.1","comment":"Export to JSON plugin for PHPMyAdmin"},\n',
        'document',
        'JSON',
      ],
      ['/**\n Export to JSON plugin for PHPMyAdmin\n*/\n\n[{"a":1},{"a":2}]', 'array', 'JSON'],
    ] as const) {
      expect(sniff(text.slice(0, 256 << 10))).toMatchObject({ kind: 'json', shape, name });
    }
  });

  it('is nothing for code, configuration, logs, prose and other formats', () => {
    for (const text of [
      '',
      '   \n',
      'a,b\n1,2\n',
      '[section]\nkey = value\n',
      '[main]\n',
      '[2020-01-01 12:00:01] started\n[2020-01-01 12:00:02] stopped\n',
      '[12:01] <jean> hello\n',
      '[1] A footnote\n[2] Another\n',
      '[link](https://example.com)\n',
      '{% block title %}',
      '{{ name }}',
      '{\n  color: red;\n}\n',
      "{ 'a': 1 }",
      '{name: "x"}',
      '{ return 1; }',
      '{}; function',
      '"just a string"',
      '12',
      '<html>',
      '{"a":1} and then prose',
      '[x for x in y]',
      '[-1',
    ]) {
      expect([text, sniff(text)]).toEqual([text, null]);
    }
  });

  it('is lines although the first of them are broken', () => {
    expect(sniff(`{"a":"x\n{"a":1}\n{"a":2}\n{'a':3}\n{"a":4}\n`)).toMatchObject({
      shape: 'lines',
      withinLines: true,
    });
  });

  it('says what stands where a row begins', () => {
    expect(sniff('{"a":1}\r\n{"b":2}\r\n')!.sync).toEqual({ text: '\n{', at: 1 });
    expect(sniff('[{"id":1},{"id":2}]')!.sync).toEqual({ text: '},{"id"', at: 2 });
    expect(sniff('[{"id":1},{"x":2}]')!.sync).toEqual({ text: '},{', at: 2 });
    expect(sniff('[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]')!.sync).toEqual({
      text: '\n  {',
      at: 3,
    });
    expect(sniff('[{"id":1}]')!.sync).toBeNull();
  });

  it('takes a first row for a header only where it names what follows', () => {
    expect(sniff('[["id","mail"],[1,"a@example.com"]]')).toMatchObject({
      columns: ['id', 'mail'],
      rowsFrom: 14,
    });
    for (const text of [
      '[["a","b"],["c","d"]]',
      '[["a","a"],[1,2]]',
      '[["a@example.com","b"],[1,2]]',
      '[[1,2],[3,4]]',
    ]) {
      expect(sniff(text)).toMatchObject({ columns: null, rowsFrom: 0 });
    }
  });

  it('is plain data, and is told of any bytes without a fault', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      'a',
      '1',
      '-',
      '//',
      '/*',
      ' ',
      '"a":',
      '{"a":1}',
      'é',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const shape = sniff(pieces.join(''));
        expect(JSON.parse(JSON.stringify(shape))).toEqual(shape);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void sniffJson(bytes)));
  });

  it('is found in any head made of one thing over and over', () => {
    for (const unit of [
      '{',
      '[',
      '{"a":',
      '[{"a":',
      '"',
      '{"',
      '\\',
      '{"a":"\\',
      '//',
      '/*',
      '{"a":1,',
      '[1,',
      '{"a":x\n',
      '[[],',
      '{"a":A(',
    ]) {
      expect(() => sniff(unit.repeat(Math.ceil((256 << 10) / unit.length)))).not.toThrow();
    }
  });
});
