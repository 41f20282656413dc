import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../architecture/read-modules.ts';

const pages = [
  ...readdirSync(projectRoot).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

/** Relative targets of links and pictures; code blocks hold none. */
function relativeTargets(page: string): string[] {
  const text = readFileSync(join(projectRoot, page), 'utf8').replaceAll(/^```.*?^```/gmsu, '');
  return [...text.matchAll(/\]\((?<target>[^)\s]+)\)/gu)]
    .map((match) => match.groups?.['target'] ?? '')
    .filter((target) => !/^([a-z]+:|#)/u.test(target));
}

test.each(pages)('every relative link of %s leads to a file', (page) => {
  const broken = relativeTargets(page).filter(
    (target) => !existsSync(join(projectRoot, dirname(page), target.replace(/#.*$/u, ''))),
  );
  expect(broken).toEqual([]);
});

test('the pages a newcomer looks for are there and linked', () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'CHANGELOG.md',
    ]),
  );
  expect(relativeTargets('README.md')).toEqual(
    expect.arrayContaining(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE']),
  );
});
