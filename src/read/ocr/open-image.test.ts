import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterPicture } from '../pdf/scanned-letter.fixture.ts';
import { endOcr } from './ocr-engine.ts';
import { openImage } from './open-image.ts';
import { blank, crop, upsideDown, writeBmp, writePng, writeTiff } from './picture-file.fixture.ts';
import type { Grey } from './picture-file.fixture.ts';
import { readBytes } from './read-bytes.fixture.ts';

const lines = [
  'Zoë Müller',
  '3, rue du Four',
  '69002 LYON',
  '06 39 98 12 34',
  'zoe.muller@example.fr',
  'née le 17/05/1984',
];
let card: Grey;

beforeAll(async () => {
  card = crop(await letterPicture(lines, 0), { width: 1200, height: 800 });
});
afterAll(endOcr);

describe('pictures of text', () => {
  test('a PNG and a BMP yield their lines', async () => {
    for (const file of [writePng(card), writeBmp(card)]) {
      const { text, pagesLeft, progress, error } = await readBytes(openImage, file, { pagesLeft: 1 });
      expect(error).toBeNull();
      expect(text.split('\n').filter((line) => line !== '')).toEqual(lines);
      expect(pagesLeft).toBe(0);
      expect(progress).toEqual(['1/1']);
    }
  });

  test('a picture that stands on its head is read', async () => {
    const { text } = await readBytes(openImage, writePng(upsideDown(card)));
    expect(text).toContain('Zoë Müller\n3, rue du Four\n69002 LYON');
  });

  test('every page of a TIFF is read as far as the limit allows', async () => {
    const tiff = writeTiff([card, blank(400, 200), card]);
    const all = await readBytes(openImage, tiff);
    expect(all.texts.map(([page]) => page)).toEqual([1, 3]);
    expect(all.progress).toEqual(['1/3', '2/3', '3/3']);
    const two = await readBytes(openImage, tiff, { pagesLeft: 2 });
    expect(two.texts.map(([page]) => page)).toEqual([1]);
    expect(two.skipped).toEqual([
      'scanned pages 3–3 not read: the limit of scanned pages is reached, raise it with --ocr-pages',
    ]);
  });
});

describe('pictures without text', () => {
  test('noise and a slope of grey yield nothing', async () => {
    let state = 1;
    const noise = () => (state = (state * 48_271) % 2_147_483_647) & 255;
    for (const picture of [
      blank(600, 400, noise),
      blank(600, 400, (x, y) => (x + y) & 255),
      blank(600, 400),
    ]) {
      expect((await readBytes(openImage, writePng(picture))).text).toBe('');
    }
  });

  test('icons cost no page', async () => {
    const { error, pagesLeft } = await readBytes(openImage, writePng(blank(64, 64)), { pagesLeft: 1 });
    expect(error).toBe('is a small image (under 200 × 100 pixels): not searched for text');
    expect(pagesLeft).toBe(1);
  });
});

describe('hostile pictures', () => {
  test('a header that asks for gigabytes is refused before anything is unpacked', async () => {
    const bomb = writePng(blank(300, 200));
    bomb.writeUInt32BE(100_000, 16);
    bomb.writeUInt32BE(100_000, 20);
    const { error, pagesLeft } = await readBytes(openImage, bomb, { pagesLeft: 1 });
    expect(error).toBe('is an image of more than 50 million pixels: make it smaller');
    expect(pagesLeft).toBe(1);
  });

  test('a damaged picture is an error of that file, and the next one is read', async () => {
    const png = writePng(card);
    const { error } = await readBytes(openImage, png.subarray(0, 60));
    expect(error).toMatch(/damaged|failed/);
    expect((await readBytes(openImage, png)).text).toContain('69002 LYON');
  });

  test('without pages left nothing is read, and told', async () => {
    const { error } = await readBytes(openImage, writePng(card), { pagesLeft: 0 });
    expect(error).toBe('is not read: the limit of scanned pages is reached, raise it with --ocr-pages');
  });

  test('damage anywhere ends in text or an error, never in a crash or a hang', async () => {
    const small = blank(220, 120, (x, y) => (x % 20 < 8 && y % 30 < 12 ? 0 : 255));
    const files = [writePng(small), writeTiff([small, small]), writeBmp(small)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (file, changes, fromEnd) => {
          const damaged = Buffer.from(file);
          for (const [at, byte] of changes) {
            const place = fromEnd ? damaged.length - 1 - at : at;
            if (place in damaged) damaged[place] = byte;
          }
          const { text } = await readBytes(openImage, damaged);
          expect(text.length).toBeLessThan(5000);
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });
});
