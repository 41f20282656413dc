import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createByteWriter } from './byte-writer.ts';
import { escapeSql, putDateTime, putEscaped } from './sql-text.ts';

it('putEscaped writes what escapeSql writes', () => {
  const out = createByteWriter(4096);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const bytes = Buffer.from(text);
      out.at = 0;
      putEscaped(out, bytes, 0, bytes.length);
      expect(Buffer.from(out.bytes.subarray(0, out.at))).toEqual(Buffer.from(escapeSql(bytes.toString())));
    }),
  );
});

it('dates agree with the calendar of the platform', () => {
  const out = createByteWriter(64);
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }), (seconds) => {
      out.at = 0;
      putDateTime(out, seconds);
      const expected = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
      expect(Buffer.from(out.bytes.subarray(0, out.at)).toString()).toBe(`'${expected}'`);
    }),
  );
});
