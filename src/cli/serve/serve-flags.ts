// What the flags of `tocsin serve` choose. In: the flags as they were typed. Out: settings that are checked, or USAGE.

import { readFileSync } from 'node:fs';
import { TocsinError } from '../../base/index.ts';
import { type ServeSettings, usualSettings } from '../../web/index.ts';

export interface SettingFlags {
  smtp?: string;
  mailFrom?: string;
  passwordsHost?: string;
  enterpriseHost?: string;
  contact?: string;
  authority?: string;
  trustProxy?: boolean;
  dns?: string;
  allowPrivateNetwork?: boolean;
  metricsToken?: string;
}

/** What is secret may stand in `TOCSIN_SMTP` and `TOCSIN_METRICS_TOKEN`: others of the machine can read arguments. */
export function settingsOf(flags: SettingFlags, env: NodeJS.ProcessEnv): ServeSettings {
  return {
    passwordsHost: hostName('--passwords-host', flags.passwordsHost),
    enterpriseHost: hostName('--enterprise-host', flags.enterpriseHost),
    trustProxy: flags.trustProxy ?? false,
    allowPrivateNetwork: flags.allowPrivateNetwork ?? false,
    dns: matching('--dns', flags.dns, /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/iu, 'a host, or host:port'),
    smtp: smtpUrl(flags.smtp ?? env['TOCSIN_SMTP']),
    mailFrom:
      matching(
        '--mail-from',
        flags.mailFrom,
        /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/u,
        'an address, or Name <address>',
      ) ?? usualSettings.mailFrom,
    contact: flags.contact ?? null,
    authority: flags.authority ?? null,
    metricsToken: matching(
      '--metrics-token',
      flags.metricsToken ?? env['TOCSIN_METRICS_TOKEN'],
      /^[\w.~+/=-]{16,}$/u,
      '16 or more letters or digits',
    ),
  };
}

/** Both or none. */
export function readTls(
  cert: string | undefined,
  key: string | undefined,
): { cert: Buffer; key: Buffer } | null {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined)
    throw new TocsinError('USAGE', '--tls-cert and --tls-key are given together');
  return { cert: readPem(cert), key: readPem(key) };
}

function readPem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  }
}

function hostName(flag: string, text: string | undefined): string | null {
  return matching(flag, text?.toLowerCase(), /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/u, 'a host name');
}

function smtpUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new TocsinError('USAGE', '--smtp is a URL that begins with smtp:// or smtps://');
  return text;
}

function matching(flag: string, text: string | undefined, pattern: RegExp, what: string): string | null {
  if (text === undefined) return null;
  if (!pattern.test(text)) throw new TocsinError('USAGE', `${flag} is ${what}`);
  return text;
}

/** Without a slash at its end. */
export function publicUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    !url ||
    !/^https?:$/u.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== '' ||
    url.pathname !== '/'
  )
    throw new TocsinError('USAGE', '--public-url is http:// or https:// with a host, and nothing behind it');
  return url.origin;
}
