// Over which channels somebody is told, best first, and to whom: all rules in one table. In: how he is reached, and what
// is known of him. Out: letters of channels, who is written to, and the reason where there is no channel or where the
// usual order is not kept. The rules know nothing of files and nobody's name.

import type { NoticeAudience } from '../../../notify/index.ts';

/** 'e' e-mail, 'l' letter, 's' text message, 'c' call-back. */
export type Channel = 'e' | 'l' | 's' | 'c';

export const channelNames = { email: 'e', letter: 'l', text: 's', call: 'c' } as const;

export interface Circumstances {
  /** By what he is reached. */
  reach: Readonly<Record<Channel, boolean>>;
  /** Something of an address is written, and it is not whole. */
  isAddressPart: boolean;
  isMinor: boolean;
  isDeceased: boolean;
  /** Somebody else is told by the same e-mail address. */
  isShared: boolean;
  /** Somebody is named who is written to in his place. */
  hasRepresentative: boolean;
  /** Channels that the controller says must not be used for him. */
  barred: ReadonlySet<Channel>;
  /** Why the controller says that he is not to be told; null where it says nothing. */
  notTold: string | null;
}

export interface ChannelSettings {
  /** Which channels are used, best first. */
  order: readonly Channel[];
  /** Whether the heirs of somebody who died are written to. */
  heirs: boolean;
}

export interface ChosenChannels {
  channels: Channel[];
  audience: NoticeAudience;
  state: 'open' | 'unreachable' | 'not-told';
  why: string | null;
}

interface Rule {
  applies: (who: Circumstances, settings: ChannelSettings) => boolean;
  audience: NoticeAudience;
  /** Which channels may be taken, the best of these first; null: all, in the usual order. */
  channels: readonly Channel[] | null;
  why: string | null;
}

/** The first that applies holds. */
const rules: readonly Rule[] = [
  { applies: ({ notTold }) => notTold !== null, audience: 'person', channels: [], why: null },
  {
    applies: ({ isDeceased, hasRepresentative }) => isDeceased && hasRepresentative,
    audience: 'heirs',
    channels: ['l', 'e'],
    why: 'heirs',
  },
  // nobody reads the mails and answers the telephone of somebody who died; a letter reaches the house
  {
    applies: ({ isDeceased }, { heirs }) => isDeceased && heirs,
    audience: 'heirs',
    channels: ['l'],
    why: 'heirs',
  },
  { applies: ({ isDeceased }) => isDeceased, audience: 'heirs', channels: [], why: 'deceased' },
  // a letter to the house is opened by whoever cares for the child; a telephone is the child's own
  { applies: ({ isMinor }) => isMinor, audience: 'guardian', channels: ['l', 'e'], why: 'guardian' },
  // one letter each: a mailbox that several read tells one of the other
  {
    applies: ({ isShared }) => isShared,
    audience: 'person',
    channels: ['l', 'e', 's', 'c'],
    why: 'shared-address',
  },
  { applies: () => true, audience: 'person', channels: null, why: null },
];

export function chooseChannels(who: Circumstances, settings: ChannelSettings): ChosenChannels {
  const rule = rules.find(({ applies }) => applies(who, settings))!;
  const { audience, why } = rule;
  if (who.notTold !== null) return { channels: [], audience, state: 'not-told', why: who.notTold };
  if (why === 'deceased') return { channels: [], audience, state: 'not-told', why };
  const preferred = rule.channels ?? settings.order;
  const channels = preferred.filter(
    (channel) => settings.order.includes(channel) && who.reach[channel] && !who.barred.has(channel),
  );
  if (channels.length > 0) return { channels, audience, state: 'open', why };
  return { channels, audience, state: 'unreachable', why: whyUnreachable(who, settings) };
}

/**
 * Whoever was told over a channel that worked is told over it again; but a mail to a mailbox that several read tells one of
 * the other, whatever worked before. `preferred`: its letter, or none.
 */
export function preferredFirst(
  channels: readonly Channel[],
  preferred: string,
  { isShared }: Pick<Circumstances, 'isShared'>,
): Channel[] {
  const first = isShared && preferred === 'e' ? '' : preferred;
  return channels.toSorted((a, b) => Number(b === first) - Number(a === first));
}

/** What stands in the way, so that the substitute notice can say it. */
function whyUnreachable(who: Circumstances, { order }: ChannelSettings): string {
  const reached = (['e', 'l', 's', 'c'] as const).filter((channel) => who.reach[channel]);
  if (reached.length === 0) return who.isAddressPart ? 'no-whole-address' : 'no-contact';
  if (who.isDeceased) return 'no-address-of-heirs';
  if (who.isMinor) return 'no-address-of-guardian';
  if (reached.every((channel) => who.barred.has(channel))) return 'channels-barred';
  return reached.some((channel) => order.includes(channel)) ? 'no-contact' : 'channels-not-used';
}
