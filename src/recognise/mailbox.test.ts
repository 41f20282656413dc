import { describe, expect, it } from 'vitest';
import { isRoleMailbox, isTestIdentity } from './mailbox.ts';

describe('role mailboxes', () => {
  it.each([
    'info',
    'Contact',
    'RH',
    'no-reply',
    'noreply',
    'do_not_reply',
    'info2',
    'hr.jobs',
    'customer.service',
    'bewerbung',
    'kontakt',
    'recrutement',
    'administración',
    'ufficio',
    'sollicitaties',
    'postmaster',
    'sales+uk',
  ])('%s is one', (local) => {
    expect(isRoleMailbox(local)).toBe(true);
  });
  it.each(['nora', 'nora.sales', 'informatics', 'jobson', 'j.contact', 'marc.office', 'infante', ''])(
    '%j is somebody',
    (local) => {
      expect(isRoleMailbox(local)).toBe(false);
    },
  );
});

describe('test identities', () => {
  it.each([
    { email: 'test@example.com' },
    { email: 'Test1@example.test' },
    { email: 'test.user42@example.com' },
    { email: 'testaccount@example.com' },
    { email: 'asdf@example.com' },
    { names: ['Test', 'Test'] },
    { names: ['toto', 'tutu'] },
    { names: ['Foo Bar'] },
    { names: ['Test User'], email: 'nora@example.com' },
    { names: ['test'], email: 'test@example.com' },
    { names: ['', ''], email: 'demo@example.org' },
  ])('%j is one', (identity) => {
    expect(isTestIdentity(identity)).toBe(true);
  });
  it.each([
    { email: 'nora@example.test' },
    { email: 'tester@example.com' },
    { email: 'testa.nora@example.com' },
    { email: 'contest@example.com' },
    { names: ['Anna', 'Tester'] },
    { names: ['Demo', 'Quellmont'] },
    { names: ['Nora', 'Test'] },
    { names: ['Tata'] },
    { names: ['Nora', 'Quellmont'], email: 'test@example.com' },
    {},
  ])('%j is somebody', (identity) => {
    expect(isTestIdentity(identity)).toBe(false);
  });
});
