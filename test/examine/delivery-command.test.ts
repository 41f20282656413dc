/*
 * What `examine --case` says of a case that files came into before, and what the custody log then holds of it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';
import { memberTable } from './small-dump.fixture.ts';

const folder = scratchFolder();
const env = { TOCSIN_HOME: join(folder, 'home') };
const caseLine = /kept in the case \d{4}-\w{6} as/u;

beforeAll(() => {
  const [header, ...rows] = memberTable(90).trimEnd().split('\n');
  const write = (name: string, part: string[]) =>
    writeFileSync(join(folder, name), `${[header, ...part].join('\n')}\n`);
  write('members.csv', rows.slice(0, 60));
  write('leavers.csv', rows.slice(30));
});

async function examine(...files: string[]): Promise<string> {
  const { exit, stderr } = await runTocsin(['examine', ...files, '--case', 'the choir'], folder, { env });
  expect(exit).toBe(0);
  return stderr.replace(caseLine, 'kept in the case ID as').replace(/^opened the case .*\n/u, '');
}

test('each delivery is told with what it takes the place of, and the people of all together', async () => {
  expect(await examine('members.csv')).toBe('kept in the case ID as delivery 1\n');
  expect(await examine('leavers.csv')).toBe(
    'kept in the case ID as delivery 2\n  people in the 2 deliveries of the case together: 90\n',
  );
  expect(await examine('leavers.csv')).toBe(
    'kept in the case ID as delivery 3\n  in place of delivery 2 of the same files\n  people in the 2 deliveries of the case together: 90\n',
  );
});

test('begun and done are in the custody log, with counts', async () => {
  const { stdout } = await runTocsin(['custody', 'list', '--json'], folder, { env });
  const entries = stdout
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { what: string; result: string; on?: string; counts?: { people: number } },
    )
    .filter(({ what }) => what === 'examine')
    .map(({ result, on, counts }) => [result, on, counts?.people]);
  expect(entries).toEqual([
    ['begun', undefined, undefined],
    ['done', 'D1', 60],
    ['begun', undefined, undefined],
    ['done', 'D2', 90],
    ['begun', undefined, undefined],
    ['done', 'D3', 90],
  ]);
});
