import { expect, test } from 'vitest';
import { deliveryOutcome, type Outcome } from './delivery-outcome.ts';

const failures: readonly [Outcome, string | null, string][] = [
  ['bounced', '5.1.1', 'no such user'],
  ['bounced', '5.1.10', 'RESOLVER.ADR.RecipientNotFound'],
  ['bounced', '5.2.1', 'mailbox disabled'],
  ['bounced', '5.4.4', 'host not found'],
  ['bounced', '4.4.7', 'delivery time expired'],
  ['bounced', '4.2.2', 'full for five days'],
  ['bounced', '5.0.0', '554 delivery error: dd This user doesn’t matter'],
  ['bounced', '5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable'],
  ['bounced', '5.7.1', '550 5.7.1 <x@receiver.example>: Recipient address rejected: user unknown'],
  ['bounced', '5.7.13', 'account disabled'],
  ['bounced', '5.7.129', 'only for some senders'],
  ['bounced', null, 'nothing is known'],
  ['full', '5.2.2', 'mailbox full'],
  ['full', '5.2.122', 'more than the hourly limit'],
  ['full', '5.0.0', '552 the account is over quota'],
  ['policy', '5.7.1', '550 5.7.1 refused by policy'],
  ['policy', '5.7.26', 'unauthenticated'],
  ['policy', '4.7.1', 'greylisted for five days'],
  ['policy', '5.1.8', 'bad sender'],
  ['policy', '5.4.5', 'daily limit of the sender exceeded'],
  ['policy', '5.0.0', '554 blocked using a block list'],
];

test.each(failures)('%s is what %s says of a failed mail: %s', (outcome, status, diagnostic) => {
  expect(deliveryOutcome({ action: 'failed', status, diagnostic })?.outcome).toBe(outcome);
});

test('the finer code counts, where both are of one sort', () => {
  const codeOf = (status: string | null, diagnostic: string) =>
    deliveryOutcome({ action: 'failed', status, diagnostic })?.code;
  expect(codeOf('5.0.0', '550 5.1.1 no such user')).toBe('5.1.1');
  expect(codeOf('5.1.2', '550 5.7.1 no')).toBe('5.1.2');
  expect(codeOf('5.0.0', '451 4.7.1 later')).toBe('5.0.0');
  expect(codeOf(null, '550 no such user')).toBe('5.0.0');
  expect(codeOf(null, 'host 192.0.2.5.1.1 said no')).toBe(null);
});

test.each([
  ['delayed', '4.4.1', 'delayed'],
  ['delayed', '5.1.1', 'delayed'],
  ['delivered', '2.1.5', 'delivered'],
  ['delivered', null, 'delivered'],
  ['relayed', '2.0.0', 'relayed'],
  ['expanded', '2.0.0', 'relayed'],
])('an action %s with the code %s is %s', (action, status, outcome) => {
  expect(deliveryOutcome({ action, status, diagnostic: null })?.outcome).toBe(outcome);
});

test.each([
  ['failed', '2.0.0'],
  ['delivered', '5.1.1'],
  ['delayed', '2.0.0'],
  [null, '5.1.1'],
])('an action %s with the code %s says nothing', (action, status) => {
  expect(deliveryOutcome({ action, status, diagnostic: null })).toBe(null);
});
