// Call-backs as a list for those who telephone: number, name, reference, what to say first, what was lost, and a column for
// what came of it. In: a case whose notices are approved. Out: a file. A call that is in a list is not made yet: it is
// leased until its result is taken in.

import { listLine } from '../../../notify/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import {
  changeSends,
  holdSender,
  leasedAfter,
  listPlans,
  openNotices,
} from '../../../store/notices/index.ts';
import { approvedPlan } from '../approved-plan.ts';
import { enterList, type ListOptions, type ListRequest } from './list-texts.ts';
import { createSaidTo } from './said-to.ts';
import { settleList, writeSendList, type WrittenList } from './send-list.ts';

export interface CallsRequest extends ListRequest {
  /** Also those that are in an earlier list and have no result: that list is not used any more. */
  isAgain: boolean;
}

const sendsAtOnce = 5000;

/** Throws NOTICES_NONE, NOTICES_NOT_APPROVED, SENDER_RUNNING and as `writeSendList`. */
export async function listCalls(
  home: InstanceHome,
  record: CaseRecord,
  { out, recipient, who, isAgain }: CallsRequest,
  { now = () => new Date(), ...options }: ListOptions = {},
): Promise<WrittenList> {
  using notices = openNotices(record);
  using _lock = holdSender(record, notices.db, { who, now: now(), kind: 'listing' });
  const { plan, variants } = approvedPlan(notices, record.case);
  const saidTo = createSaidTo(notices, variants);
  const list = {
    plan: plan.plan,
    channel: 'c' as const,
    out,
    recipient,
    head: listLine(['number', 'name', 'reference', 'language', 'opening', 'data', 'result']),
    isHandedOver: false,
    line: (send: Parameters<typeof saidTo>[0] & { phone: string | null }) => {
      const { name, reference, language, callOpening, data } = saidTo(send);
      return listLine([send.phone!, name, reference, language, callOpening, data, '']);
    },
  };
  return enterList(home, record, { what: 'notify.calls', who, out, recipient }, async () => {
    settleList(notices, 'c', now);
    if (isAgain)
      for (const { plan: any } of listPlans(notices.db)) takeBack(notices.db, any, now().getTime());
    return writeSendList(notices, list, { now, ...options });
  });
}

/** Calls of a list that is not used: nobody was called. Those of an earlier plan wait for the next plan. */
function takeBack(db: Parameters<typeof changeSends>[0], plan: number, at: number): void {
  for (;;) {
    const batch = leasedAfter(db, { plan, channel: 'c', event: 0 }, { after: 0, most: sendsAtOnce });
    if (batch.length === 0) return;
    changeSends(db, ({ move }) => {
      for (const { send } of batch) move({ send, what: 'lost', at, reply: 'the list was not used' });
    });
  }
}
