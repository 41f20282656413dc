import { expect, it } from 'vitest';
import type { ExposureReport } from '../../src/report/index.ts';
import { judgeColumns, open } from './expected-columns.ts';

type Column = ExposureReport['tables'][number]['columns'][number];

const column = (name: string, ...classes: [string, string | null][]): Column => ({
  name,
  filled: 1,
  classes: classes.map(([dataClass, kind]) => ({
    class: dataClass,
    kind,
    confidence: 0.9,
    values: 1,
    evidence: '',
  })),
});

function judged(columns: Column[], labels: Parameters<typeof judgeColumns>[2][string]) {
  const table = { name: 't', rows: 1, about: 'people', people: 1, columns, links: [] };
  const { claims, missed } = judgeColumns('leak', { tables: [table] } as unknown as ExposureReport, {
    t: labels,
  });
  return {
    right: claims.filter(({ isRight }) => isRight).map(({ where, class: name }) => `${where} ${name}`),
    wrong: claims.filter(({ isRight }) => !isRight).map(({ where, class: name }) => `${where} ${name}`),
    missed: missed.map(({ where, class: name }) => `${where} ${name}`),
  };
}

it('a claim is right where the label says so, wrong where it says another or nothing', () => {
  const columns = [column('a', ['Names', null]), column('b', ['Names', null]), column('c', ['Names', null])];
  expect(judged(columns, { a: 'Names', b: 'Photos' })).toEqual({
    right: ['leak: t.a Names'],
    wrong: ['leak: t.b Names', 'leak: t.c Names'],
    missed: ['leak: t.b Photos'],
  });
});

it('one class told in two kinds is one claim, and what stands in texts is none', () => {
  const columns = [
    column('a', ['Passwords', 'MD5'], ['Passwords', 'bcrypt']),
    column('b', ['Email addresses', 'in text'], ['Phone numbers', "in text, the row's own"]),
  ];
  expect(judged(columns, { a: 'Passwords' })).toEqual({
    right: ['leak: t.a Passwords'],
    wrong: [],
    missed: [],
  });
});

it('any of several classes is right, and an open column is judged neither way', () => {
  const columns = [column('a', ['Job titles', null]), column('b', ['Names', null]), column('c')];
  expect(judged(columns, { a: ['Occupations', 'Job titles'], b: open, c: open })).toEqual({
    right: ['leak: t.a Job titles'],
    wrong: [],
    missed: [],
  });
});

it('a planted column that is not there is missed', () => {
  expect(judged([], { a: 'Names' })).toEqual({
    right: [],
    wrong: [],
    missed: ['leak: t.a, not there Names'],
  });
});
