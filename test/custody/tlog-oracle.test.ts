/*
 * The custody log before somebody else's verifier: Go's golang.org/x/mod/sumdb, as Debian packages it
 * (golang-golang-x-mod-dev). Skipped where that is not installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { appendCustody, consistencyProof, custodyFolder, inclusionProof } from '../../src/custody/index.ts';
import { openHome } from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();

/** Where Debian puts the sources of Go libraries. */
const goPath = '/usr/share/gocode';
const goCache = fileURLToPath(new URL('../../build/go-cache', import.meta.url));
const oracle = fileURLToPath(new URL('tlog-oracle.go', import.meta.url));
const isMissing =
  !existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/tlog')) ||
  spawnSync('go', ['version'], { encoding: 'utf8' }).status !== 0;

/** With all pairs of sizes up to here; enough for every form of an incomplete tree of six levels. */
const entries = 40;

interface Judged {
  publicKey: string;
  hashes: string;
  checkpoints: string[];
  inclusion: string[];
  consistency: { old: string; proof: string }[];
}

test.skipIf(isMissing)(
  'Go verifies every checkpoint, and inclusion and consistency for all sizes',
  () => {
    const judged = provenLog();
    const ran = judge(judged);
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe(
      `${entries} checkpoints, ${(entries * (entries + 1)) / 2} inclusions, ${(entries * (entries + 1)) / 2} consistencies\n`,
    );
    const [proof] = judged.inclusion.slice(-1);
    const changed = proof!.replace(/^extra ..../mu, 'extra e30K');
    expect(judge({ ...judged, inclusion: [changed] }).stderr).toContain('invalid transparency proof');
  },
  120_000,
);

function provenLog(): Judged {
  const home = openHome(join(folder, 'home'));
  const log = custodyFolder(home.path);
  const judged: Judged = {
    publicKey: '',
    hashes: join(log, 'hashes'),
    checkpoints: [],
    inclusion: [],
    consistency: [],
  };
  for (let size = 1; size <= entries; size++) {
    appendCustody(home, { who: 'Ada Example', case: null, what: 'user.add', result: 'done' });
    judged.checkpoints.push(readFileSync(join(log, 'checkpoint'), 'utf8'));
    for (let number = 0; number < size; number++) judged.inclusion.push(inclusionProof(log, number));
    for (let old = 1; old <= size; old++)
      judged.consistency.push({ old: judged.checkpoints[old - 1]!, proof: consistencyProof(log, old) });
  }
  return { ...judged, publicKey: readFileSync(join(log, 'public-key'), 'utf8').trim() };
}

function judge(judged: Judged): { stdout: string; stderr: string } {
  const input = join(folder, 'judged.json');
  writeFileSync(input, JSON.stringify(judged));
  return spawnSync('go', ['run', oracle, input], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: goPath,
      GOFLAGS: '',
      GOCACHE: goCache,
    },
  });
}
