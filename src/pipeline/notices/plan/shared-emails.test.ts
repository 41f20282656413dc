import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { createSharedEmails } from './shared-emails.ts';

test('an address is shared where it was added more than once, however it is written', () => {
  const hash = createIdentifierHasher([1, 2], { few: true });
  const email = fc.integer({ min: 0, max: 30 }).map((number) => `person${number}@example.org`);
  fc.assert(
    fc.property(fc.array(email, { maxLength: 40 }), (emails) => {
      const shared = createSharedEmails(hash);
      for (const one of emails) shared.add(one);
      const isShared = shared.settle();
      for (const one of emails) {
        const times = emails.filter((other) => other === one).length;
        expect(isShared(one.toUpperCase())).toBe(times > 1);
      }
    }),
    { numRuns: 50 },
  );
});
