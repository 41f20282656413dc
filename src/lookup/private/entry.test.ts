import { createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf, bucketBytes, bucketOf, entryLength, entryTag, tagBytes, writeEntry } from './entry.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test('an entry is what HMAC-SHA-512 and AES-256-GCM make of it, and opens to its content', () => {
  fc.assert(
    fc.property(
      bytes(64),
      fc.uint8Array({ minLength: 1, maxLength: 32 }),
      fc.nat(15),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      (output, salt, slot, content) => {
        const out = Buffer.alloc(bucketBytes + entryLength(content.length) + 2, 0xee);
        writeEntry(Buffer.from(output), { salt, slot, content }, out, 1);
        const derived = createHmac('sha512', output.slice(32))
          .update(salt)
          .update(Buffer.from([slot]))
          .digest();
        expect([out[0], out.at(-1)]).toEqual([0xee, 0xee]);
        const [bucket, entry] = [out.subarray(1, 1 + bucketBytes), out.subarray(1 + bucketBytes, -1)];
        expect(bucket).toEqual(Buffer.from(output.slice(0, 4)));
        expect(entry.subarray(0, tagBytes)).toEqual(derived.subarray(0, tagBytes));
        expect(entryTag(Buffer.from(output), salt, slot)).toEqual(derived.subarray(0, tagBytes));
        const cipher = createDecipheriv('aes-256-gcm', derived.subarray(8, 40), derived.subarray(40, 52));
        cipher.setAuthTag(entry.subarray(-16));
        const opened = Buffer.concat([cipher.update(entry.subarray(tagBytes, -16)), cipher.final()]);
        expect(opened).toEqual(Buffer.from(content));
      },
    ),
  );
});

test('the first bits of a bucket say which block it is in', () => {
  const output = randomBytes(64);
  output.writeUInt32BE(0xfedcba98);
  expect([0, 1, 4, 16, 32].map((bits) => blockOf(bucketOf(output), bits))).toEqual([
    0, 1, 0xf, 0xfedc, 0xfedcba98,
  ]);
});
