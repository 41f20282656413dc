import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMarkup, harmlessAttributes } from './check-markup.fixture.ts';
import type { ExposureReport } from './exposure-report.ts';
import { textWidth } from './fit-text.ts';
import { hostileNames } from './hostile-names.fixture.ts';
import { renderHtml } from './render-html.ts';
import { renderJson } from './render-json.ts';
import { renderTerminal } from './render-terminal.ts';

const text = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('users', 'candidates', 'email', 'Passwords', 'Names', 'MD5'),
);
const count = fc.oneof(fc.nat(1000), fc.maxSafeNat(), fc.constant(0), fc.constant(Number.MAX_SAFE_INTEGER));
const dataClass = fc.oneof(
  fc.constantFrom('Passwords', 'Names', 'Email addresses'),
  text.filter((t) => t !== ''),
);
const note = fc.option(text, { nil: undefined });

const columnClass = fc
  .record({
    class: dataClass,
    kind: fc.option(text, { nil: null }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    values: count,
    evidence: text,
    examples: fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ examples, ...rest }) => (examples === undefined ? rest : Object.assign(rest, { examples })));

const table = fc.record({
  name: text,
  rows: count,
  about: fc.constantFrom('people' as const, 'linked' as const, 'nobody' as const),
  people: count,
  columns: fc.array(
    fc
      .record({ name: text, filled: count, classes: fc.array(columnClass, { maxLength: 3 }), note })
      .map(({ note, ...rest }) => (note === undefined ? rest : Object.assign(rest, { note }))),
    { maxLength: 5 },
  ),
  links: fc.array(
    fc.record({
      column: text,
      table: text,
      toColumn: text,
      basis: fc.constantFrom('declared' as const, 'implied' as const),
      meaning: fc.constantFrom('same person' as const, 'belongs to' as const, 'relation' as const),
    }),
    { maxLength: 6 },
  ),
});

/* Notes and formats of the read stage, and of nobody. */
const fileNote = fc.oneof(
  text,
  fc.constantFrom(
    'the file is empty',
    'is encrypted: give its password with --password',
    'is locked with a password: unlock it and give it again',
    'is not read: the limit of scanned pages is reached, raise it with --ocr-pages',
    'is a symbolic link, which is not followed',
  ),
);
const format = fc.oneof(text, fc.constantFrom('not read', 'PDF', 'zip archive', 'CSV, gzip', 'pg_dump'));

const file = fc
  .record({
    path: text,
    bytes: count,
    format,
    encoding: text,
    rows: count,
    documents: count,
    complete: fc.boolean(),
    note: fc.option(fileNote, { nil: undefined }),
  })
  .map(({ note, ...rest }) => (note === undefined ? rest : Object.assign(rest, { note })));

const sha256 = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  fc.constant(''),
);
const input = fc.tuple(file, sha256).map(([found, hash]) => Object.assign(found, { sha256: hash }));

/* Some with a path of several levels, each of which may be hostile. */
const inside = fc
  .tuple(fc.array(text, { maxLength: 4 }), file)
  .map(([folders, found]) => Object.assign(found, { path: [...folders, found.path].join('/') }));

const anyReport: fc.Arbitrary<ExposureReport> = fc.record({
  version: fc.constant(1 as const),
  inputs: fc.array(input, { maxLength: 20 }),
  inside: fc.array(inside, { maxLength: 40 }),
  insideCount: count,
  tables: fc.array(table, { maxLength: 50, size: 'medium' }),
  classes: fc.array(
    fc.record({
      class: dataClass,
      people: count,
      values: count,
      distinct: count,
      kinds: fc.array(fc.record({ kind: text, values: count }), { maxLength: 4 }),
    }),
    { maxLength: 20 },
  ),
  people: fc.record({
    count,
    min: count,
    max: count,
    method: text,
    mentioned: count,
    mentionedByClass: fc.array(fc.record({ class: dataClass, values: count }), { maxLength: 4 }),
    testAccounts: count,
    sharedMailboxes: count,
    organisations: count,
    minors: count,
    deceased: count,
  }),
  special: fc.array(
    fc.record({
      table: text,
      column: text,
      category: text,
      article: fc.constantFrom('9' as const, '10' as const, 'national' as const),
      reason: text,
    }),
    { maxLength: 20 },
  ),
  skipped: fc.array(fc.record({ path: text, offset: count, bytes: count, reason: text }), { maxLength: 20 }),
  seconds: fc.double({ min: 0, max: 1e9, noNaN: true }),
  megabytesPerSecond: fc.constantFrom(0, 812.4, Infinity),
});

const at80 = { colour: false, width: 80 };
const schemaFile = new URL('../../docs/reference/examine-report.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

describe('any report, whatever its counts and names,', () => {
  it('is never wider on the terminal than asked nor than 80 columns', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 40, max: 200 }), (report, width) => {
        for (const line of renderTerminal(report, { colour: false, width }).split('\n')) {
          expect(textWidth(line)).toBeLessThanOrEqual(Math.min(80, width));
        }
      }),
    );
  });

  it('lets nothing through that steers the terminal', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(renderTerminal(report, at80)).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('differs with colour only by colours that are switched off on the same line', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const coloured = renderTerminal(report, { colour: true, width: 80 });
        // oxlint-disable-next-line no-control-regex
        const stripped = coloured.replace(/\x1b\[\d+m([^\x1b\n]*)\x1b\[0m/g, '$1');
        expect(stripped.replace(/ +$/gm, '')).toBe(renderTerminal(report, at80));
      }),
    );
  });

  it('holds only markup of ours on the page', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { attributes } = checkMarkup(renderHtml(report));
        expect([...attributes].filter((attribute) => !harmlessAttributes.has(attribute))).toEqual([]);
      }),
    );
  });

  it('is a document of the schema as JSON', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        validate(JSON.parse(renderJson(report)));
        expect(validate.errors).toBeNull();
      }),
    );
  });
});
