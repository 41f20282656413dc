import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPacer } from './create-pacer.ts';
import { estimateSeconds } from './estimate-seconds.ts';
import type { Pacer, PaceSettings } from './pacing-types.ts';

const begin = 1_000_000;
const free: PaceSettings = { all: null, domains: new Map(), slowStart: null, ramp: 1 };

/** Claims whenever something is due, until `until`; who sent how many, and when the last one went. */
function drain(
  pacer: Pacer,
  {
    until = Infinity,
    limit = 500,
    onClaim = () => {},
  }: { until?: number; limit?: number; onClaim?: (domain: string, count: number, now: number) => void } = {},
) {
  const sent = new Map<string, number>();
  let now = begin;
  let last = begin;
  for (;;) {
    const due = pacer.nextDue(now);
    if (due === null || due > until) return { sent, last };
    expect(due).toBeGreaterThanOrEqual(now);
    now = due;
    const claimed = pacer.claim(limit, now);
    for (const { domain, count } of claimed) {
      sent.set(domain, (sent.get(domain) ?? 0) + count);
      onClaim(domain, count, now);
      last = now;
    }
    // what was due may have been void: then the next moment is another
    if (claimed.length === 0) now += 1;
  }
}

test('all that waits goes out, once, and no faster than any pace allows', () => {
  const rate = fc.constantFrom(null, 0.5, 3, 20, 1000);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }),
      fc.array(rate, { minLength: 8, maxLength: 8 }),
      rate,
      fc.constantFrom(null, 2, 50),
      fc.integer({ min: 1, max: 40 }),
      (counts, rates, all, slowStart, limit) => {
        const name = (i: number) => `d${i}.example.net`;
        const domains = new Map(
          rates.flatMap((most, i) => (most === null ? [] : [[name(i), most] as const])),
        );
        const pacer = createPacer({ all, domains, slowStart, ramp: 1 }, begin);
        counts.forEach((count, i) => pacer.add(name(i), count, begin));
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(pacer.waiting()).toBe(total);
        const soFar = new Map<string, number>();
        const check = (key: string, most: number | null | undefined, count: number, now: number) => {
          soFar.set(key, (soFar.get(key) ?? 0) + count);
          // a second's worth, or one mail, may go at once
          const atMost = Math.max(1, most ?? Infinity) + ((most ?? Infinity) * (now - begin + 1)) / 1000;
          expect(soFar.get(key)).toBeLessThanOrEqual(atMost + 0.01);
        };
        const { sent } = drain(pacer, {
          limit,
          onClaim(domain, count, now) {
            check(domain, domains.get(domain), count, now);
            check('all', all, count, now);
          },
        });
        expect(counts.map((_, i) => sent.get(name(i)) ?? 0)).toEqual(counts);
        expect(pacer.waiting()).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
});

describe('over many domains', () => {
  test('each has its turn before any has a second one', () => {
    const pacer = createPacer(free, begin);
    const names = Array.from({ length: 100_000 }, (_, i) => `d${i}.example.net`);
    for (const name of names) pacer.add(name, 40, begin);
    const seen = new Map<string, number>();
    for (let claims = 0; claims < 100_000 * 32;) {
      for (const { domain, count } of pacer.claim(512, begin)) {
        seen.set(domain, (seen.get(domain) ?? 0) + count);
        claims += count;
      }
    }
    expect(seen.size).toBe(100_000);
    expect(new Set(seen.values())).toEqual(new Set([32]));
  });

  test('one that is slow holds nobody else up', () => {
    const pacer = createPacer({ ...free, domains: new Map([['slow.example.net', 1]]) }, begin);
    pacer.add('slow.example.net', 1000, begin);
    pacer.add('other.example.net', 1000, begin);
    const { sent } = drain(pacer, { until: begin + 10_000 });
    expect(sent.get('other.example.net')).toBe(1000);
    expect(sent.get('slow.example.net')).toBe(11);
  });
});

describe('a slow start', () => {
  test('doubles every ten seconds in which nothing is put off', () => {
    const pacer = createPacer({ ...free, slowStart: 10 }, begin);
    pacer.add('a.test', 100_000, begin);
    const bySecond = new Map<number, number>();
    drain(pacer, {
      until: begin + 29_999,
      onClaim(domain, count, now) {
        const second = Math.floor((now - begin) / 10_000);
        bySecond.set(second, (bySecond.get(second) ?? 0) + count);
        for (let i = 0; i < count; i++) pacer.answered(domain, 'accepted', now);
      },
    });
    const [first, second, third] = [0, 1, 2].map((i) => bySecond.get(i)!);
    expect(first).toBeGreaterThanOrEqual(100);
    expect(first).toBeLessThanOrEqual(111);
    expect(second! / first!).toBeGreaterThan(1.7);
    expect(third! / second!).toBeGreaterThan(1.7);
  });
});

describe('a domain that puts mails off', () => {
  const answeredWith = (answers: ('accepted' | 'deferred' | 'policy')[]) => {
    const pacer = createPacer({ ...free, domains: new Map([['a.test', 100]]) }, begin);
    pacer.add('a.test', 10_000, begin);
    answers.forEach((answer, i) => pacer.answered('a.test', answer, begin + i * 10));
    const { sent } = drain(pacer, { until: begin + 20_000 });
    return sent.get('a.test') ?? 0;
  };

  test('is sent to more slowly, others are not', () => {
    const pacer = createPacer(free, begin);
    for (const name of ['a.test', 'b.test']) pacer.add(name, 10_000, begin);
    for (let i = 0; i < 100; i++) pacer.answered('a.test', 'deferred', begin + i * 20);
    const { sent } = drain(pacer, { until: begin + 4000 });
    expect(sent.get('a.test')).toBeGreaterThan(0);
    expect(sent.get('a.test')).toBeLessThan(500);
    expect(sent.get('b.test')).toBe(10_000);
  });

  test('keeps its pace where it is one mail among many', () => {
    const mixed = Array.from({ length: 200 }, (_, i): 'accepted' | 'deferred' =>
      i % 10 === 0 ? 'deferred' : 'accepted',
    );
    expect(answeredWith(mixed)).toBe(answeredWith([]));
  });

  test('rests where it refuses the sender again and again, and not for one refusal', () => {
    const refusals = (count: number) => answeredWith(Array.from({ length: count }, () => 'policy' as const));
    expect(refusals(2)).toBe(answeredWith([]));
    expect(refusals(12)).toBeLessThan(10);
  });
});

describe('a pause', () => {
  test('holds one domain until it is resumed', () => {
    const pacer = createPacer(free, begin);
    pacer.add('a.test', 5, begin);
    pacer.add('b.test', 5, begin);
    pacer.pause('a.test', null);
    expect(pacer.isPaused('a.test', begin)).toBe(true);
    expect(pacer.claim(100, begin)).toEqual([{ domain: 'b.test', count: 5 }]);
    expect(pacer.nextDue(begin)).toBeNull();
    expect(pacer.waiting()).toBe(5);
    pacer.resume('a.test');
    pacer.resume('a.test');
    expect(pacer.nextDue(begin)).toBe(begin);
    expect(pacer.claim(100, begin)).toEqual([{ domain: 'a.test', count: 5 }]);
    expect(pacer.claim(100, begin)).toEqual([]);
  });

  test('until a moment ends by itself', () => {
    const pacer = createPacer(free, begin);
    pacer.pause('a.test', begin + 60_000);
    pacer.add('a.test', 1, begin);
    expect(pacer.claim(1, begin)).toEqual([]);
    expect(pacer.nextDue(begin)).toBe(begin + 60_000);
    expect(pacer.claim(1, begin + 60_000)).toEqual([{ domain: 'a.test', count: 1 }]);
  });
});

test('a ramp makes the pace grow by the hour', () => {
  const pacer = createPacer({ ...free, all: 10, ramp: 2 }, begin);
  pacer.add('a.test', 10_000_000, begin);
  const sentIn = (from: number) => {
    let sent = 0;
    for (let now = from; now < from + 10_000; now += 100)
      for (const { count } of pacer.claim(10_000, now)) sent += count;
    return sent;
  };
  expect(sentIn(begin)).toBeLessThanOrEqual(111);
  const later = sentIn(begin + 3_600_000);
  expect(later).toBeGreaterThan(200);
  expect(later).toBeLessThan(225);
});

describe('how long it will take', () => {
  test.each<[string, [string, number][], Partial<PaceSettings>, number]>([
    ['nothing', [], {}, 0],
    ['what the server takes', [['a.test', 10_000]], {}, 20],
    [
      'the pace of all',
      [
        ['a.test', 500],
        ['b.test', 500],
      ],
      { all: 10 },
      100,
    ],
    [
      'the slowest domain',
      [
        ['a.test', 500],
        ['b.test', 60],
      ],
      { domains: new Map([['b.test', 1]]) },
      60,
    ],
    ['a slow start', [['a.test', 1500]], { slowStart: 50 }, 20],
    ['a ramp', [['a.test', 36_000 * 3]], { all: 10, ramp: 2 }, 5842],
  ])('is said for %s', (_, domains, settings, seconds) => {
    expect(estimateSeconds(domains, { ...free, ...settings })).toBe(seconds);
  });

  test('is what the pacer takes', () => {
    const settings = { ...free, all: 50, domains: new Map([['b.test', 4]]) };
    const pacer = createPacer(settings, begin);
    const domains: [string, number][] = [
      ['a.test', 3000],
      ['b.test', 300],
    ];
    for (const [name, count] of domains) pacer.add(name, count, begin);
    const took = (drain(pacer).last - begin) / 1000;
    expect(Math.abs(took - estimateSeconds(domains, settings))).toBeLessThan(3);
  });
});
