// A made-up case that was destroyed, for the tests of its certificate. In: nothing. Out: the instance and the files.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type InstanceHome, openCase, openHome } from '../store/index.ts';
import type { DestroyPlan } from './certificate.ts';
import { destroyCase } from './destroy-case.ts';
import type { Destroyed } from './write-certificate.ts';

const openedAt = '2026-11-20T09:00:00.000Z';

export const madeUpPlan: Omit<DestroyPlan, 'case'> = {
  openedAt,
  name: null,
  by: { who: 'Ada Example', role: 'owner' },
  people: { count: 1200, min: 1190, max: 1210 },
  evidence: [
    { id: 'E1', sha256: '0f'.repeat(32), bytes: 123_456, how: 'copy' },
    { id: 'E2', sha256: 'a1'.repeat(32), bytes: 4_550_000_000, how: 'reference' },
  ],
  originals: [{ evidence: 'E2', sha256: 'a1'.repeat(32), bytes: 4_550_000_000, state: 'there' }],
  counts: { deliveries: 2, contacts: 300, controllers: 2, packages: 1 },
  isKeyReplaced: false,
  why: null,
  program: 'tocsin 0.0.0',
};

/** A folder that is gone when the tests of the file are done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-certificate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function destroyedCase(
  path: string,
  changes: Partial<DestroyPlan> = {},
): Promise<{ home: InstanceHome; destroyed: Destroyed }> {
  const home = openHome(path);
  const record = openCase(home, 'made up', new Date(openedAt));
  const plan = { ...madeUpPlan, case: record.case, ...changes };
  return { home, destroyed: await destroyCase(home, record, plan, () => undefined) };
}
