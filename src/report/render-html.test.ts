import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkMarkup } from './check-markup.fixture.ts';
import { fileServerReport, lockedNote, reportFile, serverArchive } from './file-server.fixture.ts';
import { hostileNames } from './hostile-names.fixture.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { renderHtml } from './render-html.ts';

describe('the report page', () => {
  it('says how many people are in which file in its heading', () => {
    const report = recruitingSiteReport();
    expect(renderHtml(report)).toMatch(/<h1>\s*711,204 people are in 2 files\s*<\/h1>/);
    report.inputs = report.inputs.slice(0, 1);
    report.people.count = 1;
    expect(renderHtml(report)).toMatch(/<h1>\s*1 person is in recruiting-uk-test-2016-10-11.sql.gz\s*<\/h1>/);
  });

  it('is one file with a policy that lets through its own style sheet and nothing else', () => {
    const page = renderHtml(recruitingSiteReport());
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(style.length).toBeGreaterThan(1000);
    expect(page).toContain(`style-src &#39;sha256-${hash}&#39;`);
    expect(page).toContain('content="default-src &#39;none&#39;;');
    expect(style).not.toMatch(/url\(|@import|expression/);
    expect(page).not.toMatch(/https?:|\bsrc=|\bhref=|style=/);
  });

  it.each(hostileNames.map((name) => [JSON.stringify(name.slice(0, 30)), name]))(
    'shows %s as text everywhere',
    (_, name) => {
      const report = recruitingSiteReport();
      report.inputs[0]!.path = name;
      report.people.method = name;
      report.skipped[0]!.reason = name;
      report.inside = [reportFile(name, { format: name, encoding: name, complete: false, note: name })];
      report.insideCount = 1;
      report.tables[0]!.columns[0]!.note = name;
      for (const table of report.tables) {
        table.name = name;
        for (const column of table.columns) column.name = name;
        for (const link of table.links) Object.assign(link, { column: name, table: name, toColumn: name });
      }
      const page = renderHtml(report);
      checkMarkup(page);
      expect(page).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
    },
  );

  it('gives every table a caption, every header cell a scope and every picture a name', () => {
    const page = renderHtml(recruitingSiteReport());
    const { tags } = checkMarkup(page);
    const count = (tag: string): number => tags.filter((name) => name === tag).length;
    expect(count('caption')).toBe(count('table'));
    expect(count('h1')).toBe(1);
    expect(page.match(/<th(?![a-z])(?! scope)/g)).toBeNull();
    for (const [, attributes = ''] of page.matchAll(/<svg ([^>]*viewBox[^>]*)>/g)) {
      expect(attributes).toMatch(/role="img" aria-label(ledby)?="[^"]+"/);
    }
    expect(page).toMatch(/<title id="map-title">[^<]+<\/title>\s*<desc id="map-description">[^<]*candidates/);
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
  });

  it('draws a box for each table with people’s data and a line for each key between two of them', () => {
    const report = recruitingSiteReport();
    const users = report.tables.find((table) => table.name === 'users')!;
    users.links.push(
      { column: 'boss', table: 'users', toColumn: 'uid', basis: 'implied', meaning: 'relation' },
      { column: 'role', table: 'role', toColumn: 'cid', basis: 'declared', meaning: 'belongs to' },
    );
    const page = renderHtml(report);
    expect(page.match(/class="box people"/g)?.length).toBe(3);
    expect(page.match(/class="box linked"/g)?.length).toBe(3);
    expect(page.match(/class="link same"/g)?.length).toBe(2);
    expect(page.match(/class="link belongs"/g)?.length).toBe(2);
    expect(page.match(/class="link relation"/g)?.length).toBe(1);
    expect(page).not.toContain('cache_form');
  });

  it('shows the whole hash of every file and the evidence for every column', () => {
    const report = recruitingSiteReport();
    const page = renderHtml(report);
    for (const input of report.inputs) expect(page).toContain(input.sha256);
    expect(page).toContain('226 of 256 sampled values begin $S$');
    expect(page).toContain('12,034 addresses mentioned only in texts');
  });

  it('says of numbers that they are of what could be read, unless every byte was read', () => {
    const report = recruitingSiteReport();
    report.inputs[1]!.sha256 = '';
    const partial = renderHtml(report);
    expect(partial).toContain('Between 708,913 and 715,020 in what could be read.');
    expect(partial).toContain('At most, as read');
    expect(partial).toMatch(/fr-test-2016-10-11\.sql\.gz<br \/>\s*not read\s*<\/th>/);
    Object.assign(report.people, { min: 711_204, max: 711_204 });
    expect(renderHtml(report)).toContain('This is the number in what could be read.');
    expect(renderHtml(report)).not.toContain('count agree');
    const whole = { ...recruitingSiteReport(), skipped: [] };
    whole.inputs.pop();
    expect(renderHtml(whole)).toContain('Between 708,913 and 715,020 by what the rows show.');
  });

  it('says that nothing could be read as rows instead of that nobody is there', () => {
    const report = recruitingSiteReport();
    Object.assign(report, { inputs: report.inputs.slice(0, 1), tables: [], classes: [], skipped: [] });
    Object.assign(report.people, { count: 0, min: 0, max: 0 });
    const page = renderHtml(report);
    expect(page).toMatch(
      /<h1>\s*Nothing could be read as rows in recruiting-uk-test-2016-10-11.sql.gz\s*<\/h1>/,
    );
    expect(page).not.toContain('No people');
  });

  it('says of an empty file that it is empty, and not that more may be in it', () => {
    const report = recruitingSiteReport();
    const note = 'the file is empty';
    report.inputs[1] = { ...report.inputs[1]!, bytes: 0, format: 'empty', complete: false, note };
    report.skipped = [];
    const page = renderHtml(report);
    expect(page).toContain('fr-test-2016-10-11.sql.gz: the file is empty.');
    expect(page).not.toMatch(/not read|in part|Partial result|may be more/);
  });

  it('says beside how the numbers were made what was looked for', () => {
    const page = renderHtml(recruitingSiteReport());
    const section = page.slice(page.indexOf('How the numbers were made'));
    expect(section).toMatch(/Looked for: Account balances, .*Years of birth\. Numbers of people/);
    expect(section).toContain('Not recognised is not the same as not there');
  });

  it('has a column of examples only when the report has examples', () => {
    const report = recruitingSiteReport();
    expect(renderHtml(report)).not.toContain('Examples, masked');
    report.tables[0]!.columns[4]!.classes[0]!.examples = ['j•••@g••••.com'];
    expect(renderHtml(report)).toContain('j•••@g••••.com');
  });

  it('stays small at 2,000 tables of people and says what it left out', () => {
    const report = recruitingSiteReport();
    const [first] = report.tables;
    report.tables = Array.from({ length: 2000 }, (_, index) => ({ ...first!, name: `t${index}` }));
    const page = renderHtml(report);
    expect(page.length).toBeLessThan(600_000);
    expect(page).toContain('1,880 more tables are in the JSON document.');
    expect(page.match(/class="box people"/g)?.length).toBe(16);
  });

  it('has something true to say when there is nothing', () => {
    const report = recruitingSiteReport();
    Object.assign(report, { inputs: [], tables: [], classes: [], skipped: [], megabytesPerSecond: Infinity });
    Object.assign(report.people, { count: 0, min: 0, max: 0 });
    const page = renderHtml(report);
    expect(page).toContain('No people are in 0 files');
    expect(page).not.toMatch(/Infinity|NaN|undefined|\[object/);
  });

  it('lists what lay inside, those not read whole first, and how many more the JSON document has', () => {
    const report = fileServerReport();
    const page = renderHtml(report);
    checkMarkup(page);
    const section = page.slice(page.indexOf('<h2>What lay inside</h2>'));
    expect(section).toContain('93 files: 70 PDF, 20 Excel workbooks, ');
    expect(section.match(/<tr>/g)?.length).toBe(94);
    expect(section.indexOf('users.sql.gz')).toBeLessThan(section.indexOf('letter-0.pdf'));
    expect(section).toContain('<span class="quiet">evidence/file-server.7z/letters/</span>letter-0.pdf');
    expect(section).toMatch(/in part<\/span><br \/>is cut off: all before that is read/);
    expect(page).toContain('31 files inside were not read whole');
    report.inside = Array.from({ length: 900 }, (_, n) => reportFile(`${serverArchive}/${n}`));
    report.insideCount = 900;
    expect(renderHtml(report)).toContain('700 more files in the JSON document.');
    report.insideCount = 5000;
    expect(renderHtml(report)).toContain('4,800 more files; the JSON document lists 900 in all.');
    expect(renderHtml(recruitingSiteReport())).not.toContain('What lay inside');
  });

  it('says in the list of files what each held', () => {
    const page = renderHtml(fileServerReport());
    expect(page.slice(page.indexOf('<h2>The files</h2>'))).toContain('<div>holds 93 files</div>');
  });

  it('never says that a file which could not be read was not read to its end', () => {
    const report = fileServerReport();
    const unread = { ...reportFile('in/mail.pst', { complete: false, note: lockedNote }), sha256: '' };
    Object.assign(report, { inputs: [unread], inside: [], insideCount: 0, skipped: [] });
    const page = renderHtml(report);
    expect(page).toContain('in/mail.pst was not read; it is encrypted: give its password with --password.');
    expect(page).not.toMatch(/to its end|in part/);
  });

  it('shows a note about a column beside its evidence, also where nothing was recognised in it', () => {
    const report = recruitingSiteReport();
    report.tables[0]!.columns[2]!.note = 'two of nine values are broken';
    report.tables.at(-1)!.columns[0]!.note = 'one of nine values is broken';
    const page = renderHtml(report).replace(/\s+/g, ' ');
    expect(page).toMatch(/sampled values look so ?<div class="trouble">two of nine values are broken<\/div>/);
    expect(page).toMatch(/none recognised .*<div class="trouble">one of nine values is broken<\/div>/);
  });

  it('keeps table and column apart where their names are of several words', () => {
    const report = recruitingSiteReport();
    report.tables[1]!.name = 'people in documents';
    const page = renderHtml(report);
    expect(page).toContain('people in documents: <wbr />mail');
    expect(page).toContain('candidates.<wbr />email');
  });
});
