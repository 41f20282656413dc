// What the texts of one column were found to hold, as lines of the report.
// In: a merged table. Out: for each class one line for what is others', one for what is the row's own.

import { type DataClass, identifierOf, type ValidatorId, validators } from '../recognise/index.ts';
import type { ReportColumnClass } from '../report/index.ts';
import type { MergedTable } from '../resolve/index.ts';

/** `columnClass`: what the column itself holds; more of the same in its texts is no news. */
export function classesInText(
  { mentions }: MergedTable,
  column: number,
  columnClass: DataClass | undefined,
): ReportColumnClass[] {
  return mentions
    .filter((found) => found.column === column)
    .flatMap(({ validator, count, hashes, own }) => {
      const { class: dataClass } = validators[validator]!;
      if (dataClass === columnClass) return [];
      const lines: ReportColumnClass[] = [];
      const what = wordFor(validator, count);
      if (count > 0)
        lines.push({
          class: dataClass,
          kind: kindOf(validator, 'in text'),
          confidence: 1,
          values: count,
          evidence: `${count} ${what} found in texts, ${hashes.size} different ones`,
        });
      if (own > 0)
        lines.push({
          class: dataClass,
          kind: kindOf(validator, "in text, the row's own"),
          confidence: 1,
          values: own,
          evidence: `${own} ${wordFor(validator, own)} found in texts that say again what stands in the row itself`,
        });
      return lines;
    });
}

/** Identifiers are told apart by what people call them; other classes have one sort each. */
function kindOf(validator: ValidatorId, where: string): string {
  const identifier = identifierOf(validator);
  return identifier === null ? where : `${identifier.label}, ${where}`;
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  email: ['address', 'addresses'],
  phone: ['telephone number', 'telephone numbers'],
  birthDate: ['date of birth', 'dates of birth'],
  streetAddress: ['postal address', 'postal addresses'],
  fullName: ['name', 'names'],
  ipAddress: ['IP address', 'IP addresses'],
};

function wordFor(validator: ValidatorId, count: number): string {
  const [one, many] = words[validators[validator]!.name] ?? ['number', 'numbers'];
  return count === 1 ? one : many;
}
