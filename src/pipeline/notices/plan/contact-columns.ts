// Which columns of the evidence say how people are called and reached. In: a case as it was resolved. Out: the columns to
// be read, with what each of them is: by what its values were recognised as, and where these do not tell (a country, a
// language, which place is the town), by its name.

import { validators, type ValidatorName } from '../../../recognise/index.ts';
import type { CasePart, ResolvedCase } from '../../deliveries/resolved-case.ts';
import { fieldByName } from '../../directory/column-names.ts';
import type { WantedPart } from '../../values/walk-values.ts';
import { type ContactField, contactFields } from './contact-fields.ts';

export interface ContactColumns {
  wanted: WantedPart[];
  /** By part of the case, for each of its wanted columns what it is. */
  fieldOf: Map<number, ContactField[]>;
}

const byValidator: Partial<Record<ValidatorName, ContactField>> = {
  email: contactFields.email,
  phone: contactFields.phone,
  firstName: contactFields.firstName,
  lastName: contactFields.lastName,
  fullName: contactFields.fullName,
  streetAddress: contactFields.street,
  postalCode: contactFields.postalCode,
};

/** A place may be any of these. */
const byName: readonly (readonly [RegExp, ContactField])[] = [
  [/^(?:.*_)?(?:pays|country|land|nation)(?:_?(?:code|iso|name|nom))?$/iu, contactFields.country],
  [/(?:region|state|province|county|departement|département|bundesland)/iu, contactFields.region],
];

export function contactColumns({ parts, tables }: ResolvedCase): ContactColumns {
  const asked = parts.map((part) => ({ part: part.part, columns: columnsOf(part, tables) }));
  const used = asked.filter(({ columns }) => columns.length > 0);
  return {
    wanted: used.map(({ part, columns }) => ({ part, columns: columns.map(({ column }) => column) })),
    fieldOf: new Map(used.map(({ part, columns }) => [part, columns.map(({ field }) => field)])),
  };
}

interface ContactColumn {
  column: number;
  field: ContactField;
}

/** None where the table holds nobody's values: a language alone is a setting of something. */
function columnsOf(part: CasePart, tables: ResolvedCase['tables']): ContactColumn[] {
  const { gathered } = tables[part.table]!.plan;
  const names = part.delivered.columns;
  const validatorOf = new Map(
    gathered.filter(({ normal }) => normal !== 'nested').map(({ column, validator }) => [column, validator]),
  );
  const recognised = [...part.columnOf].flatMap((of, column): ContactColumn[] => {
    const validator = validatorOf.get(of);
    if (validator === undefined || validator === -1) return [];
    const field = fieldOf(validators[validator]!.name, names[column] ?? '');
    return field === null ? [] : [{ column, field }];
  });
  if (recognised.length === 0) return [];
  const known = new Set(recognised.map(({ column }) => column));
  const named = names.flatMap((name, column): ContactColumn[] => {
    const field = name === null || known.has(column) ? null : fieldByName(name);
    return field === 'language' || field === 'country' ? [{ column, field: contactFields[field] }] : [];
  });
  return [...recognised, ...named].toSorted((a, b) => a.column - b.column);
}

function fieldOf(validator: ValidatorName, name: string): ContactField | null {
  if (validator !== 'place') return byValidator[validator] ?? null;
  return byName.find(([test]) => test.test(name))?.[1] ?? contactFields.town;
}
