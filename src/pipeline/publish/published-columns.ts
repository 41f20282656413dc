// Which columns of a case's evidence hold the identifiers that a breach is published with, and which texts mention some.
// In: what the deliveries know of their tables, and where the vault has seen identifiers that are nobody's own. Out:
// columns to be read, with the sort of each; columns to be searched, and what for.

import { identifierOf, type ValidatorName, validatorIds, validators } from '../../recognise/index.ts';
import type { Delivery, DeliveredTable } from '../deliveries/delivery.ts';
import { textTableName } from '../examined-people.ts';
import type { WantedMentions, WantedTable } from './walk-columns.ts';

/** By column of the wanted ones. */
export type PublishedSorts = ValidatorName[];

/** By which people can ask: accounts and numbers of people. A bank's and an organisation's numbers stay out. */
export function isPublishedSort(sort: string): sort is ValidatorName {
  if (sort === 'email' || sort === 'phone' || sort === 'username') return true;
  const id = validatorIds[sort as ValidatorName];
  return id !== undefined && identifierOf(id)?.subject === 'person';
}

/** A place where the vault has identifiers that are nobody's own. */
export interface MentioningColumn {
  sort: ValidatorName;
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
  const mentionedAt = Map.groupBy(
    mentioning.filter(({ sort }) => isWanted(sort)),
    ({ delivery, table, column }) => placeKey(delivery, table, column),
  );
  return deliveries.flatMap(({ delivery, tables }) =>
    tables.map((table) => {
      const sortOf = new Map<number, ValidatorName>();
      for (const { column, validator, normal } of table.plan.gathered) {
        if (validator === -1 || normal === 'nested') continue;
        const { name } = validators[validator]!;
        if (isPublishedSort(name) && isWanted(name)) sortOf.set(column, name);
      }
      // what a column holds is read as such, in rows of nobody too; only others have to be looked for
      const searched = nameOf(table).flatMap((name, column) =>
        (mentionedAt.get(placeKey(delivery, table.shown, name)) ?? []).some(
          ({ sort }) => sort !== sortOf.get(column),
        )
          ? [column]
          : [],
      );
      return { delivery, table, columns: [...sortOf.keys()], wanted: [...sortOf.values()], searched };
    }),
  );
}

/** What has to be looked for in the texts of those places. */
export function publishedMentions(mentioning: readonly MentioningColumn[]): Omit<WantedMentions, 'visit'> {
  return {
    sorts: [...new Set(mentioning.map(({ sort }) => sort))],
    inText: new Set(
      mentioning.filter(({ table }) => table === textTableName).map(({ delivery }) => delivery),
    ),
  };
}

function placeKey(delivery: number, table: string, column: string): string {
  return JSON.stringify([delivery, table, column]);
}

/** As the vault calls them. */
function nameOf({ columns }: DeliveredTable): string[] {
  return columns.map((name, i) => name ?? `column ${i + 1}`);
}
