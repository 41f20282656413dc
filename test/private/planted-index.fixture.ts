/*
 * Breaches with planted numbers, published with their private indexes, and somebody who asks for a number by the code of
 * the page, over the routes of the page.
 */
import type { Hono } from 'hono';
import { type BreachModel, type ExposureSet, normalForm } from '../../src/register/index.ts';
import type { PrivateKind } from '../../src/lookup/private/index.ts';
import { buildPrivateIndex, type PrivateItem } from '../../src/pipeline/private/build-private-index.ts';
import {
  insertBreach,
  insertExposureSets,
  publishBreach,
  type RegisterDatabase,
} from '../../src/store/register/index.ts';
import { askPrivately, type PrivateAnswer } from '../../src/web/private/browser/ask-privately.ts';

export interface PlantedNumber {
  kind: PrivateKind;
  /** As somebody writes it. */
  typed: string;
  /** Places in `sets`. */
  sets: number[];
}

export interface PlantedBreach {
  name: string;
  sets: ExposureSet[];
  people: PlantedNumber[];
  model?: Partial<BreachModel>;
}

export const someSets: ExposureSet[] = [
  { classes: [{ class: 'Names', kinds: [] }], controllers: ['Example Jobs'], flags: [] },
  {
    classes: [
      { class: 'Names', kinds: [] },
      { class: 'Passwords', kinds: ['bcrypt'] },
      { class: 'Social security numbers', kinds: ['NIR'] },
    ],
    controllers: ['Example Jobs', 'Example Training'],
    flags: ['minor'],
  },
  { classes: [{ class: 'Phone numbers', kinds: [] }], controllers: ['Example Training'], flags: [] },
];

/** A made-up NIR with its key: `number` tells one from another. */
export function madeUpNir(number: number): string {
  const body = `1${String(50 + (number % 40)).padStart(2, '0')}01${String(10 + (number % 80)).padStart(2, '0')}${String(
    1 + (Math.floor(number / 900) % 900),
  ).padStart(3, '0')}${String(1 + (number % 900)).padStart(3, '0')}`;
  return body + String(97 - (Number(body) % 97)).padStart(2, '0');
}

/** Of the range that is reserved for fiction in France. */
export function madeUpPhone(number: number): string {
  return `+33 6 39 98 ${String(Math.floor(number / 100) % 100).padStart(2, '0')} ${String(number % 100).padStart(2, '0')}`;
}

export async function plant(register: RegisterDatabase, planted: PlantedBreach): Promise<number> {
  const model = { ...madeUpModel(planted.name), ...planted.model };
  const breach = await insertBreach(register.rows, {
    name: planted.name,
    caseId: null,
    isRange: false,
    model: JSON.stringify(model),
  });
  await insertExposureSets(
    register.rows,
    breach,
    planted.sets.map((set, number) => ({ number, content: JSON.stringify(set) })),
  );
  await buildPrivateIndex(register, breach, itemsOf(planted.people), { digest: planted.name, workers: 1 });
  await publishBreach(register, breach);
  return breach;
}

export async function* itemsOf(people: PlantedNumber[]): AsyncGenerator<PrivateItem[]> {
  for (let at = 0; at < people.length; at += 100)
    yield people
      .slice(at, at + 100)
      .flatMap(({ kind, typed, sets }) =>
        sets.map((set) => ({ kind, normal: normalForm(kind, typed)!, set })),
      );
}

interface List {
  version: string;
  kinds: Record<
    PrivateKind,
    {
      publicKey: string;
      indexes: { breach: string; salt: string; bits: number; slots: number; entryBytes: number }[];
    }
  >;
}

export interface Asked {
  /** By the name of the breach: the content of each entry. */
  found: Record<string, string[]>;
  /** What went over the wire, in order. */
  wire: { path: string; sent: string; status: number; bytes: number }[];
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** What the page does, without the page. */
export async function askFor(app: Hono, kind: PrivateKind, typed: string): Promise<Asked> {
  const list = (await (await app.request('/api/private/indexes')).json()) as List;
  const wire: Asked['wire'] = [];
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await app.request(path, init);
    const { byteLength } = await answer.clone().arrayBuffer();
    wire.push({
      path,
      sent: typeof init.body === 'string' ? init.body : '',
      status: answer.status,
      bytes: byteLength,
    });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return answer;
  };
  const { publicKey, indexes } = list.kinds[kind];
  const answer: PrivateAnswer = await askPrivately({
    kind,
    normal: normalForm(kind, typed)!,
    publicKey: bytes(publicKey),
    indexes: indexes.map(({ salt, ...index }) => ({ ...index, salt: bytes(salt) })),
    evaluate: async (blinded) => {
      const body = JSON.stringify({ kind, blinded: Buffer.from(blinded).toString('hex') });
      const headers = { 'content-type': 'application/json' };
      const sent = await call('/api/private/evaluate', { method: 'POST', headers, body });
      const { evaluated, proof } = (await sent.json()) as { evaluated: string; proof: string };
      return { evaluated: bytes(evaluated), proof: bytes(proof) };
    },
    bucket: async (prefix) =>
      new Uint8Array(await (await call(`/api/private/${list.version}/${kind}/${prefix}`)).arrayBuffer()),
  });
  const named = indexes.map(({ breach }, i) => [
    breach,
    answer[i]!.map((each) => Buffer.from(each).toString('hex')),
  ]);
  return {
    found: Object.fromEntries(named.filter(([, contents]) => contents!.length > 0)) as Asked['found'],
    wire,
  };
}

export function madeUpModel(name: string): BreachModel {
  return {
    Name: name,
    Title: `Breach ${name}`,
    Domain: 'jobs.example.test',
    BreachDate: '2026-03-01',
    AddedDate: '2026-03-04T10:00:00Z',
    ModifiedDate: '2026-03-04T10:00:00Z',
    PwnCount: 1,
    Description: '',
    LogoPath: '',
    Attribution: null,
    DisclosureUrl: null,
    DataClasses: ['Names'],
    IsVerified: true,
    IsFabricated: false,
    IsSensitive: false,
    IsRetired: false,
    IsSpamList: false,
    IsMalware: false,
    IsSubscriptionFree: false,
    IsStealerLog: false,
    Controllers: ['Example Jobs'],
    VendorChain: ['Example Scanning'],
  };
}
