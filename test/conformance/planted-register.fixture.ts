/*
 * A register with made-up breaches and people, as publishing leaves it, for the tests that ask it over the wire.
 */
import { createHash } from 'node:crypto';
import {
  addPaste,
  type BreachModel,
  createApiKey,
  createPersonKeys,
  normalForm,
  parsePlan,
  sealDomainBlock,
  stealerLogPurpose,
} from '../../src/register/index.ts';
import { sealedPieces } from '../../src/base/index.ts';
import {
  addStealerLogs,
  insertBreach,
  insertExposureSets,
  publishBreach,
  type RegisterDatabase,
} from '../../src/store/register/index.ts';
import { madeUpModel } from '../serve/made-up-model.fixture.ts';

export const people = {
  anna: 'anna@example.org',
  bruno: 'bruno+news@example.org',
  clara: 'clara@example.org',
  dora: 'o’dora/x@example.org'.replace('’', "'"),
  phone: '+33 6 39 98 00 01',
  username: 'elm.tree',
  nobody: 'nobody@example.org',
} as const;

const usual: Partial<BreachModel> = {
  BreachDate: '2026-01-02',
  AddedDate: '2026-02-03T04:05:06Z',
  ModifiedDate: '2026-02-03T04:05:06Z',
  PwnCount: 3,
  Title: '',
  Domain: '',
  Description: 'A made-up breach.',
  Controllers: ['Alder Ltd'],
  VendorChain: ['Alder Ltd', 'Bailey Data', 'a test server'],
};

interface Planted {
  model: Partial<BreachModel> & { Name: string };
  accounts: readonly [kind: string, text: string][];
}

const email = (text: string): [string, string] => ['email', text];

export const planted: readonly Planted[] = [
  {
    model: { Name: 'AlderLtd', Title: 'zz Alder Ltd', Domain: 'alder.example', PwnCount: 4 },
    accounts: [
      email(people.anna),
      email(people.bruno),
      email(people.dora),
      ['phone', people.phone],
      ['username', people.username],
    ],
  },
  {
    model: { Name: 'BirchClinic', Title: 'Birch', Domain: 'birch.example', IsSensitive: true },
    accounts: [email(people.anna), email(people.clara)],
  },
  {
    model: {
      Name: 'CedarLists',
      Title: 'Cedar',
      IsVerified: false,
      IsSpamList: true,
      AddedDate: '2026-03-03T00:00:00Z',
    },
    accounts: [email(people.anna)],
  },
  {
    model: { Name: 'DogwoodToys', Title: 'Dogwood', Domain: 'dogwood.example', IsRetired: true },
    accounts: [email(people.anna)],
  },
];

export async function plantRegister(register: RegisterDatabase): Promise<void> {
  for (const breach of planted) await plantBreach(register, breach);
  await addPaste(register, { source: 'Pastebin', id: 'AbCd1234', title: null, date: '2026-04-05' }, [
    people.anna,
  ]);
}

export async function plantBreach(register: RegisterDatabase, { model, accounts }: Planted): Promise<number> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const number = await insertBreach(register.rows, {
    name: model.Name,
    caseId: null,
    isRange: true,
    model: JSON.stringify(madeUpModel(model.Name, { ...usual, ...model })),
  });
  await insertExposureSets(register.rows, number, [
    { number: 0, content: JSON.stringify({ classes: [], controllers: [], flags: [] }) },
  ]);
  const forms = accounts.map(([kind, text]) => ({ kind, form: normalForm(kind, text)! }));
  await register.rows
    .insertInto('exposure')
    .values(
      forms.map(({ kind, form }) => ({ person_key: personKey(kind, form), breach: number, exposure_set: 0 })),
    )
    .execute();
  const addresses = forms.filter(({ kind }) => kind === 'email').map(({ form }) => form);
  await register.rows
    .insertInto('sha1_entry')
    .values(addresses.map((form) => ({ sha1: createHash('sha1').update(form).digest(), breach: number })))
    .execute();
  const domainKey = personKey('domain', 'example.org');
  const localParts = addresses.map((form) => form.slice(0, form.lastIndexOf('@')));
  await register.rows
    .insertInto('domain_block')
    .values({
      domain_key: domainKey,
      breach: number,
      number: 0,
      sealed: sealDomainBlock(
        register.secrets('seal'),
        domainKey,
        number,
        Buffer.from(localParts.toSorted().join('\n')),
      ),
    })
    .execute();
  if (model.Name === 'AlderLtd') await plantStealerLog(register, number);
  await publishBreach(register, number);
  return number;
}

async function plantStealerLog(register: RegisterDatabase, breach: number): Promise<void> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const emailKey = personKey('email', people.anna);
  const sealed = Buffer.concat([
    ...sealedPieces(Buffer.from(people.anna), register.secrets('seal'), stealerLogPurpose(emailKey)),
  ]);
  const emailDomainKey = personKey('domain', 'example.org');
  await addStealerLogs(
    register,
    breach,
    ['shop.example', 'example.org'].map((website) => ({ emailKey, website, emailDomainKey, sealed })),
  );
}

/** A key of its own for a test. */
export async function keyFor(
  register: RegisterDatabase,
  plan: string,
  more: { rpm?: number; expiresAt?: number; sameAccountAs?: number } = {},
): Promise<{ key: string; number: number }> {
  return createApiKey(register, {
    plan: parsePlan(plan)!,
    name: '',
    requestsPerMinute: more.rpm ?? null,
    expiresAt: more.expiresAt ?? null,
    sameAccountAs: more.sameAccountAs ?? null,
    now: new Date(),
  });
}

export function sha1Of(address: string): { prefix: string; suffix: string } {
  const digits = createHash('sha1').update(address).digest('hex').toUpperCase();
  return { prefix: digits.slice(0, 6), suffix: digits.slice(6) };
}
