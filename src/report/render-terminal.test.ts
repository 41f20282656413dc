import { describe, expect, it } from 'vitest';
import { dataClasses } from '../recognise/index.ts';
import type { ExposureReport } from './exposure-report.ts';
import { fileServerReport, reportFile, serverArchive } from './file-server.fixture.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { renderTerminal } from './render-terminal.ts';

const at80 = { colour: false, width: 80 };
const emptyReport: ExposureReport = {
  version: 1,
  inputs: [],
  inside: [],
  insideCount: 0,
  tables: [],
  classes: [],
  people: {
    count: 0,
    min: 0,
    max: 0,
    method: '',
    mentioned: 0,
    mentionedByClass: [],
    testAccounts: 0,
    sharedMailboxes: 0,
    organisations: 0,
    minors: 0,
    deceased: 0,
  },
  special: [],
  skipped: [],
  seconds: 0,
  megabytesPerSecond: Infinity,
};

function linesOf(report: ExposureReport): string[] {
  return renderTerminal(report, at80).split('\n');
}

describe('the report on a terminal', () => {
  it('begins with the answer', () => {
    expect(linesOf(recruitingSiteReport())[0]).toBe(
      '711,204 people (between 708,913 and 715,020 in what could be read)',
    );
  });

  it('says at once when the answer is only a part', () => {
    const text = renderTerminal(recruitingSiteReport(), at80).replaceAll('\n', ' ');
    expect(text.indexOf('Partial result: 1 of 2 files')).toBeGreaterThan(0);
    expect(text.indexOf('Partial result')).toBeLessThan(text.indexOf('Rows that share'));
    const whole = recruitingSiteReport();
    whole.inputs = whole.inputs.slice(0, 1);
    whole.skipped = [];
    expect(renderTerminal(whole, at80)).not.toContain('Partial result');
    expect(renderTerminal(whole, at80)).toContain('Nothing was skipped');
  });

  it('lists every class with its people and values and a bar as long as its share', () => {
    const lines = linesOf(recruitingSiteReport());
    expect(lines.find((line) => line.startsWith('Email addresses'))).toMatch(/711,204 +2,352,742 +█{30}$/);
    expect(lines.find((line) => line.startsWith('Physical addresses'))).toMatch(
      /219,014 +219,530 +█{9}[▉-▏]?$/,
    );
    expect(lines.find((line) => line.startsWith('Photos'))).toMatch(/7,306 +7,318 +[▉-▏]$/);
  });

  it('puts the passwords that are easiest to read first, with what they mean', () => {
    const text = renderTerminal(recruitingSiteReport(), at80);
    expect(text.indexOf('MD5 or NTLM (32 hex)')).toBeLessThan(text.indexOf('Drupal 7 (SHA-512)'));
    expect(text).toContain('Treat as readable');
  });

  it('names tables with people’s data and sums up the others in one line', () => {
    const text = renderTerminal(recruitingSiteReport(), at80);
    expect(text).toMatch(/^candidates +731,882 rows +704,120 people$/m);
    expect(text).toContain('8 tables with 3,204,112 rows in which no data class was recognised.');
    expect(text).not.toContain('cache_form');
  });

  it('names file, offset and reason of what was not read, and the hash of each file', () => {
    const text = renderTerminal(recruitingSiteReport(), at80);
    expect(text.replace(/\s+/g, ' ')).toContain('at byte 77,120,004, 4.19 kB: row with 17 values');
    expect(text).toContain('SHA-256 8f4e1c0b5a9d27c3…23b47a69');
  });

  it('has something true to say when there is nothing', () => {
    const text = renderTerminal(emptyReport, at80);
    expect(text).toMatch(
      /^No people found in 0 files\nNo|^No people found in 0 files\n\nNo data classes found\n/,
    );
    expect(text).not.toMatch(/Infinity|NaN|undefined/);
    const one = { ...emptyReport, people: { ...emptyReport.people, count: 1, min: 1, max: 1 } };
    expect(linesOf(one)[0]).toBe('1 person (by what the rows show)');
  });

  it('still ends within a few screens at 2,000 tables and says how many it left out', () => {
    const report = recruitingSiteReport();
    const [first] = report.tables;
    report.tables = Array.from({ length: 2000 }, (_, index) => ({ ...first!, name: `t${index}` }));
    const lines = linesOf(report);
    expect(lines.length).toBeLessThan(260);
    expect(lines.join(' ')).toContain('and 1,970 more tables with people’s data');
  });

  it('calls a number exact, or its bounds those of the rows, only when every byte was read', () => {
    const one = { ...emptyReport, people: { ...emptyReport.people, count: 1, min: 1, max: 1 } };
    const [whole, cut] = recruitingSiteReport().inputs;
    const place = { path: 'a.sql', offset: 9, bytes: 7, reason: 'not a row' };
    expect(linesOf({ ...one, inputs: [whole!] })[0]).toBe('1 person (by what the rows show)');
    expect(linesOf({ ...one, inputs: [cut!] })[0]).toBe('1 person (in what could be read)');
    expect(linesOf({ ...one, inputs: [whole!], skipped: [place] })[0]).toBe(
      '1 person (in what could be read)',
    );
    expect(linesOf({ ...emptyReport, inputs: [cut!] })[0]).toBe('Nothing could be read as rows in 1 file');
    expect(linesOf({ ...recruitingSiteReport(), inputs: [whole!], skipped: [] })[0]).toBe(
      '711,204 people (between 708,913 and 715,020 by what the rows show)',
    );
  });

  it('puts bounds that do not fit beside the number below it, whole', () => {
    const text = renderTerminal(recruitingSiteReport(), { colour: false, width: 40 });
    expect(text).toMatch(/^711,204 people\n\(between 708,913 and 715,020 in what\ncould be read\)\n/);
  });

  it('says that nobody was found only where rows were read', () => {
    const { inputs, tables } = recruitingSiteReport();
    const [whole, cut] = inputs;
    const silent = tables.filter((table) => table.about === 'nobody');
    const unread = { ...emptyReport, inputs: [whole!] };
    expect(linesOf(unread)[0]).toBe('Nothing could be read as rows in 1 file');
    expect(linesOf({ ...unread, tables: silent })[0]).toBe('No people found in 1 file');
    expect(linesOf({ ...unread, inputs: [cut!], tables: silent })[0]).toBe(
      'No people found in 1 file (in what could be read)',
    );
  });

  it('says of an empty file that it is empty, and not that more may be in it', () => {
    const report = recruitingSiteReport();
    const note = 'the file is empty';
    report.inputs[1] = { ...report.inputs[1]!, bytes: 0, format: 'empty', complete: false, note };
    report.skipped = [];
    const text = renderTerminal(report, at80);
    expect(text).toMatch(/^  the file is empty$/m);
    expect(text).not.toMatch(/not read|Partial result|may be more/);
    expect(text).toContain('by what the rows show');
  });

  it('says after the tables what was looked for and that the rest is not known', () => {
    const text = renderTerminal(recruitingSiteReport(), at80).replaceAll('\n', ' ');
    for (const name of dataClasses) expect(text.slice(text.indexOf('Looked for: '))).toContain(name);
    expect(text.indexOf('Tables with people’s data')).toBeLessThan(text.indexOf('Looked for: '));
    expect(text).toContain('is not recognised but asked about');
    expect(text).toContain('look at the other columns by hand.');
  });

  it('says of a file without a hash that it was not read', () => {
    const report = recruitingSiteReport();
    report.inputs[1]!.sha256 = '';
    expect(renderTerminal(report, at80)).toContain('SHA-256 not read');
  });

  it('shows the examples it was given after the tables, a line a column, and no heading for none', () => {
    const report = recruitingSiteReport();
    expect(renderTerminal(report, at80)).not.toContain('Examples');
    report.tables[0]!.columns[4]!.classes[0]!.examples = ['j•••@e••••.com', 'a•••@e••••.org'];
    report.tables[0]!.columns[5]!.classes[0]!.examples = Array.from({ length: 9 }, (_, i) => `+${i} •••••••`);
    const lines = linesOf(report);
    const at = lines.indexOf('Examples, masked');
    expect(lines.slice(at, at + 4)).toEqual([
      'Examples, masked',
      'candidates.email  j•••@e••••.com, a•••@e••••.org',
      'candidates.phone  +0 •••••••, +1 •••••••, +2 •••••••, +3 •••••••, +4 •••••••, …',
      '',
    ]);
    expect(lines.findIndex((line) => line.startsWith('Tables with'))).toBeLessThan(at);
  });

  it('lists what lay inside: totals, those not read whole with the reason, then those that held most', () => {
    const lines = linesOf(fileServerReport());
    const at = lines.findIndex((line) => line.startsWith('Files inside'));
    expect(lines[at - 2]).toMatch(/^ {2}1\.20 GB, 7z archive, holds 93 files · SHA-256/);
    expect(lines.slice(at, at + 6)).toEqual([
      'Files inside  93 in all, 31 not read whole, 1 left alone',
      '  70 PDF, 20 Excel workbooks, 1 PNG image, 1 TIFF image, 1 pg_dump',
      `  ${serverArchive}/backups/users.sql.gz`,
      '    4.00 kB, pg_dump, gzip, 120,000 rows · not read to its end; it is cut off:',
      '    all before that is read',
      `  ${serverArchive}/contracts/0.pdf`,
    ]);
    const text = lines.slice(at).join('\n');
    expect(text).toContain('\n    4.00 kB · not read; it is encrypted: give its password with --password\n');
    expect(text).toContain('\n  and 19 more not read whole; the JSON document lists them\n');
    expect(text).toMatch(/payroll\/2019\.xlsx +Excel workbook, 4\.00 kB, 1,900 rows\n.*2018\.xlsx/);
    expect(text).toContain('\n  and 50 more; the JSON document lists them\n');
    expect(text.split('\n').length).toBeLessThan(60);
  });

  it('shows a reason of its own though a thousand files have another', () => {
    const report = fileServerReport();
    const path = `${serverArchive}/zz.pdf`;
    report.inside.push(reportFile(path, { complete: false, note: 'is damaged: no page of it can be found' }));
    expect(renderTerminal(report, at80)).toContain('not read; it is damaged: no page of it can be found');
  });

  it('says nothing of files inside where there were none', () => {
    expect(renderTerminal(recruitingSiteReport(), at80)).not.toContain('inside');
  });

  it('does not say of documents that nothing could be read', () => {
    const report = fileServerReport();
    Object.assign(report, { tables: [], classes: [] });
    Object.assign(report.people, { count: 0, min: 0, max: 0 });
    expect(linesOf(report)[0]).toBe('No people found in 1 file (in what could be read)');
  });

  it('sums up evidence of more files than it shows, those not read first', () => {
    const report = recruitingSiteReport();
    const [whole, cut] = report.inputs;
    report.inputs = [...Array.from({ length: 40 }, () => whole!), cut!];
    const lines = linesOf(report);
    const at = lines.findIndex((line) => line.startsWith('Files  read in'));
    expect(lines[at + 1]).toBe('  41 in all: 41 mysqldump');
    expect(lines[at + 2]).toBe(cut!.path);
    expect(lines.at(-2)).toBe('  and 29 more; the JSON document lists them all');
  });

  it('puts a note about a column below the classes of its table', () => {
    const report = recruitingSiteReport();
    for (const column of report.tables[0]!.columns.slice(2, 7)) column.note = '3 of 9 values are broken';
    const lines = linesOf(report);
    const at = lines.indexOf('  first_name: 3 of 9 values are broken');
    expect(lines[at - 1]).toBe('  uid → users.uid, same person');
    expect(lines.slice(at + 1, at + 4)).toEqual([
      '  last_name: 3 of 9 values are broken',
      '  email: 3 of 9 values are broken',
      '  and 2 more columns with such a note',
    ]);
  });
});
