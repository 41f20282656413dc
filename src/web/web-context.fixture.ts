/*
 * A context for the tests of the web's parts: an instance of its own with an empty register, and what was logged.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome } from '../store/index.ts';
import { openRegister, type RegisterDatabase } from '../store/register/index.ts';
import { createMetrics } from './metrics/index.ts';
import { type ServeSettings, usualSettings } from './serve-settings.ts';
import type { WebContext } from './web-context.ts';

export interface TestContext extends WebContext, AsyncDisposable {
  logged: string[];
}

export interface TestContextOptions {
  /** `postgres://…`; without it a file. */
  database?: string;
  /** One that is open already: it stays open, and `home` is its home. */
  open?: Pick<WebContext, 'home' | 'register'>;
  settings?: Partial<ServeSettings>;
  now?: () => Date;
  publicUrl?: string;
}

/** `await using context = await testContext()`. */
export async function testContext(options: TestContextOptions = {}): Promise<TestContext> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-web-'));
  const home = options.open?.home ?? openHome(join(folder, 'home'));
  const register: RegisterDatabase =
    options.open?.register ?? (await openRegister(home, options.database ?? null));
  const logged: string[] = [];
  return {
    home,
    register,
    metrics: createMetrics(register),
    settings: { ...usualSettings, ...options.settings },
    now: options.now ?? (() => new Date()),
    publicUrl: options.publicUrl ?? 'http://localhost',
    log: (line) => void logged.push(line),
    logged,
    [Symbol.asyncDispose]: async () => {
      if (!options.open) await register[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
