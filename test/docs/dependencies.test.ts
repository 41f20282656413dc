import { expect, test } from 'vitest';
import { readPage } from '../../scripts/generate-docs.ts';

interface Package {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const manifest = JSON.parse(readPage('package.json')) as Package;
const pinned = Object.entries({
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
});

/** `| \`name\` | version | what for … |` */
const lines = readPage('docs/dependencies.md')
  .split('\n')
  .map((line) => /^\| `(?<name>[^`]+)` +\| (?<version>\S+) +\|(?<rest>.+)\|$/u.exec(line)?.groups)
  .filter((groups) => groups !== undefined);

test('every dependency is pinned to one exact version', () => {
  expect(pinned.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version))).toEqual([]);
});

test('every dependency has its line in docs/dependencies.md, and every line its dependency', () => {
  const documented = lines.map(({ name, version }) => `${name}@${version}`);
  expect(documented.toSorted()).toEqual(pinned.map(([name, version]) => `${name}@${version}`).toSorted());
});

test('each line says what for, why this one and what was refused', () => {
  for (const { name, rest } of lines) {
    const cells = (rest ?? '').split('|').map((cell) => cell.trim());
    expect(cells, name).toHaveLength(3);
    for (const cell of cells) expect(cell.length, name).toBeGreaterThan(8);
  }
});

test('the lock file names no registry', () => {
  const lock = readPage('package-lock.json');
  expect(lock).not.toContain('"resolved"');
  expect(lock).toContain('"integrity"');
});
