// What a plan comes to, counted while it is written. In: recipients with their channels, those of a person one after the
// other. Out: counts. A person counts once, by the best channel of all his notices; domains, letters and variants count
// notices.

import type { Channel } from './channel-rules.ts';
import type { ChosenRecipient } from './chosen-spool.ts';

export type ChannelName = 'email' | 'letter' | 'text' | 'call';

export const nameOfChannel: Readonly<Record<Channel, ChannelName>> = {
  e: 'email',
  l: 'letter',
  s: 'text',
  c: 'call',
};

export type ChannelCounts = Record<ChannelName | 'none', number>;

export interface CountedReason {
  reason: string;
  people: number;
}

export interface PlanCounts {
  /** Of whom this plan has a recipient. */
  people: number;
  notices: number;
  channels: ChannelCounts;
  unreachable: CountedReason[];
  notTold: CountedReason[];
  shared: number;
  /** By variant. */
  variants: Map<number, ChannelCounts>;
  /** Most first. */
  domains: { domain: string; people: number }[];
  /** By country, '' where none is known. */
  letters: Map<string, number>;
}

interface Decided {
  variant: number;
  channels: readonly Channel[];
  state: 'open' | 'unreachable' | 'not-told';
  why: string | null;
  isShared: boolean;
}

export interface PlanCounter {
  add(recipient: Pick<ChosenRecipient, 'person' | 'contact'>, decided: Decided): void;
  counts(): PlanCounts;
}

export function noChannels(): ChannelCounts {
  return { email: 0, letter: 0, text: 0, call: 0, none: 0 };
}

export function createPlanCounter(order: readonly Channel[]): PlanCounter {
  const channels = noChannels();
  const [unreachable, notTold] = [new Map<string, number>(), new Map<string, number>()];
  const [variants, domains] = [new Map<number, ChannelCounts>(), new Map<string, number>()];
  const letters = new Map<string, number>();
  let [people, notices, shared] = [0, 0, 0];
  let person = -1;
  let own: Decided[] = [];

  const endPerson = () => {
    if (own.length === 0) return;
    people++;
    if (own.some(({ isShared }) => isShared)) shared++;
    const taken = new Set(
      own.flatMap(({ state, channels: [first] }) => (state === 'open' && first ? first : [])),
    );
    const best = order.find((channel) => taken.has(channel));
    channels[best === undefined ? 'none' : nameOfChannel[best]]++;
    if (best === undefined) {
      const reached = own.find(({ state }) => state === 'unreachable');
      if (reached === undefined) count(notTold, reasonOf(own[0]!.why));
      else count(unreachable, reasonOf(reached.why));
    }
    own = [];
  };

  return {
    add(recipient, decided) {
      if (recipient.person !== person) endPerson();
      person = recipient.person;
      own.push(decided);
      notices++;
      const [first] = decided.state === 'open' ? decided.channels : [];
      let ofVariant = variants.get(decided.variant);
      if (ofVariant === undefined) variants.set(decided.variant, (ofVariant = noChannels()));
      ofVariant[first === undefined ? 'none' : nameOfChannel[first]]++;
      const { email, country } = recipient.contact;
      if (first === 'e') count(domains, email!.slice(email!.lastIndexOf('@') + 1));
      if (first === 'l') count(letters, country ?? '');
    },
    counts() {
      endPerson();
      const sorted = [...domains].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return {
        people,
        notices,
        channels,
        unreachable: counted(unreachable),
        notTold: counted(notTold),
        shared,
        variants,
        domains: sorted.map(([domain, of]) => ({ domain, people: of })),
        letters,
      };
    },
  };
}

function count(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}

/** What the controller wrote behind it is of single people. */
function reasonOf(why: string | null): string {
  return why?.split(':')[0] ?? '';
}

function counted(reasons: ReadonlyMap<string, number>): CountedReason[] {
  return [...reasons]
    .map(([reason, people]) => ({ reason, people }))
    .toSorted((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1));
}
