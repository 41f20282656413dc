import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDump } from '../sql/read-dump.fixture.ts';
import { makeArchive, openArchive, shop } from './archive.fixture.ts';
import { isPgDump } from './is-pg-dump.ts';

const whole = `--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';

CREATE TABLE public.people (
    id integer,
    mail text
);

COPY public.people (id, mail) FROM stdin;
${shop[3]!.data}COPY public.empty (a) FROM stdin;
${shop[4]!.data}ALTER TABLE ONLY public.people
    ADD CONSTRAINT p PRIMARY KEY (id);

--
-- PostgreSQL database dump complete
--

`;
const blobs = { 'large object 16401': 'a scanned letter', 'large object 16402': 'é' };

describe('an archive of pg_dump', () => {
  it('is known by its first bytes', () => {
    expect(isPgDump(makeArchive())).toBe(true);
    for (const head of ['', 'PGDM', 'PGDUMP', '-- PostgreSQL database dump'])
      expect(isPgDump(Buffer.from(head))).toBe(false);
  });

  it('is the plain SQL that it stands for, in every version, packed or not', async () => {
    for (const version of [10, 11, 12, 13, 14, 15, 16]) {
      for (const packing of version < 15
        ? (['zlib', 'none'] as const)
        : (['zlib', 'none', 'zstd'] as const)) {
        for (const offsets of [true, false]) {
          const opened = await openArchive(makeArchive({ version, packing, offsets, chunkBytes: 50 }));
          expect(opened, `${version} ${packing}`).toEqual({ sql: whole, blobs, faults: [] });
        }
      }
    }
  });

  it('of a machine with other sizes of numbers is the same', async () => {
    for (const size of [4, 8])
      expect((await openArchive(makeArchive({ intSize: size, offSize: size }))).sql).toBe(whole);
  });

  it('is read to its rows and keys', async () => {
    const { sql } = await openArchive(makeArchive());
    const { rows, skipped, schemas } = readDump(sql, { dialect: 'postgresql' });
    expect(rows.slice(0, 2).map((row) => [row.table, ...row.values])).toEqual([
      ['people', '1', 'ann@example.com'],
      ['people', '2', 'bob@example.org'],
    ]);
    expect([rows.length, skipped, schemas.at(-1)?.primaryKey]).toEqual([3, [], ['id']]);
  });

  it('holds INSERTs as they are', async () => {
    const entries = [{ kind: 'TABLE DATA', data: "INSERT INTO t VALUES ('x');\n" }];
    expect((await openArchive(makeArchive({ entries }))).sql).toContain(
      "\n\nINSERT INTO t VALUES ('x');\n--\n",
    );
  });

  it('in folder or tar form gives its definitions, and says where the rows are', async () => {
    for (const form of [3, 5]) {
      const { sql, faults } = await openArchive(makeArchive({ form }));
      expect(sql).toContain('CREATE TABLE public.people');
      expect(sql).toContain('PRIMARY KEY');
      expect(faults).toEqual([
        'a pg_dump archive: the rows lie in the .dat files beside it; pg_restore -f would make plain SQL of all',
      ]);
    }
  });

  it('packed with lz4 or of an unknown version says what would help', async () => {
    const { sql, faults } = await openArchive(makeArchive({ version: 16, packing: 'lz4' }));
    expect(sql).toContain('CREATE TABLE public.people');
    expect(faults.join()).toMatch(/packed with lz4, which is not read; pg_restore -f/u);
    expect((await openArchive(makeArchive({ version: 17 }))).faults.join()).toMatch(
      /version 1\.17, which is not read/u,
    );
  });

  it('with packed rows that are damaged keeps what was before them and reads the next table', async () => {
    const archive = makeArchive({ chunkBytes: 1_000 });
    const packedAt = archive.indexOf(Buffer.from([0x78, 0x9c])) + 30;
    archive.fill(0xff, packedAt, packedAt + 8);
    const { sql, faults, blobs: found } = await openArchive(archive);
    expect(sql).toMatch(/FROM stdin;\n[^]*\n\\\.\n\nCOPY public\.empty \(a\) FROM stdin;\n\\\.\n/u);
    expect(sql).toContain('PRIMARY KEY');
    expect(faults).toEqual(['a pg_dump archive: the packed rows of entry 4 are damaged']);
    expect(found).toEqual(blobs);
  });

  it('with a length that cannot be goes on at the next table whose place is known', async () => {
    const archive = makeArchive({ packing: 'none', chunkBytes: 1_000 });
    const rowsAt = archive.indexOf('1\tann@example.com');
    archive.fill(0xff, rowsAt - 4, rowsAt);
    const { sql, faults } = await openArchive(archive);
    expect(sql).toContain('COPY public.people (id, mail) FROM stdin;\n\n\\.\n\nCOPY public.empty');
    expect(faults.join()).toMatch(/damaged at offset/u);
  });

  it('cut off anywhere gives what came before, and says so', async () => {
    const archive = makeArchive({ packing: 'none' });
    for (let length = 5; length < archive.length; length += 11) {
      const { sql, faults } = await openArchive(archive.subarray(0, length));
      const end = archive.indexOf('1\tann');
      expect(faults.length, String(length)).toBeGreaterThan(0);
      expect(sql.includes('CREATE TABLE public.people') || length <= end).toBe(true);
    }
  });

  it('whose lengths are lies is not believed', async () => {
    const archive = makeArchive();
    const count = archive.subarray(0, 200).indexOf('15.9') + 4 + 5 + 4;
    archive.writeUInt32LE(0x7fffffff, count + 1);
    expect((await openArchive(archive)).faults).toHaveLength(1);
  });

  it('damaged at random neither crashes nor hangs', async () => {
    const archives = [
      makeArchive(),
      makeArchive({ version: 16, packing: 'zstd' }),
      makeArchive({ packing: 'none', offsets: false }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        async (archive, wounds, cut) => {
          const bytes = Buffer.from(
            archive.subarray(0, cut % 3 === 0 ? cut % archive.length : archive.length),
          );
          for (const [at, byte] of wounds) if (bytes.length > 0) bytes[at % bytes.length] = byte;
          await openArchive(bytes);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});
