/*
 * A mail server that does what mail servers do on a bad day, in a process of its own: it defers, refuses, is slow, ends
 * connections before and after it has taken a mail, and reports bounces and complaints late. Each Message-ID that it took
 * is in its log, on the disk, before anybody is told. Who gets what comes from a seed, not from the clock.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { arfFor, dsnFor } from '../../src/notify/returns/returned-mails.fixture.ts';

export interface HostileSink extends AsyncDisposable {
  url: string;
  /** Message-IDs, one a line. */
  log: string;
  /** Bounces and complaints, as an mbox. */
  mailbox: string;
  counts(): SinkCounts;
  /** Resolves once it has taken so many mails in all. */
  accepted(mails: number): Promise<void>;
}

export interface SinkCounts {
  accepted: number;
  deferred: number;
  refused: number;
  /** Connections ended when the body was there and nothing was taken. */
  droppedBefore: number;
  /** Connections ended when the mail was taken and nobody was told. */
  droppedAfter: number;
  /** Connections ended before a body. */
  hungUp: number;
  bounces: number;
  complaints: number;
}

/** `log`, `mailbox`: files to be written. */
export async function startHostileSink(log: string, mailbox: string, seed = 7): Promise<HostileSink> {
  const child = fork(fileURLToPath(import.meta.url), [log, mailbox, String(seed)], { execArgv: [] });
  let counts: SinkCounts = noCounts();
  const waiting = new Set<() => void>();
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the sink ended')));
    child.on('message', (message: { port?: number; counts?: SinkCounts }) => {
      if (message.port !== undefined) resolve(message.port);
      if (message.counts !== undefined) counts = message.counts;
      for (const look of waiting) look();
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    log,
    mailbox,
    counts: () => counts,
    accepted: (mails) =>
      new Promise((resolve) => {
        const look = () => {
          if (counts.accepted < mails) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    [Symbol.asyncDispose]: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.disconnect();
  });
}

function noCounts(): SinkCounts {
  const zero = { accepted: 0, deferred: 0, refused: 0, bounces: 0, complaints: 0 };
  return { ...zero, droppedBefore: 0, droppedAfter: 0, hungUp: 0 };
}

/** Of a thousand; the first three by address, so that they stay what they are. */
const perThousand = {
  refused: 15,
  greyListed: 30,
  bodyRefused: 5,
  deferred: 10,
  droppedBefore: 4,
  droppedAfter: 4,
  hungUp: 3,
  slow: 5,
  bounced: 20,
  complained: 5,
};

const slowMs = 40;
const tellEveryMs = 20;

if (process.argv[1] === fileURLToPath(import.meta.url)) runSink(process.argv.slice(2));

function runSink([log, mailbox, seed]: string[]): void {
  const file = openSync(log!, 'a', 0o600);
  const counts = noCounts();
  const greeted = new Set<string>();
  const random = createRandom(Number(seed));
  let taken: { id: string; answer: () => void }[] = [];

  /** All that came in one turn are on the disk before any is answered. */
  const take = (id: string, answer: () => void) => {
    if (taken.push({ id, answer }) > 1) return;
    setImmediate(() => {
      const now = taken;
      taken = [];
      writeSync(file, now.map((mail) => `${mail.id}\n`).join(''));
      fdatasyncSync(file);
      counts.accepted += now.length;
      for (const mail of now) mail.answer();
    });
  };

  const answerRecipient = (address: string): string => {
    const fate = Number(/\d+/u.exec(address)![0]) % 1000;
    if (fate < perThousand.refused) {
      counts.refused++;
      return '550 5.1.1 no such user here';
    }
    if (fate < perThousand.refused + perThousand.greyListed && !greeted.has(address)) {
      greeted.add(address);
      counts.deferred++;
      return '451 4.7.1 come again';
    }
    return '250 2.1.5 fine';
  };

  const answerBody = (id: string, address: string, socket: Socket, reply: (text: string) => void) => {
    let fate = random() * 1000;
    const is = (share: number) => (fate -= share) < 0;
    if (Number(/\d+/u.exec(address)![0]) % 1000 >= 1000 - perThousand.bodyRefused) {
      counts.refused++;
      return reply('554 5.6.0 not a mail that is taken');
    }
    if (is(perThousand.deferred)) {
      counts.deferred++;
      return reply('452 4.3.1 no room now');
    }
    if (is(perThousand.droppedBefore)) {
      counts.droppedBefore++;
      return socket.destroy();
    }
    const isDropped = is(perThousand.droppedAfter);
    const isSlow = is(perThousand.slow);
    comesBack(id, address, is);
    take(id, () => {
      if (isDropped) {
        counts.droppedAfter++;
        socket.destroy();
      } else if (isSlow) setTimeout(() => reply('250 2.0.0 taken'), slowMs);
      else reply('250 2.0.0 taken');
    });
  };

  const comesBack = (id: string, address: string, is: (share: number) => boolean) => {
    if (is(perThousand.bounced)) {
      counts.bounces++;
      appendFileSync(mailbox!, inMailbox(dsnFor(id, address, '5.1.1')));
    } else if (is(perThousand.complained)) {
      counts.complaints++;
      appendFileSync(mailbox!, inMailbox(arfFor(id, address)));
    }
  };

  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    serve(socket, {
      answerRecipient,
      answerBody,
      hangsUp: () => random() * 1000 < perThousand.hungUp && ++counts.hungUp > 0,
    });
  });
  server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }));
  setInterval(() => process.send!({ counts }), tellEveryMs);
  process.once('disconnect', () => {
    closeSync(file);
    process.exit();
  });
}

interface Answers {
  answerRecipient: (address: string) => string;
  answerBody: (id: string, address: string, socket: Socket, reply: (text: string) => void) => void;
  hangsUp: () => boolean;
}

const endOfBody = Buffer.from('\r\n.\r\n');

/** One connection, pipelined: commands are answered in order, and none while a body is being judged. */
function serve(socket: Socket, { answerRecipient, answerBody, hangsUp }: Answers): void {
  let rest: Buffer = Buffer.alloc(0);
  let isBody = false;
  let isJudging = false;
  let to: string | null = null;
  const say = (text: string) => void socket.write(`${text}\r\n`);
  const turn = () => {
    for (;;) {
      if (isJudging || socket.destroyed) return;
      const end = rest.indexOf(isBody ? endOfBody : '\r\n');
      if (end === -1) return;
      const piece = rest.subarray(0, end).toString('latin1');
      rest = rest.subarray(end + (isBody ? endOfBody.length : 2));
      if (isBody) judge(piece);
      else command(piece);
    }
  };
  const judge = (body: string) => {
    isBody = false;
    isJudging = true;
    const id = /^Message-ID:\s*(<[^>]+>)/imu.exec(body)![1]!;
    answerBody(id, to!, socket, (text) => {
      isJudging = false;
      to = null;
      say(text);
      turn();
    });
  };
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO')
      return say('250-sink.example.org\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES');
    if (verb === 'MAIL') return hangsUp() ? socket.destroy() : say('250 2.1.0 fine');
    if (verb === 'RCPT') {
      const address = /<([^>]*)>/u.exec(line)![1]!;
      const answer = answerRecipient(address);
      to = answer.startsWith('2') ? address : null;
      return say(answer);
    }
    if (verb === 'DATA') {
      if (to === null) return say('503 5.5.1 no recipient');
      isBody = true;
      return say('354 go on');
    }
    if (verb === 'RSET') to = null;
    if (verb === 'QUIT') return void socket.end('221 2.0.0 bye\r\n');
    return say('250 2.0.0 fine');
  };
  socket.on('data', (piece) => {
    rest = Buffer.concat([rest, piece]);
    turn();
  });
  say('220 sink.example.org ESMTP');
}

function inMailbox(mail: string): string {
  const lines = mail.replaceAll('\r\n', '\n').trimEnd();
  return `From MAILER-DAEMON Mon Nov 23 10:00:00 2026\n${lines.replaceAll(/^>*From /gmu, '>$&')}\n\n`;
}

/** mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
