import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReport, hostileNames } from './any-report.fixture.ts';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { renderHtml } from './render-html.ts';

const empty = new Set(['meta', 'br', 'wbr', 'rect', 'circle', 'path']);
const allowed = new Set(
  'html head meta title style body main header footer section h1 h2 p div span dl dt dd table caption thead tbody tr th td code br wbr figure figcaption svg desc g rect path circle text'.split(
    ' ',
  ),
);

/* Every `<` of the page must begin a tag we write, and every tag must be closed in its order. */
function checkMarkup(page: string): { tags: string[]; attributes: Set<string> } {
  const tags: string[] = [];
  const open: string[] = [];
  const attributes = new Set<string>();
  const body = page.replace(/<style>[^<]*<\/style>/, '').replace('<!doctype html>', '');
  const tag = /^<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>/;
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
    const found = tag.exec(body.slice(at, at + 12_000));
    if (found === null) throw new Error(`not a tag of ours: ${body.slice(at, at + 60)}`);
    const [, closing, name = '', list = ''] = found;
    if (!allowed.has(name)) throw new Error(`a tag we never write: ${name}`);
    for (const [, attribute = ''] of list.matchAll(/([a-zA-Z-]+)="/g)) attributes.add(attribute);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`closed out of order: ${name}`);
    } else {
      tags.push(name);
      if (!empty.has(name)) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return { tags, attributes };
}

const harmlessAttributes = new Set(
  'lang charset http-equiv content name class scope role aria-label aria-labelledby id viewBox preserveAspectRatio x y width height rx cx cy r d text-anchor'.split(
    ' ',
  ),
);

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

  it('holds only markup of ours, whatever the names are', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { attributes } = checkMarkup(renderHtml(report));
        expect([...attributes].filter((attribute) => !harmlessAttributes.has(attribute))).toEqual([]);
      }),
    );
  });

  it.each(hostileNames.map((name) => [JSON.stringify(name.slice(0, 30)), name]))(
    'shows %s as text everywhere',
    (_, name) => {
      const report = recruitingSiteReport();
      report.inputs[0]!.path = name;
      report.people.method = name;
      report.skipped[0]!.reason = name;
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

  it('draws a box for each table with people’s data and a line for each key between them', () => {
    const page = renderHtml(recruitingSiteReport());
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
});
