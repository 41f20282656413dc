// Under which Message-ID a notice goes out: derived from its send and the sender's domain, so that the same notice, sent
// again, is known again. In: an open ledger. Out: the ID of a send.

import { hostname } from 'node:os';
import { type MailSender, usualSender } from '../../notify/index.ts';
import { createSendTokens, listPlans, type Notices, type StoredPlan } from '../../store/notices/index.ts';
import { factsOfPlan } from './plan-facts.ts';

/** As the texts of the plan were approved; where nobody named a sender, this machine. */
export function senderOfPlan(plan: Pick<StoredPlan, 'settings'>, controller: string | null): MailSender {
  const { name, address } = factsOfPlan(plan, controller).sender;
  return { name, address: address === '' ? usualSender(hostname()) : address };
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** `<…@…>`; for some sends, not for millions. */
export function createMessageIds({ db, secret }: Pick<Notices, 'db' | 'secret'>): (send: number) => string {
  const { tokenOf } = createSendTokens(secret);
  const plans = new Map(listPlans(db).map((plan) => [plan.plan, plan]));
  const controllerOf = db.prepare(
    `SELECT variant.plan AS "plan", controller FROM send JOIN recipient USING (recipient) JOIN variant USING (variant)
     WHERE send = ?`,
  );
  return (send) => {
    const { plan, controller } = controllerOf.get(send) as { plan: number; controller: string | null };
    return `<${tokenOf(send)}@${domainOf(senderOfPlan(plans.get(plan)!, controller).address)}>`;
  };
}
