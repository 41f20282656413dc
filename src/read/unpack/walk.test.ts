/*
 * One input gone through in this process: what is said of it, whatever lies inside.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { leafFrame, leafHeadBytes } from './leaf-frames.ts';
import { LeafWriter } from './leaf-writer.ts';
import { tarOf } from './tar-writer.fixture.ts';
import { walkInput, type WalkOptions } from './walk.ts';

const folder = mkdtempDisposableSync(join(tmpdir(), 'tocsin-walk-'));
afterAll(() => folder.remove());
const spillFolder = join(folder.path, 'spill');
mkdirSync(spillFolder);

interface Said {
  leaves: Record<string, { format: string; content: string; broken: string | null; bytes: number }>;
  containers: { path: string; format: string; members: number; broken: string | null }[];
  unread: { path: string; reason: string }[];
}

async function walk(name: string, content: Uint8Array, options: Partial<WalkOptions> = {}): Promise<Said> {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  const said: Said = { leaves: {}, containers: [], unread: [] };
  let open = '';
  const inner = (whole: string) => whole.slice(path.length + 1);
  const writer = new LeafWriter((parts) => {
    const frame = Buffer.concat(parts);
    const body = frame.subarray(leafHeadBytes);
    const kind = frame[4];
    if (kind === leafFrame.data) said.leaves[open]!.content += body.toString('latin1');
    else {
      const note = JSON.parse(body.toString());
      if (kind === leafFrame.leaf) {
        open = inner(note.path);
        said.leaves[open] ??= { format: note.format, content: '', broken: null, bytes: 0 };
      }
      if (kind === leafFrame.end)
        Object.assign(said.leaves[open]!, { broken: note.broken, bytes: note.bytes });
      if (kind === leafFrame.container)
        said.containers.push({
          path: inner(note.path),
          format: note.format,
          members: note.members,
          broken: note.broken,
        });
      if (kind === leafFrame.unread) said.unread.push({ path: inner(note.path), reason: note.reason });
    }
  });
  await walkInput(path, {
    writer,
    spillFolder,
    wanted: null,
    known: new Set(),
    closed: new Set(),
    passwords: [],
    ocr: { pagesLeft: 0, onPage() {} },
    ...options,
  });
  return said;
}

const csv =
  'id,name,email\n1,Ada Birchmere,ada@example.org\n2,Bea Coldwick,bea@example.org\n3,Cy Elm,cy@example.org\n';

describe('a walk', () => {
  test('goes into containers inside containers, and names each file by its path', async () => {
    const inner = tarOf([{ name: 'export/users.csv', content: csv }]);
    const outer = tarOf([
      { name: 'a.tar.gz', content: gzipSync(inner) },
      { name: 'notes.txt', content: 'plain words' },
    ]);
    const said = await walk('all.tar.gz', gzipSync(outer));
    expect(Object.keys(said.leaves)).toEqual(['a.tar.gz/export/users.csv', 'notes.txt']);
    expect(said.leaves['a.tar.gz/export/users.csv']).toMatchObject({
      format: 'CSV',
      content: csv,
      broken: null,
    });
    expect(said.containers.map(({ path, format, members }) => [path, format, members])).toEqual([
      ['a.tar.gz', 'tar archive, gzip', 1],
      ['', 'tar archive, gzip', 2],
    ]);
  });

  test('tells two files of the same name apart', async () => {
    const entry = { name: 'users.csv', content: csv };
    const said = await walk('twice.tar', tarOf([entry, entry]));
    expect(Object.keys(said.leaves)).toEqual(['users.csv', 'users.csv (2)']);
  });

  test('follows no link, and writes nowhere whatever a name says', async () => {
    const said = await walk(
      'links.tar',
      tarOf([
        { name: '../../outside.csv', content: csv },
        { name: 'link', content: '', type: '2' },
      ]),
    );
    expect(Object.values(said.leaves).map((leaf) => leaf.content)).toEqual([csv]);
    expect(said.unread).toHaveLength(1);
  });

  test('ends where containers lie too deep inside one another', async () => {
    let nested = Buffer.from('a word at the bottom');
    for (let i = 0; i < 30; i++) nested = gzipSync(nested);
    const said = await walk('deep.gz', nested);
    expect(said.unread).toEqual([{ path: '', reason: 'lies more than 12 containers deep' }]);
  });

  test('ends where an input unpacks to more than is allowed, and keeps what came before', async () => {
    const content = 'word '.repeat(400_000);
    const said = await walk(
      'bomb.tar',
      tarOf([
        { name: 'before.txt', content: 'whole' },
        { name: 'bomb.gz', content: gzipSync(content) },
        { name: 'after.txt', content: 'not reached' },
      ]),
      { maxUnpackedBytes: 1_000_000 },
    );
    expect(said.leaves['before.txt']).toMatchObject({ content: 'whole', broken: null });
    expect(said.leaves['bomb.gz']!.content.length).toBeLessThanOrEqual(1_000_000);
    const broken = [...Object.values(said.leaves), ...said.containers].map((entry) => entry.broken).join();
    expect(broken).toMatch(/unpacks to more than .* raise it with --max-unpacked/u);
    expect(said.leaves['after.txt']?.content ?? '').toBe('');
  });

  test('makes UTF-8 of what is UTF-16', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')]);
    const said = await walk('users.csv', utf16);
    expect(said.leaves['']).toMatchObject({ format: 'CSV', content: csv });
  });

  test('reads only the leaves that are asked for', async () => {
    const archive = tarOf([
      { name: 'a.csv', content: csv },
      { name: 'b.csv', content: csv },
    ]);
    const path = join(folder.path, 'two.tar');
    const said = await walk('two.tar', archive, { wanted: new Set([`${path}/b.csv`]) });
    expect(Object.keys(said.leaves)).toEqual(['b.csv']);
  });

  test('searches the bytes of what no opener can make anything of', async () => {
    const fake = '%PDF-1.4\nthis is no PDF at all, write to zoe@example.org\n';
    const said = await walk('fake.pdf', Buffer.from(fake));
    expect(said.leaves['']?.content).toBe(fake);
    expect(said.leaves['']?.broken).not.toBeNull();
  });

  test('tells whoever has given passwords that none fits', async () => {
    const locked = Buffer.from(
      'UEsDBAoACQAAAAAAIVwAAAAAEQAAAAUAAAAFAAAAYS50eHQAAAAAAAAAAAAAAAAAAAAAAFBLAQIKAAoACQAAAAAAIVwAAAAAEQAAAAUAAAAFAAAAAAAAAAAAAAAAAAAAAABhLnR4dFBLBQYAAAAAAQABADMAAAA0AAAAAAA=',
      'base64',
    );
    const said = await walk('locked.zip', locked, { passwords: ['wrong'] });
    expect(JSON.stringify([said.unread, said.leaves])).toContain('no password that was given opens it');
  });

  test('tells what it cannot open at its place, and goes on', async () => {
    const broken = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3000, 7)]);
    const said = await walk(
      'mixed.tar',
      tarOf([
        { name: 'broken.zip', content: broken },
        { name: 'users.csv', content: csv },
      ]),
    );
    expect(said.leaves['users.csv']?.content).toBe(csv);
    const told =
      said.leaves['broken.zip']?.broken ?? said.unread.find(({ path }) => path === 'broken.zip')?.reason;
    expect(told).toMatch(/cut off|damaged/u);
  });
});
