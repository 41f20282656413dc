// For a PDF that was cut off or lost its lists of objects: looks through the bytes for page objects and writes an end
// for the file that names them as its pages. In: the file. Out: the bytes to be put behind it, or null where no page
// is found. Pages that are packed in object streams are not found.

/** Read at a time, with an overlap: the dictionary of a page is shorter than this. */
const stretchBytes = 2 ** 20;
const dictionaryBytes = 4096;

const maxPages = 100_000;

/** Above every number that a writer gives; PDFium takes up to 4,194,304. */
const catalogueNumber = 4_190_000;

export function salvagePages(
  sizeBytes: number,
  read: (target: Uint8Array, position: number) => number,
): Buffer | null {
  const pages = new Map<number, number>();
  const stretch = Buffer.alloc(stretchBytes + dictionaryBytes);
  for (let from = 0; from < sizeBytes && pages.size < maxPages; from += stretchBytes) {
    const length = read(stretch, from);
    for (const [number, generation] of pagesIn(stretch.toString('latin1', 0, length))) {
      pages.set(number, generation);
    }
  }
  return pages.size === 0 ? null : Buffer.from(endNaming(pages));
}

function* pagesIn(text: string): Iterable<[number, number]> {
  for (const match of text.matchAll(/(?<!\d)(\d{1,7})\s+(\d{1,5})\s+obj\b/g)) {
    const dictionary = text.slice(match.index, match.index + dictionaryBytes).split(/endobj|stream/, 1)[0]!;
    if (/\/Type\s*\/Page(?![A-Za-z])/.test(dictionary)) yield [Number(match[1]), Number(match[2])];
  }
}

function endNaming(pages: Map<number, number>): string {
  const kids = [...pages].map(([number, generation]) => `${number} ${generation} R`).join(' ');
  return [
    '\nendstream\nendobj',
    `${catalogueNumber} 0 obj\n<</Type/Catalog/Pages ${catalogueNumber + 1} 0 R>>\nendobj`,
    `${catalogueNumber + 1} 0 obj\n<</Type/Pages/Count ${pages.size}/Kids[${kids}]>>\nendobj`,
    `trailer\n<</Size ${catalogueNumber + 2}/Root ${catalogueNumber} 0 R>>\n%%EOF\n`,
  ].join('\n');
}
