// What a sender does with a mail server, from its URL. In: what `--smtp` was given. Out: where, how, and how many mails a
// connection.

import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { TocsinError } from '../../base/index.ts';
import { parseSmtpUrl, type SmtpServer } from '../mails/smtp-url.ts';

export interface ServerSettings extends SmtpServer {
  /** Certificates are looked at. Not where nobody could stand between: on this machine, without `tls=required`. */
  checksCertificates: boolean;
  /** Mails a connection; then it is closed and another one opened. */
  maxMails: number;
  /** It runs on this machine. */
  isLocal: boolean;
}

/** Servers that balance by connection get their turn, and one that leaks memory is given back what it holds. */
const usualMaxMails = 1000;

/** As `parseSmtpUrl`, with `?max=N` and `?insecure`. Throws USAGE. */
export function parseServerSettings(text: string): ServerSettings {
  const server = parseSmtpUrl(text);
  const parameters = new URL(text).searchParams;
  const max = parameters.get('max');
  if (max !== null && !/^[1-9]\d{0,6}$/u.test(max))
    throw new TocsinError('USAGE', 'max in --smtp takes a number of mails, such as ?max=100');
  const isLocal = isThisMachine(server.host);
  const isOptional = !server.secure && !server.requireTLS;
  return {
    ...server,
    maxMails: max === null ? usualMaxMails : Number(max),
    checksCertificates: !parameters.has('insecure') && !(isLocal && isOptional),
    isLocal,
  };
}

function isThisMachine(host: string): boolean {
  const isLoopback = host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return host === 'localhost' || host === hostname() || isLoopback;
}
