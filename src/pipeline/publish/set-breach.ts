// Changes what the catalogue says of a published breach. In: its name and what is said from now on. Out: the model; its
// moment of change moves. What it was before stands in the custody log.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { type BreachFacts, type BreachFlags, type BreachModel, factsOfModel } from '../../register/index.ts';
import type { InstanceHome } from '../../store/index.ts';
import {
  type BreachRow,
  listBreaches,
  type RegisterDatabase,
  updateBreach,
} from '../../store/register/index.ts';

export interface BreachChange {
  facts: Partial<BreachFacts>;
  flags: Partial<BreachFlags>;
}

/** Throws BREACH_UNKNOWN, USAGE. The same twice changes nothing. */
export async function setBreach(
  home: InstanceHome,
  register: RegisterDatabase,
  name: string,
  { facts, flags }: BreachChange,
  { who, now = () => new Date() }: { who: string; now?: () => Date },
): Promise<BreachModel> {
  const said = { ...factsOfModel(facts), ...flags };
  const { row, before, after } = await register.rows.transaction().execute(async (rows) => {
    const published = publishedNamed(await listBreaches(rows), name);
    const known = JSON.parse(published.model) as BreachModel;
    const changed = Object.entries(said).filter(([key, value]) => known[key as keyof BreachModel] !== value);
    if (changed.length === 0) return { row: published, before: {}, after: known };
    const model = { ...known, ...said, ModifiedDate: later(known.ModifiedDate, now()) };
    await updateBreach(rows, published.breach, { model: JSON.stringify(model) });
    const earlier = Object.fromEntries(changed.map(([key]) => [key, known[key as keyof BreachModel]]));
    return { row: published, before: earlier, after: model };
  });
  if (Object.keys(before).length > 0)
    appendCustody(home, {
      who,
      case: row.caseId,
      what: 'breach.set',
      on: row.name,
      result: 'done',
      details: { from: before, to: said },
    });
  return after;
}

/** Whatever its capitals. Throws BREACH_UNKNOWN. */
export function publishedNamed(breaches: readonly BreachRow[], name: string): BreachRow {
  const found = breaches.find(
    (row) => row.state === 'published' && row.name.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found !== undefined) return found;
  throw new TocsinError('BREACH_UNKNOWN', 'no breach of that name is published');
}

/** Of whoever asks only for what has changed since: never the same moment again, whatever the clock does. */
function later(before: string, now: Date): string {
  const next = Math.max(Date.parse(before) + 1000, now.getTime());
  return `${new Date(next).toISOString().slice(0, 19)}Z`;
}
