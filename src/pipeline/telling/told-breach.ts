// The breach that people and programs are to be told of. In: the body of a job. Out: what is known of it, or null where it
// is not published any more: then nobody is told.

import type { MailedBreach, BreachModel } from '../../register/index.ts';
import { listBreaches, type RegisterDatabase } from '../../store/register/index.ts';

/** The body of `breach.published` and `breach.withdrawn`. */
export interface ToldJob {
  breach: number;
  name: string;
  /** The number of the breach whose place it took. */
  replaces?: number | null;
}

export interface ToldBreach {
  breach: number;
  isRange: boolean;
  isReplaced: boolean;
  model: BreachModel;
  facts: MailedBreach;
}

export async function toldBreach(register: RegisterDatabase, job: ToldJob): Promise<ToldBreach | null> {
  const row = (await listBreaches(register.rows)).find(({ breach }) => breach === job.breach);
  if (row === undefined || row.state !== 'published') return null;
  const model = JSON.parse(row.model) as BreachModel;
  return {
    breach: row.breach,
    isRange: row.isRange,
    isReplaced: typeof job.replaces === 'number',
    model,
    facts: {
      name: model.Name,
      title: model.Title,
      domain: model.Domain,
      breachDate: model.BreachDate,
      isDateKnown: model.BreachDateKnown ?? true,
      pwnCount: model.PwnCount,
      controllers: model.Controllers,
      isSensitive: model.IsSensitive,
    },
  };
}
