import { describe, expect, it } from 'vitest';
import { fileServerReport, lockedNote, reportFile, serverArchive } from './file-server.fixture.ts';
import { surveyFiles } from './survey-files.ts';

describe('the files of a report, looked at together,', () => {
  it('say what they held: rows, documents, files', () => {
    const report = fileServerReport();
    report.inside[0]!.rows = 12_259;
    report.inside[0]!.documents = 3;
    report.inside[1]!.rows = 1;
    const { inputs, inside } = surveyFiles(report);
    expect(inputs[0]!.held).toBe('holds 93 files');
    const held = new Map(inside.map((surveyed) => [surveyed.file, surveyed.held]));
    expect(held.get(report.inside[0]!)).toBe('12,259 rows, 3 documents');
    expect(held.get(report.inside[1]!)).toBe('1 row');
  });

  it('hold what lies below their own path only, however alike the paths', () => {
    const report = fileServerReport();
    const paths = [
      'a.7z/b.zip',
      'a.7z/b.zip/c',
      'a.7z/b.zip/d/e',
      'a.7z/b.zip.old',
      'a.7z/b.zip.old/c',
      'a.7z2/f',
    ];
    report.inputs = [{ ...reportFile('a.7z'), sha256: '' }];
    report.inside = paths.map((path) => reportFile(path));
    report.insideCount = paths.length;
    const { inputs, inside } = surveyFiles(report);
    expect(inputs[0]!.held).toBe('holds 5 files');
    expect(inside.map(({ held }) => held)).toEqual(['holds 2 files', '', '', 'holds 1 file', '', '']);
    report.insideCount += 1;
    expect(surveyFiles(report).inputs[0]!.held).toBe('holds at least 5 files');
  });

  it('begin with those that were not read whole, and count what was left alone apart', () => {
    const { inside, insideTroubled, insideLeftAlone } = surveyFiles(fileServerReport());
    expect([inside.length, insideTroubled, insideLeftAlone]).toEqual([93, 31, 1]);
    expect(inside.slice(0, 31).every(({ state }) => state === 'in part' || state === 'not read')).toBe(true);
    expect(inside.slice(31).some(({ state }) => state === 'in part' || state === 'not read')).toBe(false);
  });

  it('leave as places only what does not say again what became of a file', () => {
    const report = fileServerReport();
    const text = { path: `${serverArchive}/logo.png`, offset: 3, bytes: 9, reason: 'text after the image' };
    report.skipped.push(text);
    expect(surveyFiles(report).places).toEqual([report.skipped.at(-2), text]);
  });

  it('are not called unread where text of them was searched', () => {
    const report = fileServerReport();
    const path = `${serverArchive}/contracts/7.pdf`;
    const stateOf = (): string | undefined =>
      surveyFiles(report).inside.find(({ file }) => file.path === path)?.state;
    expect(report.inside.find((file) => file.path === path)?.note).toBe(lockedNote);
    expect(stateOf()).toBe('not read');
    report.skipped.push({ path, offset: 0, bytes: 4000, reason: 'binary data: searched for addresses only' });
    expect(stateOf()).toBe('in part');
  });
});
