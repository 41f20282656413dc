import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel } from './channel-rules.ts';
import { createPlanCounter } from './plan-counter.ts';

const order: Channel[] = ['e', 'l', 's', 'c'];
const decided = fc.oneof(
  fc.record({
    variant: fc.integer({ min: 1, max: 3 }),
    channels: fc.uniqueArray(fc.constantFrom(...order), { minLength: 1 }),
    state: fc.constant<'open'>('open'),
    why: fc.constant(null),
    isShared: fc.boolean(),
  }),
  fc.record({
    variant: fc.integer({ min: 1, max: 3 }),
    channels: fc.constant([] as Channel[]),
    state: fc.constantFrom<'unreachable' | 'not-told'>('unreachable', 'not-told'),
    why: fc.constantFrom('no-contact', 'told-otherwise: by telephone'),
    isShared: fc.constant(false),
  }),
);

test('people count once, by their best channel or a reason, and the counts add up', () => {
  fc.assert(
    fc.property(fc.array(fc.array(decided, { minLength: 1, maxLength: 3 }), { maxLength: 30 }), (people) => {
      const counter = createPlanCounter(order);
      people.forEach((notices, person) => {
        for (const notice of notices) {
          const contact = {
            name: null,
            email: 'a@example.org',
            phone: null,
            lines: [],
            country: 'FR',
            customer: null,
          };
          counter.add({ person, contact }, notice);
        }
      });
      const counts = counter.counts();
      const sum = (all: Record<string, number>) =>
        Object.values(all).reduce((total, count) => total + count, 0);
      const reasons = [...counts.unreachable, ...counts.notTold].reduce(
        (total, { people: of }) => total + of,
        0,
      );
      expect(counts.people).toBe(people.length);
      expect(sum(counts.channels)).toBe(people.length);
      expect(counts.channels.none).toBe(reasons);
      expect([...counts.variants.values()].reduce((total, of) => total + sum(of), 0)).toBe(
        people.flat().length,
      );
      const best = people.filter((notices) => notices.some(({ channels }) => channels[0] === 'e')).length;
      expect(counts.channels.email).toBe(best);
      expect(counts.domains.reduce((total, { people: of }) => total + of, 0)).toBe(
        people.flat().filter(({ channels }) => channels[0] === 'e').length,
      );
      for (const { reason } of counts.notTold) expect(reason).not.toContain(':');
    }),
  );
});
