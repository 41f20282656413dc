import { expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();

test('rules on standard input that are too long are refused with the limit and the way on', async () => {
  const { exit, stderr } = await runTocsin(['split', 'x', '--rules', '-'], folder, {
    // not by more than a pipe holds: who writes on after the refusal would be cut off
    input: `{"controllers":"${'x'.repeat(16 << 20)}`,
  });
  expect(exit).toBe(2);
  expect(stderr).toContain('larger than 16 MB');
  expect(stderr).toContain('"valuesFile"');
});
