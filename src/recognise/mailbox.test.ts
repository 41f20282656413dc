import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoleMailbox, isTestIdentity, mayBeNobodys } from './mailbox.ts';

describe('role mailboxes', () => {
  it.each([
    'info',
    'Contact',
    'accueil',
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
    { email: 'titi@example.com' },
    { email: 'tata2@example.com' },
    { email: 'toto.tata@example.com' },
    { email: 'test.fr@example.com' },
    { email: 'test_de@example.com' },
    { email: 'demo-uk@example.com' },
    { email: 'test1.fr@example.com' },
    { email: 'testuser_it@example.com' },
    { email: 'Test.User.NL@example.com' },
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
    { email: 'titien@example.com' },
    { email: 'tatiana@example.com' },
    { email: 'tata.fontaine@example.com' },
    { email: 'titi.li@example.com' },
    { email: 'tati.fr@example.com' },
    { email: 'testfr@example.com' },
    { email: 'fr.test@example.com' },
    { email: 'fr@example.com' },
    { email: 'user.fr@example.com' },
    { names: ['Titi'], email: 'quellmont@example.com' },
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

describe('addresses that may be nobody’s', () => {
  const encoder = new TextEncoder();
  const isAsked = (email: string): boolean => mayBeNobodys(encoder.encode(`..${email}`), 2);

  it.each(['lena', 'j.quellmont', 'yann_le-goff', 'b2', 'x', 'k.o'])(
    '%s is not worth a question',
    (local) => {
      expect(isAsked(`${local}@example.com`)).toBe(false);
    },
  );
  it.each([
    'r.h',
    'i_n_f_o',
    't2eam',
    'h2r.jobs',
    'hr.jobs',
    'qa2user',
    'réception',
    'prüba',
    'titi',
    '_test',
  ])('%s is', (local) => {
    expect(isAsked(`${local}@example.com`)).toBe(true);
  });

  it('every role mailbox and every test identity is asked about', () => {
    const words =
      'info contact rh hr it qa jobs team noreply réception ufficio test titi tata toto demo user candidat foo bar fr uk nora le';
    const word = fc.constantFrom(...words.split(' '));
    const joint = fc.constantFrom('', '', '.', '-', '_', '+', '2', '.7', "'", '\u0301');
    // Words whole and joined, and words with a joint put somewhere into them.
    const local = fc
      .tuple(fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 3 }), joint, fc.nat({ max: 12 }))
      .map(([parts, extra, at]) => {
        const text = parts.flat().join('');
        return `${text.slice(0, at)}${extra}${text.slice(at)}`;
      });
    let nobodys = 0;
    fc.assert(
      fc.property(fc.oneof(local, fc.stringMatching(/^[a-z0-9._-]{1,6}$/)), (text) => {
        const email = `${text}@example.com`;
        if (!isRoleMailbox(text) && !isTestIdentity({ email })) return;
        nobodys++;
        expect(isAsked(email)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(nobodys).toBeGreaterThan(500);
  });
});
