/*
 * A real SMTP server for tests: it takes mails as any would, parses them, and hands them out. It may refuse some, ask for
 * a password, or speak TLS.
 */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SunkMail {
  from: string;
  to: string[];
  /** The first `To:`, `Subject:`, texts, headers by name in lower case. */
  subject: string;
  text: string;
  html: string;
  headers: Map<string, string>;
  messageId: string;
  /** As it came over the wire. */
  raw: string;
  /** Of the text, in order. */
  links: string[];
}

export interface MailSink extends AsyncDisposable {
  /** For `--smtp`. */
  url: string;
  mails: SunkMail[];
  /** The next mail that fits, of those here or still to come; each is given once. */
  next(fits?: (mail: SunkMail) => boolean): Promise<SunkMail>;
  /** The next so many mails are answered with this code, such as 451 or 550. */
  refuse(count: number, code: number): void;
  /** How many were refused so far. */
  refused(): number;
}

/** Listens on a port of 127.0.0.1. `options`: of smtp-server; `user` and `password` are asked for where given. */
export async function startMailSink({
  user,
  password,
  options = {},
}: { user?: string; password?: string; options?: SMTPServerOptions } = {}): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const given = new Set<SunkMail>();
  const waiting = new Set<() => void>();
  let [toRefuse, refusal, refusedSoFar] = [0, 0, 0];
  const server = new SMTPServer({
    authOptional: user === undefined,
    disabledCommands: user === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: (auth, _, done) =>
      auth.username === user && auth.password === password
        ? done(null, { user: auth.username! })
        : done(Object.assign(new Error('no such user'), { responseCode: 535 })),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (toRefuse > 0) {
          toRefuse--;
          refusedSoFar++;
          return done(Object.assign(new Error('not now'), { responseCode: refusal }));
        }
        const raw = Buffer.concat(pieces);
        void PostalMime.parse(raw).then((parsed) => {
          const { mailFrom, rcptTo } = session.envelope;
          mails.push(
            sunkMail(
              parsed,
              raw,
              mailFrom === false ? '' : mailFrom.address,
              rcptTo.map(({ address }) => address),
            ),
          );
          done();
          waiting.forEach((wake) => wake());
        }, done);
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const scheme = options.secure ? 'smtps' : 'smtp';
  const login = user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password!)}@`;
  return {
    url: `${scheme}://${login}127.0.0.1:${port}`,
    mails,
    async next(fits = () => true) {
      for (;;) {
        const found = mails.find((mail) => !given.has(mail) && fits(mail));
        if (found) {
          given.add(found);
          return found;
        }
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    refuse(count, code) {
      [toRefuse, refusal] = [count, code];
    },
    refused: () => refusedSoFar,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function sunkMail(parsed: Email, raw: Buffer, from: string, to: string[]): SunkMail {
  const text = parsed.text ?? '';
  return {
    from,
    to,
    subject: parsed.subject ?? '',
    text,
    html: parsed.html ?? '',
    headers: new Map(parsed.headers.map(({ key, value }) => [key.toLowerCase(), value])),
    messageId: parsed.messageId ?? '',
    raw: raw.toString('latin1'),
    links: [...text.matchAll(/https?:\/\/\S+/gu)].map(([link]) => link),
  };
}
