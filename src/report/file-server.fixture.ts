/*
 * A made-up report for the tests of this folder: the folders of a file server in one archive, some of them locked,
 * one cut off, some scanned. Every name and number in it is invented.
 */
import type { ExposureReport, ReportFile } from './exposure-report.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';

export const serverArchive = 'evidence/file-server.7z';
export const lockedNote = 'is encrypted: give its password with --password';

/** A line of the report's lists of files, of a file read whole and holding nothing. */
export function reportFile(path: string, more: Partial<ReportFile> = {}): ReportFile {
  return { path, bytes: 4000, format: 'PDF', encoding: '', rows: 0, documents: 0, complete: true, ...more };
}

/** A fresh copy at every call: 40 letters, 20 workbooks, 30 locked files, a dump cut off, a logo, a scan. */
export function fileServerReport(): ExposureReport {
  const report = recruitingSiteReport();
  const inside = [
    ...numbered(40, (n) => reportFile(`${serverArchive}/letters/letter-${n}.pdf`, { documents: 1 })),
    ...numbered(20, (n) =>
      reportFile(`${serverArchive}/payroll/${2000 + n}.xlsx`, { format: 'Excel workbook', rows: n * 100 }),
    ),
    ...numbered(30, (n) =>
      reportFile(`${serverArchive}/contracts/${n}.pdf`, { complete: false, note: lockedNote }),
    ),
    reportFile(`${serverArchive}/backups/users.sql.gz`, {
      format: 'pg_dump, gzip',
      encoding: 'utf8',
      rows: 120_000,
      complete: false,
      note: 'is cut off: all before that is read',
    }),
    reportFile(`${serverArchive}/logo.png`, {
      format: 'PNG image',
      complete: false,
      note: 'is a small image (under 200 × 100 pixels): not searched for text',
    }),
    reportFile(`${serverArchive}/scan.tif`, { format: 'TIFF image', documents: 1 }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    ...report,
    inputs: [
      { ...reportFile(serverArchive, { bytes: 1.2e9, format: '7z archive' }), sha256: '1'.repeat(64) },
    ],
    inside,
    insideCount: inside.length,
    special: [],
    skipped: [
      ...inside.flatMap(({ path, bytes, note }) =>
        note === undefined ? [] : [{ path, offset: 0, bytes, reason: note }],
      ),
      {
        path: `${serverArchive}/scan.tif`,
        offset: 12,
        bytes: 0,
        reason:
          'scanned pages 12–40 not read: the limit of scanned pages is reached, raise it with --ocr-pages',
      },
    ],
  };
}

function numbered(count: number, make: (n: number) => ReportFile): ReportFile[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
