// Which values of the leak a package hands over: what a controller needs to know its people again and to reach them,
// and nothing else. In: a case as it was resolved. Out: the columns to be read, and the field of the package that each
// of them fills. Passwords, texts, health and the like are named by class and stay behind.

import { identifierOf, validators, type ValidatorId, type ValidatorName } from '../../recognise/index.ts';
import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import type { WantedPart } from '../values/walk-values.ts';

export interface PackageColumns {
  /** Titles, in the order of the file. */
  fields: string[];
  /** Of a row, values of one such field are joined to one: parts of an address. */
  isJoined: boolean[];
  wanted: WantedPart[];
  /** By part of the case: for each of its wanted columns the field it fills. */
  fieldOf: Map<number, number[]>;
  /** By part of the case: for each of its wanted columns the sort that its values are compared as; null for keys. */
  sortOf: Map<number, (ValidatorName | null)[]>;
}

/** What is neither an identifier with a structure of its own nor a key, and handed over all the same. */
const titles: Partial<Record<ValidatorName, string>> = {
  salutation: 'Salutations',
  firstName: 'First names',
  lastName: 'Last names',
  fullName: 'Names',
  birthDate: 'Dates of birth',
  email: 'Email addresses',
  phone: 'Phone numbers',
  streetAddress: 'Postal addresses',
  postalCode: 'Postal addresses',
  place: 'Postal addresses',
  username: 'Usernames',
};

const joinedTitle = 'Postal addresses';
const keyTitle = 'Record numbers';

export function packageColumns({ parts, tables }: ResolvedCase): PackageColumns {
  const order = [...new Set([keyTitle, ...Object.values(titles)])];
  const asked = parts.map((part) => {
    const { plan } = tables[part.table]!;
    const titleOf = new Map<number, { title: string; sort: ValidatorName | null }>();
    for (const { column, validator, normal } of plan.gathered) {
      const title = validator === -1 ? keyTitle : normal === 'nested' ? null : titleFor(validator);
      const sort = validator === -1 ? null : validators[validator]!.name;
      if (title !== null) titleOf.set(column, { title, sort });
    }
    const own = [...part.columnOf].flatMap((column, i) => {
      const known = titleOf.get(column);
      return known === undefined ? [] : [{ column: i, ...known }];
    });
    return { part: part.part, own };
  });
  const used = new Set(asked.flatMap(({ own }) => own.map(({ title }) => title)));
  const fields = [
    ...order.filter((title) => used.has(title)),
    ...[...used].filter((title) => !order.includes(title)).toSorted(),
  ];
  return {
    fields,
    isJoined: fields.map((title) => title === joinedTitle),
    // rows are asked for of all parts: that somebody has one is said even where it holds no such value
    wanted: asked.map(({ part, own }) => ({ part, columns: own.map(({ column }) => column) })),
    fieldOf: new Map(asked.map(({ part, own }) => [part, own.map(({ title }) => fields.indexOf(title))])),
    sortOf: new Map(asked.map(({ part, own }) => [part, own.map(({ sort }) => sort)])),
  };
}

function titleFor(validator: ValidatorId): string | null {
  const identifier = identifierOf(validator);
  if (identifier !== null) return identifier.subject === 'organisation' ? null : identifier.label;
  return titles[validators[validator]!.name] ?? null;
}
