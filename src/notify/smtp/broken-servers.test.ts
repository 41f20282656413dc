import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saying, startScriptedServer } from './scripted-server.fixture.ts';
import { many, mail, send } from './sending.fixture.ts';

describe('a connection that breaks', () => {
  test.each([
    ['MAIL FROM', false],
    ['DATA', false],
    ['body', true],
  ])('at %s: the mail is lost, and gone: %s', async (command, isMailGone) => {
    await using server = await startScriptedServer(saying({ [command]: 'close' }, 1));
    const outcomes = await send(server.url, many(4));
    expect(outcomes[0]).toMatchObject({ id: 1, result: 'lost', isMailGone, code: null });
    expect(outcomes.filter(({ result }) => result === 'accepted').length).toBeGreaterThanOrEqual(2);
    expect(outcomes.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(outcomes.filter((outcome) => outcome.isMailGone)).toHaveLength(isMailGone ? 1 : 0);
  });

  test('an answer to nothing ends it: it is never taken for the answer to a body', async () => {
    await using server = await startScriptedServer((command) =>
      command === 'DATA' && server.connections() === 1 ? '354 go on\r\n250 2.0.0 taken' : undefined,
    );
    const outcomes = await send(server.url, many(2));
    expect(outcomes[0]).toMatchObject({ id: 1, result: 'lost', isMailGone: false });
    expect(outcomes.at(-1)).toMatchObject({ id: 2, result: 'accepted' });
    expect(server.bodies).toHaveLength(1);
  });

  test.each([
    ['garbage', '\u0000\u0001 what'],
    ['another protocol', 'HTTP/1.1 400 Bad Request'],
    ['two codes in one', '250-a\r\n550 b'],
    ['a line without end', `220 ${'x'.repeat(10_000)}`],
    ['lines without end', '220-x\r\n'.repeat(200)],
    ['a refusal', '554 5.7.1 not here'],
  ])('a greeting of %s: the server is tried again, and the mail is sent then', async (_, greeting) => {
    await using server = await startScriptedServer(saying({ connect: greeting }, 1));
    const notes: unknown[] = [];
    const outcomes = await send(server.url, [mail(1)], { onConnection: ({ what }) => void notes.push(what) });
    expect(outcomes).toMatchObject([{ id: 1, result: 'accepted' }]);
    expect(notes).toHaveLength(1);
  });

  test('a server that cannot be reached is given up, and the mail is lost and not gone', async () => {
    await using server = await startScriptedServer(saying({ connect: 'close' }));
    const outcomes: unknown[] = [];
    const sending = send(server.url, [mail(1)], {
      giveUpMs: 600,
      onOutcome: ({ result, isMailGone }) => void outcomes.push([result, isMailGone]),
    });
    await expect(sending).rejects.toMatchObject({ code: 'SMTP_UNREACHABLE' });
    expect(outcomes).toEqual([['lost', false]]);
  });
});

test('whatever a server does, each mail taken has one outcome, and what the server took is accepted or may be gone', async () => {
  const act = fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'close',
        '451 4.0.0 later',
        '550 5.0.0 never',
        '421 bye',
        '250 ok',
        '354 go',
        'garbage',
        '250 a\r\n250 b',
      ),
    },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 60 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 3 }),
      async (acts, pipelines, connections) => {
        const took: string[] = [];
        const waiting = [...acts];
        await using server = await startScriptedServer((command) => {
          if (command === 'connect' || command === 'QUIT') return undefined;
          if (command.startsWith('EHLO')) return pipelines ? undefined : '250 plain';
          const said = waiting.shift();
          if (command === 'body' && (said ?? '250').startsWith('250'))
            took.push(server.bodies.at(-1)!.slice(9).split('\r\n')[0]!);
          return said;
        });
        const outcomes = await send(server.url, many(12), { connections });
        expect(outcomes.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(many(12).map(({ id }) => id));
        const of = (fits: (outcome: (typeof outcomes)[number]) => boolean) =>
          new Set(outcomes.filter(fits).map(({ id }) => String(id)));
        const possibly = of(({ result, isMailGone }) => result === 'accepted' || isMailGone);
        expect(took.filter((id) => id !== '' && !possibly.has(id))).toEqual([]);
        const taken = new Set(took);
        expect([...of(({ result }) => result === 'accepted')].filter((id) => !taken.has(id))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
