import { describe, expect, it } from 'vitest';
import type { ReportTable } from './exposure-report.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { renderHtml } from './render-html.ts';
import { renderTerminal } from './render-terminal.ts';
import { sentencesOnTablesApart } from './tables-apart.ts';

const belongs: ReportTable['links'][number] = {
  column: 'user_id',
  table: 'users',
  toColumn: 'id',
  basis: 'declared',
  meaning: 'belongs to',
};

const users: ReportTable = { name: 'users', rows: 2, about: 'people', people: 2, columns: [], links: [] };

function silent(name: string, links: ReportTable['links'] = []): ReportTable {
  const columns = [{ name: 'iban', filled: 4, classes: [] }];
  return { name, rows: 4, about: 'nobody', people: 0, columns, links };
}

describe('tables in which nothing was recognised', () => {
  it('are counted with their rows and are not said to hold nobody’s data', () => {
    expect(sentencesOnTablesApart([silent('a'), silent('b')])).toEqual([
      '2 tables with 8 rows in which no data class was recognised.',
    ]);
    expect(sentencesOnTablesApart([])).toEqual([]);
  });

  it('are named when their rows belong to people, not when they are otherwise related', () => {
    const related = silent('friends', [{ ...belongs, meaning: 'relation' }]);
    const tables = [
      silent('orders', [belongs]),
      silent('cache'),
      related,
      silent('tickets', [belongs]),
      users,
    ];
    expect(sentencesOnTablesApart(tables)[1]).toBe(
      'Rows of 2 of them belong to people by key, look at them by hand: orders, tickets.',
    );
    expect(sentencesOnTablesApart([users, ...tables.slice(0, 2)])[1]).toBe(
      'Rows of 1 of them belong to people by key, look at it by hand: orders.',
    );
    expect(sentencesOnTablesApart([users, ...tables.slice(0, 1)])[1]).toBe(
      'Its rows belong to people by key, look at it by hand: orders.',
    );
    expect(sentencesOnTablesApart([users, silent('cache'), related])).toHaveLength(1);
  });

  it('are followed by their keys until these come to people, and not named when they come to things', () => {
    const item = silent('items', [{ ...belongs, table: 'orders' }]);
    const price = silent('prices', [{ ...belongs, table: 'goods' }]);
    const tables = [item, price, silent('orders', [belongs]), silent('goods'), users];
    expect(sentencesOnTablesApart(tables)[1]).toMatch(/^Rows of 2 of them .*: items, orders\.$/);
    expect(sentencesOnTablesApart([price, silent('goods'), users])).toHaveLength(1);
  });

  it('are named up to eight, the others counted', () => {
    const tables = Array.from({ length: 11 }, (_, index) => silent(`t${index}`, [belongs]));
    expect(sentencesOnTablesApart([...tables, users])[1]).toMatch(
      /: t0, t1, t2, t3, t4, t5, t6, t7 and 3 more\.$/,
    );
  });

  it('are not mixed with tables whose data could be tied to no person', () => {
    const [candidates] = recruitingSiteReport().tables;
    const log: ReportTable = { ...candidates!, name: 'log', rows: 9, about: 'nobody', people: 0, links: [] };
    expect(sentencesOnTablesApart([log, silent('cache')])).toEqual([
      '1 table with 4 rows in which no data class was recognised.',
      '1 table with 9 rows in which data classes were recognised, but no person they belong to: log.',
    ]);
  });

  it('are not said to belong to no person where a key says whose their rows are', () => {
    const [candidates] = recruitingSiteReport().tables;
    const letters: ReportTable = {
      ...candidates!,
      name: 'letters',
      rows: 9,
      about: 'nobody',
      links: [belongs],
    };
    expect(sentencesOnTablesApart([letters, users])).toEqual([
      '1 table with 9 rows in which data classes were recognised; rows belong to people by key, how many people is not counted: letters.',
    ]);
  });

  it('stand in the terminal report, on the page and in the description of its map', () => {
    const report = recruitingSiteReport();
    report.tables.push(silent('orders', [belongs]));
    const named = 'Rows of 1 of them belong to people by key, look at it by hand: orders.';
    const counted = '9 tables with 3,204,116 rows in which no data class was recognised.';
    const text = renderTerminal(report, { colour: false, width: 80 }).replace(/\s+/g, ' ');
    const page = renderHtml(report).replace(/\s+/g, ' ');
    expect(text).toContain(`${counted} ${named}`);
    expect(page).toContain(`${counted} ${named}</p>`);
    expect(/<desc[^>]*>([^<]*)<\/desc>/.exec(page)?.[1]).toContain(`${counted} ${named}`);
    expect(text + page).not.toContain('nobody’s');
  });
});
