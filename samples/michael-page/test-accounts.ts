/**
 * Accounts a developer left behind. They are nobody; the truth counts them apart.
 */
export interface TestAccount {
  name: string;
  mail: string;
  /** a candidate row under the account, if any */
  candidate?: { first: string; last: string };
}

export const testAccounts: readonly TestAccount[] = [
  { name: 'test', mail: 'test@example.test', candidate: { first: 'Test', last: 'Test' } },
  { name: 'test1', mail: 'test1@example.test', candidate: { first: 'test', last: 'test' } },
  { name: 'test2', mail: 'test2@example.test' },
  { name: 'test3', mail: 'Test3@Example.test' },
  { name: 'test_fr', mail: 'test.fr@example.test' },
  { name: 'toto', mail: 'toto@example.test', candidate: { first: 'toto', last: 'tutu' } },
  { name: 'tutu', mail: 'tutu@example.test', candidate: { first: 'tutu', last: 'toto' } },
  { name: 'titi', mail: 'titi@example.test' },
  { name: 'demo', mail: 'demo@example.test', candidate: { first: 'Demo', last: 'Demo' } },
  { name: 'demo2', mail: 'demo2@example.test' },
  { name: 'qa', mail: 'qa@example.test' },
  { name: 'qa1', mail: 'qa1@example.test', candidate: { first: 'QA', last: 'Test' } },
  { name: 'foo', mail: 'foo@example.test', candidate: { first: 'Foo', last: 'Bar' } },
  { name: 'foobar', mail: 'foo.bar@example.test' },
  { name: 'asdf', mail: 'asdf@example.test', candidate: { first: 'asdf', last: 'asdf' } },
  { name: 'xxx', mail: 'xxx@example.test', candidate: { first: 'xxx', last: 'xxx' } },
  { name: 'test10', mail: 'test10@example.test' },
  { name: 'test11', mail: 'test11@example.test' },
  { name: 'testuser', mail: 'testuser@example.test', candidate: { first: 'Test', last: 'User' } },
  { name: 'test-prod', mail: 'test+prod@example.test' },
];

/** How many of them registered before the first real user; the others came last. */
export const earlyTestAccounts = 10;
