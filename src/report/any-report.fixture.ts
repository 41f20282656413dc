/*
 * Arbitrary exposure reports for property tests: any counts, any structure, and names as somebody would
 * choose them who wants to break the reader's terminal or page.
 */
import fc from 'fast-check';
import type { ExposureReport } from './exposure-report.ts';

/** Names that steer, escape, overflow or look like markup. */
export const hostileNames: readonly string[] = [
  '\x1b[2J\x1b]0;owned\x07users',
  '\u009b31musers',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>body{display:none}</style>',
  'users\u202egnp.exe',
  'a\r\nb\tc\0d',
  'use\u200brs\u2066\u3164\ufeff',
  `z${'\u0300'.repeat(400)}`,
  '顧客の個人情報テーブル'.repeat(9),
  '👨‍👩‍👧‍👦'.repeat(30),
  '\ud800 lone',
  'ᄀ'.repeat(60) + 'ᅡ'.repeat(60),
  'x'.repeat(5000),
  '',
  '   ',
  '&amp;<!--',
  '__proto__',
];

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
    fc.record({ name: text, filled: count, classes: fc.array(columnClass, { maxLength: 3 }) }),
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

const input = fc
  .record({
    path: text,
    bytes: count,
    sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
    format: text,
    encoding: text,
    complete: fc.boolean(),
    note,
  })
  .map(({ note, ...rest }) => (note === undefined ? rest : Object.assign(rest, { note })));

export const anyReport: fc.Arbitrary<ExposureReport> = fc.record({
  version: fc.constant(1 as const),
  inputs: fc.array(input, { maxLength: 20 }),
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
    testAccounts: count,
    sharedMailboxes: count,
  }),
  skipped: fc.array(fc.record({ path: text, offset: count, bytes: count, reason: text }), { maxLength: 20 }),
  seconds: fc.double({ min: 0, max: 1e9, noNaN: true }),
  megabytesPerSecond: fc.constantFrom(0, 812.4, Infinity),
});
