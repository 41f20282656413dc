// Runs the service until a signal ends it. In: the flags. Out: one line on stdout when it is ready; 0 when it was
// stopped. The first SIGTERM or SIGINT lets what runs finish, the second ends at once.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting, runTelling } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { createMetrics, faultText, serve } from '../../web/index.ts';
import { openRegisterFor } from '../register-for.ts';
import { sayOnce } from './say-once.ts';
import { publicUrlOf, readTls, settingsOf, type SettingFlags } from './serve-flags.ts';

export interface ServeFlags extends SettingFlags {
  port: string;
  host: string;
  database?: string;
  publicUrl?: string;
  tlsCert?: string;
  tlsKey?: string;
}

export async function runServe(flags: ServeFlags): Promise<number> {
  const port = portOf(flags.port);
  const settings = settingsOf(flags, process.env);
  const publicUrl = flags.publicUrl === undefined ? null : publicUrlOf(flags.publicUrl);
  const tls = readTls(flags.tlsCert, flags.tlsKey);
  const home = openHome();
  const { who } = acting(home, 'serve');
  const log = sayOnce((line) => void process.stderr.write(`${new Date().toISOString()} ${line}\n`));
  const stopped = stopSignal();
  tellFaults(log);
  await using register = await openRegisterFor(flags, { home });
  const metrics = createMetrics(register);
  const served = await serve({
    port,
    host: flags.host,
    tls,
    isProxied: settings.trustProxy,
    context: (url) => ({
      home,
      register,
      settings,
      metrics,
      now: () => new Date(),
      publicUrl: publicUrl ?? url,
      log,
    }),
  });
  const stopping = new AbortController();
  const telling = runTelling(
    register,
    { ...settings, publicUrl: served.context.publicUrl },
    { signal: stopping.signal, log, onEnded: metrics.countJob },
  );
  appendCustody(home, { who, case: null, what: 'serve', result: 'done', details: { url: served.url } });
  process.stdout.write(`tocsin serves ${served.url}\n`);
  if (settings.smtp === null) log('no mail is sent without --smtp: mails wait in the register');
  try {
    await Promise.race([stopped, telling]);
  } finally {
    stopping.abort();
    await served.stop();
    await telling;
  }
  return 0;
}

/** What nobody caught ends the process, but without the words of the error: they may quote what somebody asked. */
function tellFaults(log: (line: string) => void): void {
  process.on('uncaughtException', (error) => {
    log(
      `fault: ${faultText(error)}\nhint: this is a fault of tocsin; start it again, and please report the line above`,
    );
    process.exit(2);
  });
}

/** Resolves at the first signal; the second ends the process as if nobody had listened. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        resolve();
        for (const other of ['SIGTERM', 'SIGINT'] as const)
          process.once(other, () => process.exit(other === 'SIGTERM' ? 143 : 130));
      });
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/u.test(text) || port > 65_535)
    throw new TocsinError('USAGE', '--port is a number from 0 to 65535');
  return port;
}
