import { expect, test } from 'vitest';
import type { LostClass } from '../../../store/index.ts';
import type { ToldBefore } from '../again/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { type Channel, chooseChannels } from './channel-rules.ts';
import type { ChosenRecipient } from './chosen-spool.ts';
import { type ContactField, type ContactRow, contactFields } from './contact-fields.ts';
import { decideRecipients } from './decide-recipients.ts';
import { createContents } from './notice-contents.ts';
import { createSharedEmails } from './shared-emails.ts';

interface Made {
  name?: string;
  email?: string;
  phone?: string;
  hasHouse?: boolean;
  lost: LostClass[];
  /** What he was told by letter or mail, and what by text message. */
  named?: LostClass[];
  texted?: LostClass[];
  /** What a call in a list that is in use will tell him. */
  called?: LostClass[];
}

const names = { class: 'Names', kinds: [] };
const health = { class: 'Personal health data', kinds: [] };

const classesOf = (lost: readonly LostClass[]): ToldBefore['classes'] =>
  new Map(lost.map((entry) => [entry.class, new Set(entry.kinds)]));

function rowOf({ name = 'Ada Exemple', email, phone, hasHouse }: Made): ContactRow {
  const values: [ContactField, string | undefined][] = [
    [contactFields.fullName, name],
    [contactFields.email, email],
    [contactFields.phone, phone],
    [contactFields.country, 'France'],
    ...(hasHouse === true
      ? ([
          [contactFields.street, '1 rue du Modele'],
          [contactFields.postalCode, '75001'],
          [contactFields.town, 'Paris'],
        ] as [ContactField, string][])
      : []),
  ];
  return {
    source: 0,
    rank: 1,
    values: values.flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }])),
  };
}

/** Of each who gets a notice: what it says, and over which channels he gets it. */
function decided(people: readonly Made[], order: readonly Channel[] = ['e', 'l', 's', 'c']) {
  const chosen: ChosenRecipient[] = [];
  const shared = createSharedEmails(createIdentifierHasher([1, 2], { few: true }));
  const contents = createContents(new Set());
  const before = ({ named = [], texted = [], called }: Made, person: number): ToldBefore => ({
    classes: classesOf([...named, ...texted]),
    named: classesOf(named),
    recipients: [person + 1],
    last: null,
    soon: called === undefined ? null : { classes: classesOf([...named, ...texted, ...called]), last: null },
  });
  const counts = decideRecipients({
    people: {
      isPerson: () => true,
      noticesOf: (person) => [{ controller: null, classes: people[person]!.lost }],
      isMinor: () => false,
      isDeceased: () => false,
      countryOf: () => null,
      numbers: people.length,
      controllers: [null],
      held: new Set(),
    },
    contacts: {
      forEachPerson: (visit) => {
        for (const [person, made] of people.entries()) visit(person, [rowOf(made)]);
      },
    } as Parameters<typeof decideRecipients>[0]['contacts'],
    directories: [],
    directions: null,
    earlier: { of: (person) => before(people[person]!, person), lastEvent: 1 },
    toldChannels: () => [],
    spentContacts: () => [],
    isCorrection: () => false,
    contents,
    chosen: { add: (recipient) => chosen.push(recipient), *read() {}, [Symbol.dispose]() {} },
    shared,
    isWritten: () => true,
    usualLanguage: 'en',
    usualCountry: 'FR',
    heirs: false,
    channels: order,
    onPerson() {},
  });
  const isShared = shared.settle();
  const notices = chosen.map(({ person, content, contact, circumstances }) => {
    const { kind, before: told } = contents.contents[content]!;
    const who = {
      ...circumstances,
      isShared: contact.email !== null && isShared(contact.email),
      barred: new Set<Channel>(),
    };
    return {
      person,
      kind,
      before: told,
      channels: chooseChannels(who, { order, heirs: false }).channels.join(''),
    };
  });
  return { notices, toldBefore: counts.toldBefore };
}

test('a mailbox is shared with those who were told before too', () => {
  const family = { email: 'family@mail.example.org', hasHouse: true };
  const { notices } = decided([
    { ...family, lost: [names], named: [names] },
    { ...family, name: 'Bea Exemple', lost: [names, health], named: [names] },
  ]);
  expect(notices).toEqual([{ person: 1, kind: 'more', before: ['Names'], channels: 'le' }]);
});

test('who had a text message is told what was lost as soon as he can be written to, and not by another one', () => {
  const phone = '+33639980001';
  const { notices, toldBefore } = decided([
    { phone, email: 'ada@mail.example.org', lost: [names], texted: [names] },
    { phone, lost: [names], texted: [names] },
    { phone, lost: [names, health], texted: [names] },
  ]);
  expect(notices).toEqual([
    { person: 0, kind: 'first', before: [], channels: 'e' },
    { person: 2, kind: 'first', before: [], channels: 'sc' },
  ]);
  expect(toldBefore).toBe(1);
  const texts = decided([{ phone, email: 'ada@mail.example.org', lost: [names], texted: [names] }], ['s']);
  expect(texts).toEqual({ notices: [], toldBefore: 1 });
});

test('what only a text message told was not told before', () => {
  const { notices } = decided([
    { email: 'ada@mail.example.org', lost: [names, health], named: [names], texted: [names, health] },
  ]);
  expect(notices).toMatchObject([{ kind: 'more', before: ['Names'] }]);
});

test('a password that stands there in another way than was told is new', () => {
  const of = (kind: string) => ({ class: 'Passwords', kinds: [kind] });
  const { notices } = decided([
    { email: 'ada@mail.example.org', lost: [names, of('plain text')], named: [names, of('bcrypt')] },
  ]);
  expect(notices).toMatchObject([{ kind: 'more', before: ['Names'] }]);
});

test('who is about to be called is left out, unless he has lost more than he will hear', () => {
  const phone = '+33639980001';
  const { notices, toldBefore } = decided([
    { phone, lost: [names], called: [names] },
    { phone, lost: [names, health], called: [names] },
  ]);
  expect(notices).toEqual([{ person: 1, kind: 'first', before: [], channels: 'sc' }]);
  expect(toldBefore).toBe(1);
});
