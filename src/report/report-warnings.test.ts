import { describe, expect, it } from 'vitest';
import type { ExposureReport } from './exposure-report.ts';
import { fileServerReport, lockedNote, reportFile } from './file-server.fixture.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { summariseReport } from './report-summary.ts';
import { warningsOf } from './report-warnings.ts';
import { surveyFiles } from './survey-files.ts';

function warnings(report: ExposureReport): string[] {
  return warningsOf(surveyFiles(report));
}

describe('the warnings', () => {
  it('count the files inside that could not be read, and say what would help', () => {
    expect(warnings(fileServerReport())).toEqual([
      'Partial result: 30 of 93 files inside could not be read (0.pdf is encrypted: give its password with --password), 1 not to the end, so there may be more people.',
      '30 files are encrypted: give the password with --password.',
      'Scanned pages of 1 file were not read, as the limit of pages was reached: raise it with --ocr-pages.',
      '1 place was not read as rows; see below.',
    ]);
  });

  it('tell evidence that was not read from evidence that was not read to its end', () => {
    const report = recruitingSiteReport();
    report.skipped = [];
    const [whole, cut] = report.inputs;
    const note = 'permission denied';
    const unread = {
      ...reportFile('in/locked.sql', { complete: false, format: 'not read', note }),
      sha256: '',
    };
    report.inputs = [unread];
    expect(warnings(report)).toEqual([
      'Partial result: the file could not be read (locked.sql: permission denied), so there may be more people.',
    ]);
    report.inputs = [cut!];
    expect(warnings(report)[0]).toMatch(/^Partial result: the file was not read to its end \(/);
    report.inputs = [whole!, cut!, unread];
    expect(warnings(report)[0]).toMatch(/read \(locked\.sql: permission denied\), 1 not to the end, so/);
  });

  it('do not say that a dump was not read to its end where only its last line is missing', () => {
    const report = recruitingSiteReport();
    report.skipped = [];
    const note = 'the line with which a dump says that it is complete is missing';
    const lacking = { ...reportFile('in/a.sql', { complete: false, note }), format: 'mysqldump', sha256: '' };
    report.inputs = [lacking];
    expect(warnings(report)).toEqual([
      `Partial result: the file may be incomplete (a.sql: ${note}), so there may be more people.`,
    ]);
    report.inputs = [lacking, { ...lacking, path: 'in/b.sql', note: 'is cut off' }];
    expect(warnings(report)[0]).toBe(
      'Partial result: 1 of 2 files not read to the end (b.sql is cut off), 1 may be incomplete, so there may be more people.',
    );
  });

  it('say how office documents are opened, which take no password here', () => {
    const report = fileServerReport();
    const note = 'is locked with a password: unlock it and give it again';
    for (const file of report.inside) if (file.note === lockedNote) file.note = note;
    report.skipped = [];
    expect(warnings(report)[1]).toBe('30 files are locked with a password: unlock and give them again.');
  });

  it('say nothing of what is left alone, nor of what was read whole', () => {
    const report = fileServerReport();
    report.inside = report.inside.filter(({ complete, path }) => complete || path.endsWith('.png'));
    report.insideCount = report.inside.length;
    report.skipped = report.skipped.filter(({ path }) => path.endsWith('.png'));
    expect(warnings(report)).toEqual([]);
    expect(summariseReport(report).isWhole).toBe(true);
  });

  it('keep the result partial for a page that was not read, though nobody knows its bytes', () => {
    const report = fileServerReport();
    report.inside = report.inside.filter(({ complete }) => complete);
    report.insideCount = report.inside.length;
    report.skipped = report.skipped.slice(-1);
    expect(summariseReport(report).isWhole).toBe(false);
  });

  it('give a lower bound where not all files inside are listed', () => {
    const report = fileServerReport();
    report.insideCount = 150_000;
    expect(warnings(report)[0]).toContain('at least 30 of 150,000 files inside could not be read');
  });
});
