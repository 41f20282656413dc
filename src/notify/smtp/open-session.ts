// A connection that is ready to take mails. In: a server's settings. Out: a wire after greeting, TLS and login, and what
// the server offers. Never repeats a name or a password.

import { connect, isIP } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { TocsinError } from '../../base/index.ts';
import type { SmtpReply } from './reply-parser.ts';
import type { ServerSettings } from './server-settings.ts';
import { createWire, type Wire, WireEnded } from './wire.ts';

export interface Session {
  wire: Wire;
  isPipelining: boolean;
  hasDsn: boolean;
  hasUtf8: boolean;
  /** Bytes a mail; null: it does not say. */
  sizeLimit: number | null;
}

const connectMs = 30_000;
const tlsMs = 30_000;
/** RFC 5321, 4.5.3.2. */
export const commandMs = 300_000;

/** The server answers, and does not want us now. `code`: its own. */
export class ServerRefusal extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`the server answered ${code}`);
    this.code = code;
  }
}

/** Rejects with WireEnded, ServerRefusal: to be tried again; with SMTP_LOGIN, SMTP_TLS: it stays so. */
export async function openSession(
  server: ServerSettings,
  { helloName, signal }: { helloName: string; signal: AbortSignal },
): Promise<Session> {
  const { socket, wire: opened } = await connected(server, signal);
  let wire = opened;
  const abort = () => wire.end('it was stopped');
  signal.addEventListener('abort', abort);
  try {
    expect(await wire.reply(commandMs), 220);
    let offers = await hello(wire, helloName);
    if (!server.secure && offers.has('STARTTLS')) {
      expect(await command(wire, 'STARTTLS'), 220);
      wire.release();
      wire = createWire(await overTls(server, socket), 0);
      offers = await hello(wire, helloName);
    } else if (server.requireTLS)
      throw new TocsinError(
        'SMTP_TLS',
        'the mail server offers no TLS, and --smtp or its password asks for it',
      );
    if (server.auth !== null) await logIn(wire, offers.get('AUTH') ?? '', server.auth);
    const size = Number(offers.get('SIZE') ?? 0);
    return {
      wire,
      isPipelining: offers.has('PIPELINING'),
      hasDsn: offers.has('DSN'),
      hasUtf8: offers.has('SMTPUTF8') && offers.has('8BITMIME'),
      sizeLimit: Number.isSafeInteger(size) && size > 0 ? size : null,
    };
  } catch (error) {
    wire.end('it did not open');
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

async function connected(server: ServerSettings, signal: AbortSignal) {
  const { host, port, secure } = server;
  const socket = secure ? connectTls(tlsOptions(server, { host, port })) : connect({ host, port });
  const ready = await settled(socket, secure ? 'secureConnect' : 'connect', connectMs, signal);
  if (ready !== null) {
    socket.destroy();
    if (secure && isCertificateFault(ready)) throw badCertificate(ready);
    throw new WireEnded(ready);
  }
  socket.setNoDelay(true);
  return { socket, wire: createWire(socket, 1) };
}

async function overTls(server: ServerSettings, plain: ReturnType<typeof connect>): Promise<TLSSocket> {
  const socket = connectTls(tlsOptions(server, { socket: plain }));
  const fault = await settled(socket, 'secureConnect', tlsMs, null);
  if (fault === null) return socket;
  socket.destroy();
  if (isCertificateFault(fault)) throw badCertificate(fault);
  throw new WireEnded(fault);
}

function tlsOptions({ host, checksCertificates }: ServerSettings, where: object) {
  return {
    ...where,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: checksCertificates,
    minVersion: 'TLSv1.2' as const,
  };
}

/** Null where the event came; else a code or a few words. */
function settled(
  socket: ReturnType<typeof connect> | TLSSocket,
  event: 'connect' | 'secureConnect',
  timeoutMs: number,
  signal: AbortSignal | null,
): Promise<string | null> {
  return new Promise((resolve) => {
    const done = (fault: string | null) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeListener(event, onEvent).removeListener('close', onClose);
      resolve(fault);
      if (fault === null) socket.removeListener('error', onError);
    };
    const onEvent = () => done(null);
    const onError = (error: NodeJS.ErrnoException) => done(error.code ?? 'a fault of the network');
    const onClose = () => done('the server closed it');
    const onAbort = () => done('it was stopped');
    const timer = setTimeout(() => done('no connection in time'), timeoutMs);
    socket.on(event, onEvent).on('error', onError).on('close', onClose);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
  });
}

function isCertificateFault(code: string): boolean {
  return /CERT|ALTNAME|SELF_SIGNED|ISSUER|UNABLE_TO_/u.test(code);
}

function badCertificate(code: string): TocsinError {
  return new TocsinError('SMTP_TLS', `the certificate of the mail server is not valid: ${code}`);
}

/** What is offered: keyword in upper case → its parameters. Servers too old for EHLO offer nothing. */
async function hello(wire: Wire, helloName: string): Promise<Map<string, string>> {
  const reply = await command(wire, `EHLO ${helloName}`);
  if (reply.code >= 500) {
    expect(await command(wire, `HELO ${helloName}`), 250);
    return new Map();
  }
  expect(reply, 250);
  return new Map(
    reply.lines.slice(1).map((line) => {
      const [keyword = '', ...parameters] = line.trim().split(/[ =]+/u);
      return [keyword.toUpperCase(), parameters.join(' ')];
    }),
  );
}

async function logIn(
  wire: Wire,
  offered: string,
  { user, pass }: { user: string; pass: string },
): Promise<void> {
  const ways = new Set(offered.toUpperCase().split(/\s+/u));
  let reply: SmtpReply;
  if (ways.has('PLAIN')) reply = await command(wire, `AUTH PLAIN ${encoded(`\0${user}\0${pass}`)}`);
  else if (ways.has('LOGIN')) {
    reply = await command(wire, 'AUTH LOGIN');
    if (reply.code === 334) reply = await command(wire, encoded(user));
    if (reply.code === 334) reply = await command(wire, encoded(pass));
  } else
    throw new TocsinError('SMTP_LOGIN', 'the mail server takes no login that is known here (PLAIN, LOGIN)');
  if (reply.code >= 400 && reply.code < 500) throw new ServerRefusal(reply.code);
  if (reply.code !== 235)
    throw new TocsinError('SMTP_LOGIN', `the mail server refuses the login with ${reply.code}`);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}

function command(wire: Wire, line: string): Promise<SmtpReply> {
  wire.send([`${line}\r\n`], 1);
  return wire.reply(commandMs);
}

function expect(reply: SmtpReply, code: number): void {
  if (reply.code !== code) throw new ServerRefusal(reply.code);
}
