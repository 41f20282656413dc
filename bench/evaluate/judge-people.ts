// The number of people against the truth. In: a report and a planted leak. Out: errors as shares of the truth.

import type { ExaminedPeople } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { personFlags } from '../../src/resolve/index.ts';
import type { PlantedLeak } from './planted-leak.ts';

export interface JudgedPeople {
  truth: number;
  count: number;
  min: number;
  max: number;
  /** (count - truth) / truth */
  error: number;
  isInside: boolean;
  /** (max - min) / truth */
  width: number;
  testAccounts: { truth: number; found: number };
  mentioned: { truth: number; found: number };
  /** Of the people found, those told to be minors or dead; null where the truth does not say. */
  minors: { truth: number; found: number } | null;
  deceased: { truth: number; found: number } | null;
  /** The class whose number of people is farthest off, as a share of its truth. */
  worstClass: { class: string; error: number } | null;
}

export function judgePeople(
  leak: PlantedLeak,
  { people, classes }: ExposureReport,
  flagged: Flagged,
): JudgedPeople {
  const truth = leak.people;
  const found = new Map(classes.map((entry) => [entry.class, entry.people]));
  const errors = Object.entries(leak.classes)
    .map(([name, planted]) => ({ class: name, error: ((found.get(name) ?? 0) - planted) / planted }))
    .toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error));
  return {
    truth,
    count: people.count,
    min: people.min,
    max: people.max,
    error: (people.count - truth) / truth,
    isInside: people.min <= truth && truth <= people.max,
    width: (people.max - people.min) / truth,
    testAccounts: { truth: leak.testAccounts, found: people.testAccounts },
    mentioned: { truth: leak.mentioned, found: people.mentioned },
    minors: leak.minors === null ? null : { truth: leak.minors, found: flagged.minors },
    deceased: leak.deceased === null ? null : { truth: leak.deceased, found: flagged.deceased },
    worstClass: errors[0] ?? null,
  };
}

export interface Flagged {
  minors: number;
  deceased: number;
}

export function countFlagged({ index }: ExaminedPeople): Flagged {
  const flagged: Flagged = { minors: 0, deceased: 0 };
  const nobody = personFlags.test | personFlags.office | personFlags.unattributed;
  for (let person = 0; person < index.count; person++) {
    const flags = index.flags(person);
    if ((flags & nobody) !== 0) continue;
    if ((flags & personFlags.minor) !== 0) flagged.minors++;
    if ((flags & personFlags.deceased) !== 0) flagged.deceased++;
  }
  return flagged;
}
