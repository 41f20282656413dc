// How fast mails go to each receiving domain: what whoever keeps the queue asks, and what it tells. No clock of its own:
// every call is given the moment, in ms.

export interface PaceSettings {
  /** Mails a second over all, and by domain; null: as fast as the server takes them. */
  all: number | null;
  domains: ReadonlyMap<string, number>;
  /** First rate of a domain, doubled every ten seconds while nothing is deferred; null: no slow start. */
  slowStart: number | null;
  /** The rates of `all` and `domains` are multiplied by it every hour; 1: they stay. */
  ramp: number;
}

/** What a receiver's answer means for its pace. `policy`: it refuses the sender, not the person (5.7.x, 421). */
export type PaceAnswer = 'accepted' | 'deferred' | 'refused' | 'policy';

export interface Pacer {
  /** So many more mails wait for the domain, from now on. */
  add: (domain: string, count: number, now: number) => void;
  /**
   * What may go now, at most `limit` mails in all, spread fairly over the domains that are due; the pace counts them as
   * sent, and they no longer wait. A mail that is not sent after all is added again.
   */
  claim: (limit: number, now: number) => { domain: string; count: number }[];
  /** Ms when `claim` next gives something; null: nothing waits, or all that waits is paused. */
  nextDue: (now: number) => number | null;
  answered: (domain: string, answer: PaceAnswer, now: number) => void;
  /** `until` null: until it is resumed. */
  pause: (domain: string, until: number | null) => void;
  resume: (domain: string) => void;
  isPaused: (domain: string, now: number) => boolean;
  /** Mails that wait, paused ones too. */
  waiting: () => number;
}
