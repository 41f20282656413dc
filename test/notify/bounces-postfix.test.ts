/*
 * What Postfix itself makes of mails that are refused: from a mailbox that it wrote, and, where it is installed, from one
 * that it writes now for mails that our sender hands to it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { openCase, openHome } from '../../src/store/index.ts';
import { changeSends, createSendTokens, openNotices } from '../../src/store/notices/index.ts';
import { madeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';
import { readMailbox, readReturn, runSender } from '../../src/notify/index.ts';
import { takeReturns } from '../../src/pipeline/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { hasPostfix, startPostfix } from './postfix.fixture.ts';

const folder = scratchFolder();

test('a mailbox that Postfix 3.7 wrote is understood, each report about its mail', async () => {
  const { sendOf } = createSendTokens(Buffer.alloc(32, 7));
  const said = [];
  for await (const { mails } of readMailbox(join(import.meta.dirname, 'postfix-3.7.mbox')))
    for (const { bytes } of mails) {
      const returned = readReturn(bytes);
      if (returned.sort !== 'report') throw new Error(returned.sort);
      said.push([returned.tokens.map(sendOf), returned.outcome, returned.code]);
    }
  expect(said).toEqual([
    [[7], 'bounced', '5.1.1'],
    [[1], 'bounced', '5.1.1'],
    [[2], 'full', '5.2.2'],
    [[3], 'policy', '5.7.1'],
    [[5], 'bounced', '5.0.0'],
    [[6], 'relayed', '2.0.0'],
    [[8], 'delayed', '4.4.1'],
    [[4], 'delayed', '4.7.1'],
  ]);
});

/** Answers by what stands before the @. */
const answers: Readonly<Record<string, readonly [number, string]>> = {
  nobody: [550, '5.1.1 Recipient address rejected: User unknown'],
  full: [552, '5.2.2 Mailbox full'],
  policy: [550, '5.7.1 Message rejected due to policy'],
};

async function startRefusing(): Promise<{ port: number } & AsyncDisposable> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _, done) {
      const answer = answers[address.split('@')[0]!];
      if (!answer) return done();
      return done(Object.assign(new Error(answer[1]), { responseCode: answer[0] }));
    },
    onData(stream, _, done) {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { port, [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) };
}

test.skipIf(!hasPostfix)(
  'mails that Postfix cannot deliver come back, and take the next channel',
  async () => {
    const home = openHome(join(folder, 'home'));
    const record = openCase(home, null, new Date());
    const addresses = [
      'nobody@refusing.example',
      'full@refusing.example',
      'policy@refusing.example',
      'no.such.person@receiver.example',
      'there@refusing.example',
    ];
    madeUpPlan(record, { people: addresses.length, channels: ['el'] });
    await using refusing = await startRefusing();
    await using postfix = await startPostfix({
      'refusing.example': `smtp:[127.0.0.1]:${refusing.port}`,
    });
    {
      using notices = openNotices(record);
      const { tokenOf } = createSendTokens(notices.secret);
      const mails = addresses.map((to, i) => {
        const token = tokenOf(i + 1);
        // one alone has nothing but its return path by which it is found
        const named = i === 3 ? '' : `Message-ID: <${token}@sender.example>\r\n`;
        const bytes = Buffer.from(`From: notices@sender.example\r\nTo: ${to}\r\n${named}\r\nDear Dana\r\n`);
        const from = i === 3 ? `b+${token}@sender.example` : 'notices@sender.example';
        return { id: i + 1, from, to, domain: to.split('@')[1]!, token, bytes };
      });
      const move = (send: number, what: 'leased' | 'handed') =>
        changeSends(notices.db, (moves) => moves.move({ send, what, at: 1 }));
      const outcomes: string[] = [];
      await runSender({
        url: postfix.url,
        connections: 1,
        take: async () => mails.shift() ?? null,
        beforeBody: async (id) => void move(id, 'leased'),
        onOutcome: ({ id, result }) => {
          outcomes.push(result);
          move(id, 'handed');
        },
      });
      expect(outcomes).toEqual(addresses.map(() => 'accepted'));
    }
    const reports = () =>
      existsSync(postfix.mailbox) ? readFileSync(postfix.mailbox, 'latin1').split('\nFrom MAILER').length : 0;
    while (reports() < 4) await new Promise((resolve) => setTimeout(resolve, 100));
    const report = await takeReturns(home, record, { mailbox: postfix.mailbox, who: 'Alice' });
    expect(report).toMatchObject({
      messages: 4,
      bounced: 2,
      full: 1,
      policy: 1,
      sends: { bounced: 2, again: 2, delivered: 0, complained: 0 },
      nextChannel: { email: 0, letter: 2, text: 0, call: 0 },
    });
    using notices = openNotices(record);
    const states = notices.db.prepare('SELECT send, channel, state FROM send ORDER BY send').raw().all();
    expect(states).toEqual([
      [1, 'e', 'bounced'],
      [2, 'e', 'planned'],
      [3, 'e', 'planned'],
      [4, 'e', 'bounced'],
      [5, 'e', 'handed'],
      [6, 'l', 'planned'],
      [7, 'l', 'planned'],
    ]);
  },
);
