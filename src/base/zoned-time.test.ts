import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInstantOf, instantsOf, isZone, offsetMsAt, wallTimeOf } from './zoned-time.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/u).map(Number);
  return { year, month, day, hour, minute, second: 0 };
};

test.each([
  ['Europe/Paris', '2026-01-15T12:00Z', 60],
  ['Europe/Paris', '2026-07-15T12:00Z', 120],
  ['America/New_York', '2026-01-15T12:00Z', -300],
  ['Asia/Kathmandu', '2026-01-15T12:00Z', 345],
  ['UTC', '2026-01-15T12:00Z', 0],
  ['-03:30', '2026-01-15T12:00Z', -210],
])('%s at %s is %i minutes from UTC', (zone, at, minutes) =>
  expect(offsetMsAt(Date.parse(at), zone)).toBe(minutes * 60_000),
);

test('every instant is among those at which its wall time is shown', () => {
  const zones = fc.constantFrom(
    'Europe/Paris',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  );
  const seconds = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 });
  fc.assert(
    fc.property(zones, seconds, (zone, at) => {
      const instants = instantsOf(wallTimeOf(at * 1000, zone), zone);
      expect(instants).toContain(at * 1000);
      expect(instants.length).toBeLessThan(3);
    }),
    { numRuns: 500 },
  );
});

test('an hour that is skipped has no instant, one that is repeated has two', () => {
  expect(instantsOf(wall('2026-03-29 02:30'), 'Europe/Paris')).toEqual([]);
  expect(instantsOf(wall('2026-10-25 02:30'), 'Europe/Paris').map(iso)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ]);
});

test('of a skipped hour the first instant is the moment of the change, of a repeated one the earlier', () => {
  expect(iso(firstInstantOf(wall('2026-03-29 02:30'), 'Europe/Paris'))).toBe('2026-03-29T01:00:00.000Z');
  expect(iso(firstInstantOf(wall('2026-10-25 02:30'), 'Europe/Paris'))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(firstInstantOf(wall('2026-03-08 02:00'), 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
});

test('a name of no zone is none', () => {
  expect([isZone('Europe/Paris'), isZone('+01:00'), isZone('Europe/Nowhere'), isZone('')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
