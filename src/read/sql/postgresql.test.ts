import { describe, expect, it } from 'vitest';
import { readDump } from './read-dump.fixture.ts';

function read(dump: string) {
  const whole = readDump(dump, { dialect: 'postgresql' });
  for (const windowBytes of [1, 41, 300])
    expect(readDump(dump, { dialect: 'postgresql', windowBytes })).toEqual(whole);
  return whole;
}

const dump = `--
-- PostgreSQL database dump
--
\\restrict abc'd
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
\\connect -reuse-previous=on "dbname='shop\\'s'"
\\c other;
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN
INSERT INTO people VALUES ('phantom; it''s');
RETURN NEW; END; $body$;
CREATE FUNCTION g() RETURNS text AS $$ select 'it''s; $a$' $$ LANGUAGE sql;
CREATE TABLE public.people (
    id integer NOT NULL,
    name character varying(100) DEFAULT 'it''s'::character varying,
    tags text[],
    mail public.citext
);
ALTER TABLE public.people OWNER TO shop;
COMMENT ON TABLE public.people IS 'it''s; INSERT';
CREATE TABLE hr.staff (
    wage numeric(10,2)
)
INHERITS (public.people);
CREATE TABLE public.part PARTITION OF public.people FOR VALUES FROM (1) TO (2);
INSERT INTO public.people (id, name, tags, mail) OVERRIDING SYSTEM VALUE VALUES (1, 'O''Neil\\', ARRAY['a','b,c'], 'ann@example.com'), (2, E'it\\'s\\n\\u00e9', '{"x"}'::text[], NULL::text);
INSERT INTO public.people VALUES (3, $$it's (x);$$, NULL, ('dan@example.com')) ON CONFLICT DO NOTHING;
INSERT INTO hr.staff VALUES (4, U&'eve', '\\x416e6e', '', -1.50::numeric);
SELECT pg_catalog.setval('public.people_id_seq', 4, true);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hr.staff
    ADD CONSTRAINT staff_fkey FOREIGN KEY (id) REFERENCES public.people(id) ON DELETE CASCADE;
\\unrestrict abc'd`;

describe('a dump of PostgreSQL with INSERTs', () => {
  const result = read(dump);

  it('gives its rows, without casts and with every sort of string', () => {
    expect(result.skipped).toEqual([]);
    expect(result.rows.map((row) => [row.table, ...row.values])).toEqual([
      ['people', '1', "O'Neil\\", "ARRAY['a','b,c']", 'ann@example.com'],
      ['people', '2', "it's\né", '{"x"}', null],
      ['people', '3', "it's (x);", null, 'dan@example.com'],
      ['hr.staff', '4', 'eve', 'Ann', '', '-1.50::numeric'],
    ]);
    expect(result.databases).toEqual(["shop's", 'other']);
  });

  it('gives its tables: types of several words, columns that are inherited, keys added later', () => {
    const last = (name: string) => result.schemas.findLast((schema) => schema.name === name);
    expect(last('people')).toEqual({
      name: 'people',
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'name', type: 'varchar(100)' },
        { name: 'tags', type: 'text[]' },
        { name: 'mail', type: 'citext' },
      ],
      scope: 'public',
      primaryKey: ['id'],
      required: ['id'],
      unique: [],
      foreignKeys: [],
    });
    expect(last('hr.staff')?.columns.map((column) => column.name)).toEqual([
      'id',
      'name',
      'tags',
      'mail',
      'wage',
    ]);
    expect(last('hr.staff')?.foreignKeys).toEqual([{ column: 'id', table: 'people', toColumn: 'id' }]);
    expect(last('part')).toBeUndefined();
  });

  it('under standard_conforming_strings = off has backslashes that escape', () => {
    const { rows, skipped } = readDump("INSERT INTO t VALUES ('it\\'s', E'\\\\', 'x'::text);\n", {
      dialect: 'postgresql',
      backslashEscapes: true,
    });
    expect([rows.map((row) => row.values), skipped]).toEqual([[["it's", '\\', 'x']], []]);
  });
});
