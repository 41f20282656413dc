import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Channel, chooseChannels, type Circumstances, preferredFirst } from './channel-rules.ts';

const settings = { order: ['e', 'l', 's', 'c'] as const, heirs: false };
const all = { e: true, l: true, s: true, c: true };
const nobody: Circumstances = {
  reach: all,
  isAddressPart: false,
  isMinor: false,
  isDeceased: false,
  isShared: false,
  hasRepresentative: false,
  barred: new Set(),
  notTold: null,
};
const only = (...channels: Channel[]) => ({
  e: channels.includes('e'),
  l: channels.includes('l'),
  s: channels.includes('s'),
  c: channels.includes('c'),
});

test.each<[string, Partial<Circumstances>, ReturnType<typeof chooseChannels>]>([
  [
    'everybody by e-mail first',
    {},
    { channels: ['e', 'l', 's', 'c'], audience: 'person', state: 'open', why: null },
  ],
  [
    'a minor through the house: a letter, then a mail, and never on a telephone of his own',
    { isMinor: true },
    { channels: ['l', 'e'], audience: 'guardian', state: 'open', why: 'guardian' },
  ],
  [
    'a minor of whom only a telephone is known by nothing',
    { isMinor: true, reach: only('s', 'c') },
    { channels: [], audience: 'guardian', state: 'unreachable', why: 'no-address-of-guardian' },
  ],
  [
    'somebody who died is not told',
    { isDeceased: true },
    { channels: [], audience: 'heirs', state: 'not-told', why: 'deceased' },
  ],
  [
    'who represents somebody who died is written to',
    { isDeceased: true, hasRepresentative: true },
    { channels: ['l', 'e'], audience: 'heirs', state: 'open', why: 'heirs' },
  ],
  [
    'those who share a mailbox by letter, where there is an address',
    { isShared: true },
    { channels: ['l', 'e', 's', 'c'], audience: 'person', state: 'open', why: 'shared-address' },
  ],
  [
    'those who share a mailbox and have no address by a mail each',
    { isShared: true, reach: only('e') },
    { channels: ['e'], audience: 'person', state: 'open', why: 'shared-address' },
  ],
  [
    'who must not be told by nothing, for the reason that was given',
    { notTold: 'not-to-be-told: by order of a court' },
    { channels: [], audience: 'person', state: 'not-told', why: 'not-to-be-told: by order of a court' },
  ],
  [
    'without any contact by nothing',
    { reach: only() },
    { channels: [], audience: 'person', state: 'unreachable', why: 'no-contact' },
  ],
  [
    'with part of an address only by nothing',
    { reach: only(), isAddressPart: true },
    { channels: [], audience: 'person', state: 'unreachable', why: 'no-whole-address' },
  ],
  [
    'where all channels are barred by nothing',
    { reach: only('e'), barred: new Set<Channel>(['e']) },
    { channels: [], audience: 'person', state: 'unreachable', why: 'channels-barred' },
  ],
])('%s', (_, who, chosen) => {
  expect(chooseChannels({ ...nobody, ...who }, settings)).toEqual(chosen);
});

describe('channels that are asked for', () => {
  test('are taken in the order in which they were named, and others are not', () => {
    const { channels } = chooseChannels(nobody, { order: ['l', 'e'], heirs: false });
    expect(channels).toEqual(['l', 'e']);
    expect(chooseChannels({ ...nobody, reach: only('s') }, { order: ['e'], heirs: false })).toMatchObject({
      state: 'unreachable',
      why: 'channels-not-used',
    });
  });

  test('with --heirs who died is told by a letter to the house', () => {
    const dead = { ...nobody, isDeceased: true };
    expect(chooseChannels(dead, { ...settings, heirs: true }).channels).toEqual(['l']);
    expect(chooseChannels({ ...dead, reach: only('e') }, { ...settings, heirs: true })).toMatchObject({
      state: 'unreachable',
      why: 'no-address-of-heirs',
    });
  });
});

test('what worked before comes first, but no mail to a mailbox that several read', () => {
  expect(preferredFirst(['l', 'e'], 'e', { isShared: false })).toEqual(['e', 'l']);
  expect(preferredFirst(['l', 'e'], 'e', { isShared: true })).toEqual(['l', 'e']);
  expect(preferredFirst(['l', 'e', 's'], 's', { isShared: true })).toEqual(['s', 'l', 'e']);
});

test('a channel is only ever one that reaches him, is asked for and is not barred; and who has none says why', () => {
  const channel = fc.constantFrom<Channel>('e', 'l', 's', 'c');
  const flag = fc.boolean();
  fc.assert(
    fc.property(
      fc.record({
        reach: fc.uniqueArray(channel).map((reached) => only(...reached)),
        isAddressPart: flag,
        isMinor: flag,
        isDeceased: flag,
        isShared: flag,
        hasRepresentative: flag,
        barred: fc.uniqueArray(channel).map((barred) => new Set(barred)),
        notTold: fc.option(fc.constant('told-otherwise: by telephone')),
      }),
      fc.record({ order: fc.uniqueArray(channel, { minLength: 1 }), heirs: flag }),
      (who, asked) => {
        const { channels, state, why } = chooseChannels(who, asked);
        const isAllowed = (one: Channel) =>
          who.reach[one] && asked.order.includes(one) && !who.barred.has(one);
        const isOfHouse = (one: Channel) => one === 'l' || one === 'e';
        expect(channels.every(isAllowed)).toBe(true);
        expect(channels.every(isOfHouse) || !who.isMinor || who.isDeceased).toBe(true);
        expect(channels.length > 0).toBe(state === 'open');
        expect(state === 'open' || why !== null).toBe(true);
        expect(who.notTold === null || state === 'not-told').toBe(true);
      },
    ),
  );
});
