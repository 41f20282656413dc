import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ExposureReport } from './exposure-report.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { renderJson } from './render-json.ts';

const schemaFile = new URL('../../docs/reference/examine-report.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

function errorsOf(document: unknown): string[] {
  return validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`);
}

describe('the JSON document', () => {
  it('is what the schema in docs/reference says', () => {
    expect(errorsOf(JSON.parse(renderJson(recruitingSiteReport())))).toEqual([]);
  });

  it('parses back to the same report', () => {
    const report = recruitingSiteReport();
    report.tables[0]!.name = 'a\x1b[2J\u009b\u202e\u2028b';
    report.tables[0]!.columns[2]!.classes[0]!.examples = ['j•••@g••••.com'];
    expect(JSON.parse(renderJson(report))).toEqual(report);
  });

  it('has the same text whatever the order in which the keys were made', () => {
    const report = recruitingSiteReport();
    const reversed = JSON.parse(JSON.stringify(report), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as typeof report;
    expect(renderJson(reversed)).toBe(renderJson(report));
    expect(renderJson(report)).toMatch(/^\{\n {2}"version": 1,\n {2}"inputs": \[\n/);
    expect(renderJson(report).endsWith('}\n')).toBe(true);
  });

  it('holds no byte that a terminal obeys', () => {
    const report = recruitingSiteReport();
    report.inputs[0]!.path = '\x1b]0;x\x07\u009b31m\u202e.sql';
    expect(renderJson(report)).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
  });

  it('lets no key out that the schema does not know', () => {
    const report = recruitingSiteReport();
    Object.assign(report.people, { sample: 'jean.dupont@example.com' });
    Object.assign(report.tables[0]!.columns[0]!, { values: ['jean.dupont@example.com'] });
    expect(renderJson(report)).not.toContain('jean.dupont');
  });
});

describe('the schema', () => {
  it('refuses a document with a key too many, one too few, or a value out of range', () => {
    const bend = (change: (report: ExposureReport) => unknown): string[] => {
      const document = JSON.parse(renderJson(recruitingSiteReport())) as ExposureReport;
      change(document);
      return errorsOf(document);
    };
    expect(bend(() => undefined)).toEqual([]);
    expect(bend((report) => Object.assign(report, { extra: 1 }))).not.toEqual([]);
    expect(bend((report) => Object.assign(report.people, { extra: 1 }))).not.toEqual([]);
    expect(bend((report) => Object.assign(report.inputs[0]!, { sha256: 'abc' }))).not.toEqual([]);
    expect(bend((report) => (report.people.count = 1.5))).not.toEqual([]);
    expect(bend((report) => (report.tables[0]!.rows = -1))).not.toEqual([]);
    expect(bend((report) => Reflect.deleteProperty(report, 'skipped'))).not.toEqual([]);
  });

  it('forbids further keys in every object it describes', () => {
    const open: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && !('additionalProperties' in node)) open.push(path);
      for (const [key, item] of Object.entries(node)) visit(item, `${path}/${key}`);
    };
    visit(schema, '#');
    expect(open).toEqual([]);
  });
});
