// What the flags of `tocsin notify send` choose. In: the flags as they were typed. Out: a request that is checked, or USAGE.

import { TocsinError } from '../../base/index.ts';
import { parseMailAddress, parseSmtpUrl, readDkimKey } from '../../notify/index.ts';
import type { SendRequest } from '../../pipeline/index.ts';

export interface SendFlags {
  smtp?: string;
  dryRun?: boolean;
  canary?: string;
  connections: string;
  pace?: string;
  slowStart?: string;
  ramp?: string;
  dkimKey?: string;
  dkimSelector?: string;
  dkimDomain?: string;
  returnPath?: string;
  verp?: boolean;
  retryAfter?: string;
  wait?: boolean;
  giveUp: string;
  json?: boolean;
}

/** Attempts that are due within this are waited for. */
const usualWaitMs = 60_000;
const mostConnections = 200;

/** A dry run needs no server. */
export function sendRequest(flags: SendFlags, env: NodeJS.ProcessEnv): SendRequest {
  const smtp = flags.smtp ?? env['TOCSIN_SMTP'] ?? (flags.dryRun ? 'smtp://localhost' : undefined);
  if (smtp === undefined) throw usage('--smtp says which mail server takes the mails');
  parseSmtpUrl(smtp);
  return {
    smtp,
    connections: wholeNumber('--connections', flags.connections, mostConnections),
    pace: paceOf(flags),
    dkim: dkimOf(flags),
    returnPath: flags.returnPath === undefined ? null : addressOf(flags.returnPath),
    isVerp: flags.verp ?? false,
    retryAfterMs: flags.retryAfter === undefined ? null : timeMs('--retry-after', flags.retryAfter),
    waitMs: flags.wait ? Infinity : usualWaitMs,
    giveUpMs: timeMs('--give-up', flags.giveUp),
    canary: flags.canary === undefined ? null : partOf(flags.canary),
  };
}

function usage(message: string, hint?: string): TocsinError {
  return new TocsinError('USAGE', message, hint === undefined ? {} : { hint });
}

function wholeNumber(flag: string, text: string, most: number): number {
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw usage(`${flag} takes a number from 1 to ${most}`);
  return number;
}

function paceOf({ pace, slowStart, ramp }: SendFlags): SendRequest['pace'] {
  const domains = new Map<string, number>();
  let all: number | null = null;
  for (const one of pace?.split(',') ?? []) {
    const [rate, domain] = one.trim().split('=').reverse() as [string, string | undefined];
    if (domain === undefined) all = rateOf('--pace', rate);
    else domains.set(domain.trim().toLowerCase(), rateOf('--pace', rate));
  }
  return {
    all,
    domains,
    ...(slowStart === undefined
      ? {}
      : { slowStart: slowStart === '0' ? null : rateOf('--slow-start', slowStart) }),
    ...(ramp === undefined ? {} : { ramp: factorOf(ramp) }),
  };
}

const perSecond = { s: 1, min: 60, h: 3600 } as const;

function rateOf(flag: string, text: string): number {
  const [, number, unit = 's'] = /^(\d{1,7}(?:\.\d{1,3})?)(?:\/(s|min|h))?$/u.exec(text.trim()) ?? [];
  const rate = number === undefined ? 0 : Number(number) / perSecond[unit as keyof typeof perSecond];
  if (rate <= 0) throw usage(`${flag} takes rates such as 100/s, 600/min or example.org=20/s`);
  return rate;
}

function factorOf(text: string): number {
  const factor = /^\d(?:\.\d{1,6})?$/u.test(text) ? Number(text) : 0;
  if (factor < 1 || factor > 2) throw usage('--ramp takes a factor from 1 to 2, such as 1.015');
  return factor;
}

function dkimOf({ dkimKey, dkimSelector, dkimDomain }: SendFlags): SendRequest['dkim'] {
  if (dkimKey === undefined && dkimSelector === undefined && dkimDomain === undefined) return null;
  if (dkimKey === undefined || dkimSelector === undefined)
    throw usage('to sign mails takes --dkim-key and --dkim-selector together');
  return readDkimKey({ file: dkimKey, selector: dkimSelector, domain: dkimDomain ?? null });
}

function addressOf(text: string): string {
  const address = parseMailAddress(text)?.address;
  if (address === undefined) throw usage('--return-path takes an e-mail address');
  return address;
}

const unitMs = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function timeMs(flag: string, text: string): number {
  const [, number, unit] = /^(\d{1,6})(ms|s|m|min|h|d)$/u.exec(text.trim()) ?? [];
  if (number === undefined) throw usage(`${flag} takes a time such as 30s, 10m or 2h`);
  return Number(number) * unitMs[unit as keyof typeof unitMs];
}

function partOf(text: string): number {
  const [, number] = /^(\d{1,2}(?:\.\d{1,3})?|100) ?%$/u.exec(text.trim()) ?? [];
  if (number === undefined || Number(number) === 0) throw usage('--canary takes a part such as 1%');
  return Number(number) / 100;
}
