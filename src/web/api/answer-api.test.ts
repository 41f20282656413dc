// What the API answers where a mistake would tell a stranger something, or send them mails.
import { expect, test } from 'vitest';
import { sealedPieces } from '../../base/index.ts';
import { createApiKey, createPersonKeys, parsePlan, stealerLogPurpose } from '../../register/index.ts';
import {
  addStealerLogs,
  countJobs,
  insertBreach,
  publishBreach,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

const [victim, own] = ['anna@victim.example', 'me@mine.example'];

async function plantLogs(register: RegisterDatabase, account: number): Promise<void> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const model = JSON.stringify({ Name: 'Logs', Title: 'Logs', AddedDate: '', DataClasses: [] });
  const breach = await insertBreach(register.rows, { name: 'Logs', caseId: null, isRange: false, model });
  await addStealerLogs(
    register,
    breach,
    [victim, own].map((address) => {
      const emailKey = personKey('email', address);
      const sealed = Buffer.concat([
        ...sealedPieces(Buffer.from(address), register.secrets('seal'), stealerLogPurpose(emailKey)),
      ]);
      const domain = address.slice(address.lastIndexOf('@') + 1);
      return { emailKey, website: `shop.${domain}`, emailDomainKey: personKey('domain', domain), sealed };
    }),
  );
  await publishBreach(register, breach);
  await register.rows
    .insertInto('domain_claim')
    .values({ account, domain: 'mine.example', token: 'x', made_at: 1, verified_at: 1, method: 'dns' })
    .execute();
}

async function asking() {
  const context = await testContext();
  const { key, account } = await createApiKey(context.register, {
    plan: parsePlan('pro')!,
    name: '',
    requestsPerMinute: null,
    expiresAt: null,
    sameAccountAs: null,
    now: new Date(),
  });
  const app = createApp(context);
  const ask = (path: string, body?: object) =>
    app.request(`/api/v3/${path}`, {
      headers: { 'hibp-api-key': key, 'user-agent': 'test' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  return { context, account, ask, [Symbol.asyncDispose]: () => context[Symbol.asyncDispose]() };
}

test.each([
  `${victim} ${own}`,
  `${victim}?${own}`,
  `${victim}@mine.example`,
  `'${victim}|@mine.example`,
  `<${victim}> x@mine.example`,
])('a text that ends with a domain of one’s own, %s, tells nothing of another’s address', async (typed) => {
  await using asked = await asking();
  await plantLogs(asked.context.register, asked.account);
  const answer = await asked.ask(`stealerlogsbyemail/${encodeURIComponent(typed)}`);
  expect([400, 403]).toContain(answer.status);
  expect(await (await asked.ask(`stealerlogsbyemail/${own}`)).json()).toEqual(['shop.mine.example']);
});

test('a key orders six mails a day to one mailbox of a domain that it names', async () => {
  await using asked = await asking();
  const order = async (DomainName: string, EmailAlias: string) =>
    (await asked.ask('domainverification/sendemail', { DomainName, EmailAlias })).status;
  for (let i = 0; i < 6; i++) expect(await order('victim.example', 'info')).toBe(200);
  expect(await order('VICTIM.example', 'Info')).toBe(429);
  expect(await order('victim.example', 'admin')).toBe(200);
  const waiting = await countJobs(asked.context.register);
  expect(waiting).toMatchObject([{ kind: 'mail.waited-for', count: 7 }]);
});
