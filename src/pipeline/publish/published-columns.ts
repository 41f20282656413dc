// Which columns of a case's evidence hold the identifiers that a breach is published with. In: what the deliveries know
// of their tables, and where the vault has seen identifiers beside people's own. Out: columns to be read, with the sort
// of each.

import { identifierOf, type ValidatorName, validatorIds, validators } from '../../recognise/index.ts';
import type { Delivery, DeliveredTable } from '../deliveries/delivery.ts';
import type { WantedTable } from './walk-columns.ts';

/** By column of the wanted ones. */
export type PublishedSorts = ValidatorName[];

/** By which people can ask: accounts and numbers of people. A bank's and an organisation's numbers stay out. */
export function isPublishedSort(sort: string): sort is ValidatorName {
  if (sort === 'email' || sort === 'phone' || sort === 'username') return true;
  const id = validatorIds[sort as ValidatorName];
  return id !== undefined && identifierOf(id)?.subject === 'person';
}

/** A place where the vault has addresses that are nobody's own. */
export interface MentioningColumn {
  delivery: number;
  table: string;
  column: string;
}

/** `isWanted`: of the sorts that may be published, those that are. */
export function publishedColumns(
  deliveries: readonly Delivery[],
  mentioning: readonly MentioningColumn[],
  isWanted: (sort: ValidatorName) => boolean = () => true,
): WantedTable<PublishedSorts>[] {
  const texts = new Set(
    mentioning.map(({ delivery, table, column }) => JSON.stringify([delivery, table, column])),
  );
  return deliveries.flatMap(({ delivery, tables }) =>
    tables.map((table) => {
      const sortOf = new Map<number, ValidatorName>();
      for (const { column, validator, normal } of table.plan.gathered) {
        if (validator === -1 || normal === 'nested') continue;
        const { name } = validators[validator]!;
        if (isPublishedSort(name) && isWanted(name)) sortOf.set(column, name);
      }
      if (isWanted('email'))
        for (const [column, name] of nameOf(table).entries())
          if (!sortOf.has(column) && texts.has(JSON.stringify([delivery, table.shown, name])))
            sortOf.set(column, 'email');
      return { delivery, table, columns: [...sortOf.keys()], wanted: [...sortOf.values()] };
    }),
  );
}

/** As the vault calls them. */
function nameOf({ columns }: DeliveredTable): string[] {
  return columns.map((name, i) => name ?? `column ${i + 1}`);
}
