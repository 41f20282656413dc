// Makes, lists and revokes API keys, as the command line asks. In: flags. Out: a new key on stdout, which is shown nowhere
// again; each change is in the custody log.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting } from '../../pipeline/index.ts';
import {
  type ApiKey,
  apiKeyPattern,
  createApiKey,
  findApiKey,
  isExpired,
  listApiKeys,
  parsePlan,
  plans,
  revokeApiKey,
} from '../../register/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';

export interface KeyFlags extends RegisterFlags {
  json?: boolean;
}

export interface CreateFlags extends KeyFlags {
  plan: string;
  rpm?: string;
  name?: string;
  expires?: string;
  sameAccountAs?: string;
}

/** Of a key's name. */
const mostCharacters = 60;

/** Bounds what one key may ask for in a minute: more than a machine can answer. */
const mostRequests = 100_000_000;

export async function create(flags: CreateFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'keys');
  const plan = parsePlan(flags.plan);
  if (plan === null)
    throw new TocsinError('USAGE', `--plan is one of ${plans.map((each) => each.plan).join(', ')}`);
  const rpm = flags.rpm === undefined ? null : wholeNumber('--rpm', flags.rpm, mostRequests);
  const sameAccountAs =
    flags.sameAccountAs === undefined
      ? null
      : wholeNumber('--same-account-as', flags.sameAccountAs, Number.MAX_SAFE_INTEGER);
  const name = nameOf(flags.name);
  const expiresAt = flags.expires === undefined ? null : endOfDay(flags.expires);
  await using register = await openRegisterFor(flags, { home });
  const made = await createApiKey(register, {
    plan,
    name,
    requestsPerMinute: rpm,
    expiresAt,
    sameAccountAs,
    now: new Date(),
  });
  appendCustody(home, {
    who,
    case: null,
    what: 'key.create',
    result: 'done',
    details: { number: made.number, plan: plan.plan, name },
  });
  if (flags.json) return void process.stdout.write(jsonText({ key: made.key, ...shown(made) }));
  process.stdout.write(`${made.key}\n`);
  process.stderr.write(
    `this is key ${made.number}, ${limitText(made)}; it is shown only now\nhint: clients send it in the header hibp-api-key\n`,
  );
}

export async function list(flags: KeyFlags): Promise<void> {
  const home = openHome();
  acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const keys = await listApiKeys(register);
  if (flags.json) return void process.stdout.write(jsonText({ keys: keys.map(shown) }));
  for (const key of keys) {
    const state = stateOf(key);
    process.stdout.write(
      `${key.number}  ${key.plan.plan}  ${limitText(key)}  since ${dayOf(key.createdAt)}${state === 'valid' ? '' : `  ${state}`}${key.name === '' ? '' : `\n   ${visibleText(key.name)}`}\n`,
    );
  }
  if (keys.length === 0) process.stderr.write('no key yet: nobody can search for accounts by the API\n');
}

export async function revoke(numberOrKey: string, flags: KeyFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'keys');
  await using register = await openRegisterFor(flags, { home });
  const number = apiKeyPattern.test(numberOrKey)
    ? (await findApiKey(register, numberOrKey)).number
    : wholeNumber('the number of a key', numberOrKey, Number.MAX_SAFE_INTEGER);
  const isNew = await revokeApiKey(register, number, new Date());
  if (isNew)
    appendCustody(home, { who, case: null, what: 'key.revoke', result: 'done', details: { number } });
  if (flags.json) return void process.stdout.write(jsonText({ number, revoked: true, wasRevoked: !isNew }));
  process.stderr.write(
    isNew
      ? `key ${number} is revoked: within a second no request with it is answered\n`
      : `key ${number} was revoked before\n`,
  );
}

function shown(key: ApiKey) {
  return {
    number: key.number,
    account: key.account,
    name: key.name,
    plan: key.plan.plan,
    rpm: key.requestsPerMinute,
    createdAt: new Date(key.createdAt).toISOString(),
    expiresAt: key.expiresAt === null ? null : new Date(key.expiresAt).toISOString(),
    state: stateOf(key),
  };
}

function stateOf(key: ApiKey): 'valid' | 'expired' | 'revoked' {
  if (key.revokedAt !== null) return 'revoked';
  return isExpired(key, new Date()) ? 'expired' : 'valid';
}

function limitText({ requestsPerMinute }: ApiKey): string {
  return requestsPerMinute === null
    ? 'without a limit'
    : `${requestsPerMinute} ${requestsPerMinute === 1 ? 'request' : 'requests'} a minute`;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function wholeNumber(what: string, text: string, most: number): number {
  const number = /^\d{1,16}$/u.test(text) ? Number(text) : 0;
  if (number < 1 || number > most)
    throw new TocsinError('USAGE', `${what} is a whole number from 1 to ${most}`);
  return number;
}

function nameOf(text = ''): string {
  const name = text.trim();
  if (name.length > mostCharacters)
    throw new TocsinError('USAGE', `--name takes at most ${mostCharacters} characters`);
  return name;
}

/** The key is valid on that day, to its end in UTC. */
function endOfDay(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text)
    throw new TocsinError('USAGE', '--expires is a day, such as 2027-12-31');
  const end = at + 86_400_000;
  if (end <= Date.now())
    throw new TocsinError('USAGE', '--expires is a day that has passed: no such key would ever be taken');
  return end;
}
