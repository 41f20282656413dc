// What is wrong with a ledger, gathered while it is gone over. In: faults one by one. Out: how often each, and where first.

/** Each with what it means, for people. */
export const faultWords = {
  counts: 'a count is not what the rows come to',
  state: 'the state of a send is not what happened to it',
  attempts: 'the attempts of a send are not those that were entered',
  stray: 'something is entered for a send that there is not',
  open: 'a person is open, and nothing is planned for him: he would be lost',
  twice: 'a person has two notices under way at once',
  standing: 'the standing of a person is not what his sends come to',
  reason: 'a person is not told, and no reason is given',
  people: 'the people of a plan do not add up',
  connection: 'one connection had more than one mail without an answer when a run was stopped',
  'sink lost': 'a mail was handed over, and the mail server does not have it',
  'sink extra': 'the mail server has a mail more often than the ledger can explain',
} as const;

export type FaultSort = keyof typeof faultWords;

export interface LedgerFault {
  what: FaultSort;
  words: string;
  count: number;
  /** Numbers of sends, recipients or plans, the first ones. */
  examples: number[];
}

const mostExamples = 10;

export interface LedgerFaults {
  add(what: FaultSort, where: number): void;
  list(): LedgerFault[];
}

export function gatherFaults(): LedgerFaults {
  const faults = new Map<FaultSort, LedgerFault>();
  return {
    add(what, where) {
      let fault = faults.get(what);
      if (fault === undefined)
        faults.set(what, (fault = { what, words: faultWords[what], count: 0, examples: [] }));
      fault.count += 1;
      if (fault.examples.length < mostExamples) fault.examples.push(where);
    },
    list: () => [...faults.values()],
  };
}
