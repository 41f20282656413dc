// What people write of an incident for its notices, in one file. In: nothing. Out: types. What is not said is null or
// absent; what the case knows stands in for it.

import type { InLanguages, NoticeFacts } from '../notice-types.ts';

/** As `NoticeFacts`, each part as far as it was said. */
export interface SaidFacts {
  organisation?: string;
  sender?: { name: string | null; address: string | null };
  contact?: NoticeFacts['contact'];
  event?: InLanguages;
  happened?: { from: string; to: string };
  found?: string;
  chain?: string[];
  consequences?: InLanguages;
  measures?: InLanguages;
  told?: NoticeFacts['told'];
  authority?: NonNullable<NoticeFacts['authority']>;
  site?: string;
  correction?: InLanguages;
}

export interface About extends SaidFacts {
  /** Of single controllers, by name; what is said there goes before what is said of all. */
  controllers: Readonly<Record<string, SaidFacts>>;
}

export const nothingSaid: About = { controllers: {} };
