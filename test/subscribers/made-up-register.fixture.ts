/*
 * A register with one published breach, its people and its subscribers, put in by the rows themselves: what a
 * publication leaves, without a case.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  type BreachModel,
  createPersonKeys,
  type ExposureSet,
  sealDomainBlock,
  tokenHash,
} from '../../src/register/index.ts';
import {
  enqueueJob,
  insertSubscriber,
  type RegisterDatabase,
  sealJson,
} from '../../src/store/register/index.ts';

export interface MadeUpBreach {
  name: string;
  isRange?: boolean;
  isSensitive?: boolean;
  /** Addresses with the classes that each lost. */
  people: ReadonlyMap<string, string[]>;
  /** Of a case that was split: of whose data each address is. */
  controllersOf?: ReadonlyMap<string, string[]>;
}

/** Its number, once it is published and its job waits. */
export async function publishMadeUp(
  register: RegisterDatabase,
  { name, isRange = false, isSensitive = false, people, controllersOf }: MadeUpBreach,
): Promise<number> {
  const { rows, secrets } = register;
  const personKey = createPersonKeys(secrets('person-key'));
  const model = madeUpModel(name, people.size, isSensitive);
  return rows.transaction().execute(async (db) => {
    const { breach } = await db
      .insertInto('breach')
      .values({
        name,
        case_id: null,
        state: 'published',
        is_range: isRange ? 1 : 0,
        model: JSON.stringify(model),
      })
      .returning('breach')
      .executeTakeFirstOrThrow();
    let number = 0;
    const locals = new Map<string, string[]>();
    for (const [address, classes] of people) {
      const set: ExposureSet = {
        classes: classes.map((name) => ({ class: name, kinds: [] })),
        controllers: controllersOf?.get(address) ?? [],
        flags: [],
        ...(controllersOf === undefined ? {} : { isSplit: true }),
      };
      await db
        .insertInto('exposure_set')
        .values({ breach, number: ++number, content: JSON.stringify(set) })
        .execute();
      const person_key = personKey('email', address);
      await db.insertInto('exposure').values({ person_key, breach, exposure_set: number }).execute();
      if (isRange)
        await db
          .insertInto('sha1_entry')
          .values({ sha1: sha1Of(address), breach })
          .execute();
      const [local, domain] = address.split('@') as [string, string];
      locals.set(domain, [...(locals.get(domain) ?? []), local]);
    }
    for (const [domain, parts] of locals) {
      const domain_key = personKey('domain', domain);
      const sealed = sealDomainBlock(secrets('seal'), domain_key, breach, Buffer.from(parts.join('\n')));
      await db.insertInto('domain_block').values({ domain_key, breach, number: 0, sealed }).execute();
    }
    const body = { breach, name, replaces: null };
    await enqueueJob(register, { kind: 'breach.published', body, dueAt: Date.now() }, db);
    return breach;
  });
}

export function sha1Of(address: string): Buffer {
  return createHash('sha1').update(address).digest();
}

function madeUpModel(name: string, people: number, isSensitive: boolean): BreachModel {
  return {
    Name: name,
    Title: name,
    Domain: `${name.toLowerCase()}.example`,
    BreachDate: '2026-01-31',
    AddedDate: '2026-02-01T00:00:00Z',
    ModifiedDate: '2026-02-01T00:00:00Z',
    PwnCount: people,
    Description: '',
    LogoPath: '',
    Attribution: null,
    DisclosureUrl: null,
    DataClasses: ['Email addresses'],
    IsVerified: true,
    IsFabricated: false,
    IsSensitive: isSensitive,
    IsRetired: false,
    IsSpamList: false,
    IsMalware: false,
    IsSubscriptionFree: false,
    IsStealerLog: false,
    Controllers: [`${name} Holding`],
    VendorChain: [],
  };
}

/** As one is after the link of the mail was taken. */
export async function subscribeMadeUp(
  register: RegisterDatabase,
  addresses: readonly string[],
  language = 'en',
): Promise<void> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  await register.rows.transaction().execute(async (db) => {
    for (const address of addresses) {
      const unsubscribe = randomBytes(32).toString('base64url');
      const row = {
        person_key: personKey('email', address),
        token_hash: tokenHash(register, unsubscribe),
        sealed: sealJson(register.secrets, 'subscriber', { address, unsubscribe }),
        language,
        confirmed_at: 0,
      };
      await insertSubscriber(row, db);
    }
  });
}
