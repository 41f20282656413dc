// Who is told by whom of what. In: an open vault. Out: by person a notice for each controller he is of, one where the case
// is not split. Test identities, mailboxes of offices and organisations are no people and get none.

import { TocsinError } from '../../../base/index.ts';
import { packedDay } from '../../../recognise/index.ts';
import { personFlags } from '../../../resolve/index.ts';
import {
  birthDatesIn,
  type LostClass,
  readLosses,
  readMemberLosses,
  readSplit,
  readTotals,
  type Vault,
} from '../../../store/index.ts';
import { readNumberCountries } from './number-countries.ts';

export interface OwedNotice {
  /** As the split names it; null where nobody said whose the person is. */
  controller: string | null;
  classes: readonly LostClass[];
}

export interface PlanPeople {
  /** Numbers run from 0 to this, those who stand for nobody among them. */
  numbers: number;
  isPerson: (person: number) => boolean;
  /** In the order of the controllers' names. */
  noticesOf: (person: number) => OwedNotice[];
  isMinor: (person: number) => boolean;
  isDeceased: (person: number) => boolean;
  /** Where he has a number of his own, such as a NIR: ISO 3166, null where that says nothing. */
  countryOf: (person: number) => string | null;
  /** Whose notices there may be: of the split; null for nobody's. */
  controllers: (string | null)[];
  /** Classes that the files hold of anybody. */
  held: ReadonlySet<string>;
}

const noPerson = personFlags.test | personFlags.office | personFlags.unattributed | personFlags.organisation;

/** Eighteen years, in the numbers of packed days. */
const majority = 18_00_00;

/** Throws USAGE where nothing was examined, or a delivery has come since the case was split. */
export function readPlanPeople({ db }: Pick<Vault, 'db'>, id: string, today: Date): PlanPeople {
  const totals = readTotals(db);
  if (totals.people === null)
    throw new TocsinError('USAGE', 'the case holds nobody yet who could be told', {
      hint: `examine the files first: tocsin examine --case ${id} FILE`,
    });
  const split = readSplit(db);
  if (split !== null && split.result === null)
    throw new TocsinError('USAGE', 'a delivery has come since the case was split by controller', {
      hint: `split it again: tocsin split ${id} --rules FILE`,
    });
  const losses = readLosses(db);
  const members = split === null ? null : readMemberLosses(db);
  const births = birthDatesIn(db);
  const adultSince = packedDay(today) - majority;
  const isBornAfter = (born: number) => born > adultSince;
  return {
    numbers: losses.flags.length,
    isPerson: (person) => (losses.flags[person]! & noPerson) === 0,
    noticesOf(person) {
      const own = members?.of(person) ?? [];
      if (own.length === 0)
        return [{ controller: null, classes: losses.classesOf.get(losses.profiles[person]!) ?? [] }];
      return own.map(({ controller, profile }) => ({
        controller: members!.controllers[controller]!,
        classes: members!.classesOf.get(profile) ?? [],
      }));
    },
    isMinor(person) {
      const born = births.first[person]!;
      // the flag is of the day on which he was examined; who has turned eighteen since is an adult
      if (born === 0) return (losses.flags[person]! & personFlags.minor) !== 0;
      return isBornAfter(born) || (births.more.get(person) ?? []).some(isBornAfter);
    },
    isDeceased: (person) => (losses.flags[person]! & personFlags.deceased) !== 0,
    countryOf: readNumberCountries({ db }, losses.flags.length),
    controllers: [null, ...(members?.controllers ?? [])],
    held: new Set(totals.classes.map((entry) => entry.class)),
  };
}
