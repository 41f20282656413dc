/*
 * The unpacking process from its parent's side: killed, silent, greedy, and what it may not do.
 */
import { execFileSync } from 'node:child_process';
import {
  utimesSync,
  mkdirSync,
  mkdtempDisposableSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { leafFrame, type LeafHead } from './leaf-frames.ts';
import { tarOf } from './tar-writer.fixture.ts';
import { Unpacker } from './unpacker.ts';

const folder = mkdtempDisposableSync(join(tmpdir(), 'tocsin-unpacker-'));
afterAll(() => folder.remove());

const usual = { passwords: [], wanted: null, maxUnpackedBytes: null, ocrPagesLeft: 0 };

function bigArchive(): { path: string; names: string[]; content: string } {
  const content = Array.from(
    { length: 40_000 },
    (_, i) => `${i},person${i}@example.org,some more words`,
  ).join('\n');
  const names = Array.from({ length: 12 }, (_, i) => `part${i}/list.csv`);
  const path = join(folder.path, 'big.tar.gz');
  writeFileSync(path, gzipSync(tarOf(names.map((name) => ({ name, content }))), { level: 1 }));
  return { path, names, content };
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').map(Number).filter(Boolean);
}

describe('the unpacking process', () => {
  test('killed in the middle, it is begun anew, and no byte of a leaf comes twice or is lost', async () => {
    const { path, names, content } = bigArchive();
    const had = new Map<string, string[]>();
    let current = '';
    let kills = 0;
    let data = 0;
    await using unpacker = new Unpacker({ roots: [folder.path] });
    const before = new Set(childrenOf(process.pid));
    for await (const { kind, body } of unpacker.unpack({ path, parts: [{ path, seal: null }], ...usual })) {
      if (kind === leafFrame.leaf) {
        current = (JSON.parse(Buffer.from(body).toString()) as LeafHead).path.slice(path.length + 1);
        if (!had.has(current)) had.set(current, []);
      }
      if (kind === leafFrame.data) {
        had.get(current)!.push(Buffer.from(body).toString('latin1'));
        if (++data % 25 === 0 && kills < 3) {
          for (const pid of childrenOf(process.pid)) if (!before.has(pid)) process.kill(pid, 'SIGKILL');
          kills++;
        }
      }
    }
    expect(kills).toBe(3);
    expect([...had.keys()]).toEqual(names);
    for (const pieces of had.values()) expect(pieces.join('') === content).toBe(true);
  });

  test('may read only what it was given, write nowhere, start nothing and connect to nothing', () => {
    const probe = join(folder.path, 'probe.mjs');
    writeFileSync(
      probe,
      `import fs from 'node:fs'; import net from 'node:net'; import dns from 'node:dns'; import cp from 'node:child_process';
      const tries = {
        read: () => fs.readFileSync('/etc/hostname'),
        write: () => fs.writeFileSync(${JSON.stringify(join(folder.path, 'written'))}, 'x'),
        start: () => cp.spawnSync('true'),
        connect: () => net.connect(9, '127.0.0.1'),
        lookUp: () => dns.lookup('example.org', () => {}),
        fetch: () => { throw new Error('see below'); },
      };
      for (const [name, act] of Object.entries(tries)) {
        try { act(); console.log(name, 'was possible'); } catch { console.log(name, 'refused'); }
      }
      try { await fetch("http://127.0.0.1:4999/"); console.log("fetch was possible"); } catch (error) { console.log("fetch", String(error.cause ?? error)); }`,
    );
    const unpacker = new Unpacker({ roots: [folder.path] });
    const args = unpacker.nodeArguments().slice(0, -1);
    const said = execFileSync(process.execPath, [...args, probe], { encoding: 'utf8' });
    for (const what of ['read', 'write', 'start', 'connect', 'lookUp'])
      expect(said).toContain(`${what} refused`);
    expect(said).toMatch(/fetch .*no network/u);
    expect(said).not.toContain('was possible');
  });

  test('that says nothing any more is ended, and what it was at is told', async () => {
    const path = join(folder.path, 'nobody-writes');
    execFileSync('mkfifo', [path]);
    await using unpacker = new Unpacker({ roots: [folder.path], silenceMs: 400 });
    const said: string[] = [];
    for await (const { kind, body } of unpacker.unpack({ path, parts: [{ path, seal: null }], ...usual }))
      if (kind === leafFrame.unread) said.push(Buffer.from(body).toString());
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('nothing came of it for 0.4 seconds');
  });

  test('leaves nothing behind', async () => {
    const before = process.env['TMPDIR'];
    const temporary = join(folder.path, 'temporary');
    mkdirSync(temporary);
    mkdirSync(join(temporary, 'tocsin-aBc123'));
    // what a run left that was killed long ago
    utimesSync(join(temporary, 'tocsin-aBc123'), 1e9, 1e9);
    process.env['TMPDIR'] = temporary;
    try {
      await using unpacker = new Unpacker({ roots: [folder.path] });
      const { path } = bigArchive();
      for await (const frame of unpacker.unpack({ path, parts: [{ path, seal: null }], ...usual }))
        if (frame.kind === leafFrame.data) break;
      expect(readdirSync(temporary)).toHaveLength(1);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    expect(readdirSync(temporary)).toEqual([]);
  });
});
