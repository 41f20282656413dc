// Reading works in the process it is made for: no permission to write, to start programs or to load native code.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { letterLines, scannedLetterPdf } from './scanned-letter.fixture.ts';

const script = `
  import { openPdf } from '${new URL('./open-pdf.ts', import.meta.url).href}';
  import { endOcr } from '${new URL('../ocr/ocr-engine.ts', import.meta.url).href}';
  const path = process.argv[1];
  let text = '';
  const sink = { text: (_, more) => (text += more), skipped: () => {}, drained: async () => {} };
  const options = { passwords: [], ocr: { pagesLeft: 1, onPage: () => {} } };
  await openPdf({ path, sizeBytes: Number(process.argv[2]) }, sink, options);
  await endOcr();
  console.log(text);
`;

test('a scanned letter is read without the right to write, and the process ends by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-isolated-'));
  const path = join(folder, 'letter.pdf');
  const letter = await scannedLetterPdf(letterLines);
  await writeFile(path, letter);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--input-type=module',
      '-e',
      script,
      path,
      `${letter.length}`,
    ],
    { timeout: 60_000, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  await rm(folder, { recursive: true });
  expect(stdout).toContain('69007 LYON');
});
