/*
 * A run that is killed after its receipt is written and before its output is in place does not stand in the way of the next.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere } from './mask-here.fixture.ts';

const folder = scratchFolder();
const here = createHere(folder);
const plan = 'plan: 1\ntables:\n  u: {name: {mask: full-name}}\nstatements: {}\n';
const text = "INSERT INTO u (name) VALUES ('Noe Quillacq');\n";

test('its receipt gives way; one whose output somebody took away does not', async () => {
  const { out, receiptPath, receipt } = await here(text, plan);
  expect(receipt).not.toBeNull();
  rmSync(out);
  await expect(here(text, plan, { out })).rejects.toThrow('there is a receipt already');
  const { pid } = spawnSync(process.execPath, ['--version']);
  const partial = join(dirname(out), `.${basename(out)}.${pid}.masking`);
  writeFileSync(partial, 'as far as it came');
  utimesSync(partial, new Date('2026-01-01'), new Date('2026-01-01'));
  const again = await here(text, plan, { out });
  expect(again.receipt).not.toBeNull();
  expect(existsSync(partial)).toBe(false);
  expect(readFileSync(receiptPath, 'utf8')).toContain(again.receipt!.output.files[0]!.sha256);
});
