import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBytes } from '../ocr/read-bytes.fixture.ts';
import { endOcr } from '../ocr/ocr-engine.ts';
import { isPdf } from './is-pdf.ts';
import { openPdf } from './open-pdf.ts';
import { firstExtra, lockedPdf, streamObject, textPdf, writePdf } from './pdf-file.fixture.ts';
import { endPdf } from './pdf-reader.ts';
import { letterLines, scannedLetterPdf } from './scanned-letter.fixture.ts';

const address = ['Zoë Müller', '3, rue du Four (bâtiment B)', '69002 LYON'];

afterAll(async () => {
  await endPdf();
  await endOcr();
});

describe('text', () => {
  test('lines stay lines, pages keep their order', async () => {
    const { texts, skipped, error } = await readBytes(openPdf, textPdf([address, [], ['Seite drei']]));
    expect(error).toBeNull();
    expect(skipped).toEqual([]);
    expect(texts).toEqual([
      [1, address.join('\n')],
      [3, 'Seite drei'],
    ]);
  });

  test('title and author come before the pages', async () => {
    const pdf = textPdf([['page']], {
      extra: ['<</Title(Minutes)/Author(Ada Example)/Producer(x)>>'],
      trailer: `/Info ${firstExtra} 0 R`,
    });
    expect((await readBytes(openPdf, pdf)).texts).toEqual([
      [0, 'Minutes\nAda Example'],
      [1, 'page'],
    ]);
  });

  test('fields with their names, notes with their authors and links are read, once each', async () => {
    const field = '<</Type/Annot/Subtype/Widget/FT/Tx/T(nom)/V(Martin-Dubois)/Rect[0 0 99 20]>>';
    const box = '<</Type/Annot/Subtype/Widget/FT/Btn/T(ok)/V/Off/AS/Off/Rect[0 0 9 9]>>';
    const note = '<</Type/Annot/Subtype/Text/T(A. Author)/Contents(call 01 99 00 12 34)/Rect[0 0 9 9]>>';
    const link = '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(mailto:ada@example.org)>>>>';
    const pdf = textPdf([['page']], {
      extra: [field, box, note, link],
      catalogue: '/AcroForm<</Fields[4 0 R 5 0 R]/DA(/F 12 Tf)>>',
      page: '/Annots[4 0 R 4 0 R 5 0 R 6 0 R 7 0 R]',
    });
    const { texts } = await readBytes(openPdf, pdf);
    expect(texts[1]).toEqual([
      1,
      'nom: Martin-Dubois\nA. Author: call 01 99 00 12 34\nmailto:ada@example.org',
    ]);
  });

  test('attachments are members, of the document as of a note', async () => {
    const files = ['people.csv', 'note.txt'];
    const pdf = textPdf([['page']], {
      extra: [
        streamObject('/Type/EmbeddedFile', 'a,b\n1,2\n'),
        streamObject('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync('in a note')),
        ...files.map((name, i) => `<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${firstExtra + i} 0 R>>>>`),
        `<</Type/Annot/Subtype/FileAttachment/FS ${firstExtra + 3} 0 R/Rect[0 0 9 9]>>`,
      ],
      catalogue: `/Names<</EmbeddedFiles<</Names[(people.csv) ${firstExtra + 2} 0 R]>>>>`,
      page: `/Annots[${firstExtra + 4} 0 R]`,
    });
    const { members } = await readBytes(openPdf, pdf);
    expect(members.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ['people.csv', 'a,b\n1,2\n'],
      ['note.txt', 'in a note'],
    ]);
  });
});

describe('what is locked or damaged', () => {
  test('a locked file is read with the password that fits, and told without', async () => {
    const pdf = lockedPdf(address, 'été');
    const read = await readBytes(openPdf, pdf, { passwords: ['no', 'été'] });
    expect(read.text).toBe(address.join('\n'));
    expect((await readBytes(openPdf, pdf, { passwords: ['no'] })).error).toBe(
      'is encrypted: give its password with --password',
    );
  });

  test('a damaged page costs that page only', async () => {
    const pdf = textPdf([['one'], ['two'], ['three']]);
    pdf.write('[4 0 R 0 0 R 8 0 R]', pdf.indexOf('[4 0 R 6 0 R 8 0 R]'));
    const read = await readBytes(openPdf, pdf);
    expect(read.texts.map(([page]) => page)).not.toContain(2);
    expect(read.text).toContain('one');
    expect(read.text).toContain('three');
    expect(read.skipped).toEqual(['page 2 cannot be read: damaged']);
  });

  test('a file cut off before its list of objects is read as far as there are pages, and told', async () => {
    const pdf = textPdf([['first page'], ['second page']]);
    for (const [end, found] of [
      [pdf.indexOf('xref'), 'first page\nsecond page'],
      [pdf.indexOf('(second'), 'first page'],
    ] as const) {
      const { text, skipped } = await readBytes(openPdf, pdf.subarray(0, end));
      expect(text).toBe(found);
      expect(skipped).toEqual(['is damaged: pages were searched for, some may be missing']);
    }
  });

  test('a file without any page is an error of that file', async () => {
    const { error } = await readBytes(openPdf, Buffer.from('%PDF-1.7\nnothing'));
    expect(error).toBe('is damaged: no page of it can be found');
  });

  test('damage anywhere ends in text, a told gap or an error, never in a crash or a hang', async () => {
    const pdf = textPdf([address, ['second']], { extra: ['<</Title(t)>>'], trailer: '/Info 4 0 R' });
    const change = fc.tuple(fc.nat(pdf.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 20 }),
        fc.nat(pdf.length),
        async (changes, end) => {
          const damaged = Buffer.from(end % 3 === 0 ? pdf.subarray(0, end) : pdf);
          for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte;
          const read = await readBytes(openPdf, damaged, { pagesLeft: 0 });
          expect(read.text.length).toBeLessThan(10_000);
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });
});

describe('hostile files', () => {
  const pagesOf = (count: number, kids: string) => `<</Type/Pages/Count ${count}/Kids[${kids}]>>`;
  const emptyPage = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';
  const catalogue = '<</Type/Catalog/Pages 2 0 R>>';

  test('pages within themselves end', async () => {
    const pdf = writePdf([catalogue, pagesOf(1_000_000_000, '2 0 R 3 0 R 2 0 R'), emptyPage]);
    const { error, skipped } = await readBytes(openPdf, pdf);
    expect(error ?? skipped.length).toBeLessThan(5);
  });

  test('pages that are not there are told in one line', async () => {
    const pdf = writePdf([catalogue, pagesOf(500, '3 0 R'.repeat(1)), emptyPage]);
    const { skipped } = await readBytes(openPdf, pdf);
    expect(skipped.length).toBeLessThan(3);
  });

  test('ten thousand empty pages are read', async () => {
    const pdf = writePdf([catalogue, pagesOf(10_000, '3 0 R '.repeat(10_000)), emptyPage]);
    expect(await readBytes(openPdf, pdf)).toMatchObject({ error: null, skipped: [], text: '' });
  });

  test('forms within forms that never end cost their page, not the document', async () => {
    const levels = 24;
    const forms = Array.from({ length: levels }, (_, i) =>
      streamObject(
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F ${firstExtra + i + 1} 0 R>>>>`,
        '/F Do '.repeat(16),
      ),
    );
    const pdf = textPdf([['bomb'], ['next page']], {
      extra: [...forms, streamObject('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', '0 0 m 9 9 l S')],
    });
    const doomed = pdf.toString('latin1').replace('/Font<</F 3 0 R>>', '/XObject<</F 4 0 R>>');
    const armed = doomed.replace(/BT \/F 11 Tf .*\(bomb\) Tj T\* ET/, (text) => '/F Do'.padEnd(text.length));
    const { text, skipped } = await readBytes(openPdf, Buffer.from(armed, 'latin1'));
    expect(text).toBe('next page');
    expect(skipped).toContain('page 1 cannot be read: damaged');
  });
});

describe('scanned pages', () => {
  let letter: Uint8Array;

  beforeAll(async () => {
    letter = await scannedLetterPdf(letterLines);
  });

  test('a scanned letter yields its name, NIR and address, line by line', async () => {
    const { text, pagesLeft, progress } = await readBytes(openPdf, letter, { pagesLeft: 5 });
    expect(text).toContain('Madame Élodie Grandjean-Lefèvre\nBâtiment C, appartement 14\n27 bis avenue');
    expect(text).toContain('27 bis avenue de la République\n69007 LYON');
    expect(text).toContain('2 84 05 69 900 456');
    expect(text).toContain('06 39 98 12 34 ou par courriel : conseil@agence.example.');
    expect(pagesLeft).toBe(4);
    expect(progress).toEqual(['1/1']);
  });

  test('past the limit a scanned page is told and not read', async () => {
    const { text, skipped, pagesLeft } = await readBytes(openPdf, letter, { pagesLeft: 0 });
    expect(text).toBe('');
    expect(pagesLeft).toBe(0);
    expect(skipped).toEqual([
      'page 1 scanned and not read: the limit of scanned pages is reached, raise it with --ocr-pages',
    ]);
  });

  test('a page of a size no paper has is drawn within the limit of pixels', async () => {
    const huge = Buffer.from(letter).toString('latin1').replace('[0 0 595 842]', '[0 0 9e6 9e6]');
    const { error } = await readBytes(openPdf, Buffer.from(huge, 'latin1'));
    expect(error).toBeNull();
  });
});

describe('isPdf', () => {
  test('the mark is found within the first kilobyte', () => {
    expect(isPdf(Buffer.from('%PDF-1.4'))).toBe(true);
    expect(isPdf(Buffer.concat([Buffer.alloc(1000), Buffer.from('%PDF-1.4')]))).toBe(true);
    expect(isPdf(Buffer.concat([Buffer.alloc(1020), Buffer.from('%PDF-1.4')]))).toBe(false);
    expect(isPdf(Buffer.from('PDF'))).toBe(false);
  });
});
