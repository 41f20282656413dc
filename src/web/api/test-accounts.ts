// The sixteen accounts that clients test themselves with, and what is answered for each. In: nothing. Out: a table. Nothing
// of the register is in it, and nothing of it in the register: any key of 32 digits may ask for these and for no others.
// Source: https://haveibeenpwned.com/API/v3#TestAccounts.

import type { BreachModel, Paste } from '../../register/index.ts';

export const testDomain = 'hibp-integration-tests.com';

export interface TestAccount {
  /** Names of `testBreaches`; sensitive ones are only told to whom the domain belongs. */
  breaches: readonly string[];
  pastes: readonly Paste[];
  /** Where a stealer log has its address. */
  websites: readonly string[];
}

type ModelFacts = Pick<BreachModel, 'Name' | 'Title' | 'Domain' | 'BreachDate' | 'PwnCount' | 'DataClasses'>;

function model(facts: ModelFacts, flags: Partial<BreachModel> = {}): BreachModel {
  return {
    Name: facts.Name,
    Title: facts.Title,
    Domain: facts.Domain,
    BreachDate: facts.BreachDate,
    AddedDate: '2013-12-04T00:00:00Z',
    ModifiedDate: '2013-12-04T00:00:00Z',
    PwnCount: facts.PwnCount,
    Description: 'A breach of the accounts that clients of this interface test themselves with.',
    LogoPath: '',
    Attribution: null,
    DisclosureUrl: null,
    DataClasses: facts.DataClasses,
    IsVerified: true,
    IsFabricated: false,
    IsSensitive: false,
    IsRetired: false,
    IsSpamList: false,
    IsMalware: false,
    IsSubscriptionFree: false,
    IsStealerLog: false,
    Controllers: [],
    VendorChain: [],
    ...flags,
  };
}

function madeUp(name: string, flags: Partial<BreachModel>): BreachModel {
  const facts = { Name: name, Title: name, Domain: 'example.com', BreachDate: '2020-01-01', PwnCount: 16 };
  return model({ ...facts, DataClasses: ['Email addresses'] }, flags);
}

/** Three of them are named by the contract; the others only have their flags. */
export const testBreaches: readonly BreachModel[] = [
  model({
    Name: 'Adobe',
    Title: 'Adobe',
    Domain: 'adobe.com',
    BreachDate: '2013-10-04',
    PwnCount: 152_445_165,
    DataClasses: ['Email addresses', 'Password hints', 'Passwords', 'Usernames'],
  }),
  model({
    Name: 'Gawker',
    Title: 'Gawker',
    Domain: 'gawker.com',
    BreachDate: '2010-12-11',
    PwnCount: 1_247_574,
    DataClasses: ['Email addresses', 'Passwords', 'Usernames'],
  }),
  model({
    Name: 'Stratfor',
    Title: 'Stratfor',
    Domain: 'stratfor.com',
    BreachDate: '2011-12-24',
    PwnCount: 859_777,
    DataClasses: ['Credit cards', 'Email addresses', 'Names', 'Passwords', 'Phone numbers', 'Usernames'],
  }),
  madeUp('TestSensitive', { IsSensitive: true }),
  madeUp('TestSpamList', { IsSpamList: true, Domain: '' }),
  madeUp('TestStealerLog', { IsStealerLog: true, IsMalware: true, Domain: '' }),
  madeUp('TestSubscriptionFree', { IsSubscriptionFree: true }),
  madeUp('TestUnverified', { IsVerified: false }),
];

const paste: Paste = {
  Source: 'Pastebin',
  Id: 'TestPaste',
  Title: 'A paste of the test accounts',
  Date: '2014-03-04T19:14:54Z',
  EmailCount: 139,
};

const account = (breaches: string[], more: Partial<TestAccount> = {}): TestAccount => ({
  breaches,
  pastes: [],
  websites: [],
  ...more,
});

/** By local part. */
export const testAccounts: ReadonlyMap<string, TestAccount> = new Map([
  ['account-exists', account(['Adobe'], { pastes: [paste] })],
  ['multiple-breaches', account(['Adobe', 'Gawker', 'Stratfor'])],
  ['not-active-and-active-breach', account(['Adobe'])],
  ['not-active-breach', account([])],
  ['opt-out', account([])],
  ['opt-out-breach', account([])],
  ['paste-sensitive-breach', account(['TestSensitive'], { pastes: [paste] })],
  ['permanent-opt-out', account([])],
  ['sensitive-and-other-breaches', account(['Adobe', 'Gawker', 'TestSensitive'])],
  ['sensitive-breach', account(['TestSensitive'])],
  ['spam-list-only', account(['TestSpamList'])],
  ['spam-list-and-others', account(['Adobe', 'Gawker', 'TestSpamList'])],
  ['stealer-log', account(['TestStealerLog'], { websites: ['example.com'] })],
  ['subscription-free-breach', account(['TestSubscriptionFree'])],
  ['subscription-free-and-other-breaches', account(['Adobe', 'Gawker', 'TestSubscriptionFree'])],
  ['unverified-breach', account(['TestUnverified'])],
]);
