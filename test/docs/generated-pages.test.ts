import { expect, test } from 'vitest';
import { generatedPages, readPage } from '../../scripts/generate-docs.ts';
import { errorCodes } from '../../src/base/index.ts';

test.each([...generatedPages()])('%s is what scripts/generate-docs.ts writes', (path, text) => {
  expect(readPage(path)).toBe(text);
});

test('every error code has its place on the reference page', () => {
  const page = readPage('docs/reference/errors.md');
  for (const code of Object.keys(errorCodes)) expect(page).toContain(`\n## ${code}\n`);
});
