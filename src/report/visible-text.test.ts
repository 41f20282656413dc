import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recruitingSiteReport } from './recruiting-site.fixture.ts';
import { visibleReport, visibleText } from './visible-text.ts';

describe('visible text', () => {
  it('leaves ordinary names of any script as they are', () => {
    for (const name of ['users', 'Prénom du salarié', '顧客', 'адрес', 'שם', 'a\u0301', 'x & <y>', '☎ 5 %']) {
      expect(visibleText(name)).toBe(name);
    }
  });

  it('spells out what would steer a terminal', () => {
    expect(visibleText('\x1b[31mred\x07')).toBe('\\x1b[31mred\\x07');
    expect(visibleText('\u009b2J')).toBe('\\x9b2J');
    expect(visibleText('a\r\nb\tc\0')).toBe('a\\x0d\\x0ab\\x09c\\x00');
  });

  it('spells out what turns a line around or is drawn as nothing', () => {
    expect(visibleText('users\u202egnp')).toBe('users\\u{202e}gnp');
    expect(visibleText('use\u200brs\ufeff\u3164\u2800')).toBe('use\\u{200b}rs\\u{feff}\\u{3164}\\u{2800}');
    expect(visibleText('\ud800 \u{e0041}')).toBe('\\u{d800} \\u{e0041}');
  });

  it('thins out a pile of combining marks and makes every space a plain one', () => {
    expect(visibleText(`z${'\u0300'.repeat(400)}`)).toBe(`z${'\u0300'.repeat(4)}`);
    expect(visibleText('a\u00a0b\u3000c')).toBe('a b c');
  });

  it('never lets a control, format or separator character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2066-\u2069]/u);
      }),
    );
  });

  it('reaches every text of a report and changes nothing else', () => {
    const report = recruitingSiteReport();
    expect(visibleReport(report)).toEqual(report);
    report.tables[1]!.name = 'n'.repeat(1_000_000);
    report.tables[0]!.links[0]!.toColumn = 'u\x1bid';
    report.tables[0]!.columns[2]!.classes[0]!.examples = ['J\x1b•••••'];
    const shown = visibleReport(report);
    expect(shown.tables[1]!.name).toBe(`${'n'.repeat(5000)}…`);
    expect(shown.tables[0]!.links[0]!.toColumn).toBe('u\\x1bid');
    expect(shown.tables[0]!.columns[2]!.classes[0]!.examples).toEqual(['J\\x1b•••••']);
  });
});
