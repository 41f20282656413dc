// All that a running instance does on its own: mails, calls, notices, and what nobody needs any more taken away. In: an
// open register and the settings of the service. Out: nothing, once it is stopped.

import { setTimeout as wait } from 'node:timers/promises';
import { askingHandlers, forgetOldAskings } from '../../lookup/index.ts';
import { createMailer, mailHandlers, webhookHandler, webhookCall } from '../../notify/index.ts';
import {
  forgetEndedLinks,
  type JobHandlers,
  mailKinds,
  runJobs,
  type RunJobsOptions,
} from '../../register/index.ts';
import { dropOldFailures, type RegisterDatabase } from '../../store/register/index.ts';
import { tellingHandlers } from './tell-breach.ts';

export interface TellingSettings {
  /** `smtp://…`; null: mails wait in the outbox. */
  smtp: string | null;
  mailFrom: string;
  publicUrl: string;
  contact: string | null;
  allowPrivateNetwork: boolean;
}

export interface TellingOptions {
  signal: AbortSignal;
  now?: () => number;
  pollMs?: number;
  /** Told what went wrong, a line at a time; never a value. */
  log: (line: string) => void;
  /** After each attempt at a job, for whoever counts them. */
  onEnded?: NonNullable<RunJobsOptions['onEnded']>;
}

const sweepMs = 3_600_000;

/** Throws USAGE where `smtp` is no URL, at once. */
export async function runTelling(
  register: RegisterDatabase,
  settings: TellingSettings,
  { signal, now = Date.now, pollMs = 250, log, onEnded = () => {} }: TellingOptions,
): Promise<void> {
  using mailer = settings.smtp === null ? null : createMailer(settings.smtp);
  const { mailFrom: from, publicUrl, contact, allowPrivateNetwork } = settings;
  const mails = mailer && mailHandlers({ register, mailer, from, publicUrl, contact, now });
  const handlers: JobHandlers = {
    ...askingHandlers(register, now),
    ...(mails === null ? {} : { [mailKinds.waitedFor]: mails[mailKinds.waitedFor]! }),
    ...tellingHandlers(register, now),
    [webhookCall]: webhookHandler({ register, allowPrivateNetwork, now }),
    ...(mails === null ? {} : { [mailKinds.notice]: mails[mailKinds.notice]! }),
  };
  const onTrouble = (text: string) => log(text);
  await Promise.all([
    runJobs(register, handlers, { signal, now, pollMs, onTrouble, onEnded }),
    sweep(register, { signal, now, log }),
  ]);
}

async function sweep(
  register: RegisterDatabase,
  { signal, now, log }: Required<Pick<TellingOptions, 'signal' | 'now' | 'log'>>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await forgetEndedLinks(register, now());
      await forgetOldAskings(register, now());
      await dropOldFailures(register, now());
    } catch {
      log('what is out of date could not be taken away; it is tried again in an hour');
    }
    await wait(sweepMs, undefined, { signal }).catch(() => {});
  }
}
