import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../architecture/read-modules.ts';

interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly script: string;
}

const pages = ['README.md', ...readdirSync(join(projectRoot, 'docs')).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith('.md'),
);

/** Shell blocks marked ```sh run. They start at the root of the checkout and write only into build/. */
const snippets = pages.flatMap((page): Snippet[] => {
  const text = readFileSync(join(projectRoot, page), 'utf8');
  return [...text.matchAll(/^```sh run\n(?<script>.*?)^```$/gmsu)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    script: match.groups?.['script'] ?? '',
  }));
});

test('the README has commands that are run here', () => {
  expect(snippets.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(0);
});

test.each(snippets)('the commands at $page:$line end well and leave their files', ({ script }) => {
  const out = mkdtempSync(join(tmpdir(), 'tocsin-docs-'));
  try {
    // Their own folder instead of the reader's build/, so that two runs do not meet.
    const moved = script.replaceAll(/\bbuild\//gu, `${out}/`);
    const ran = spawnSync('bash', ['-euo', 'pipefail', '-c', moved], { cwd: projectRoot, encoding: 'utf8' });
    expect({ status: ran.status, stderr: ran.status === 0 ? '' : ran.stderr }).toEqual({
      status: 0,
      stderr: '',
    });
    expect(readdirSync(out).length).toBeGreaterThan(0);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
