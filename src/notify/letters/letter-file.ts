// Letters as one PDF: what all letters of a variant share lies in it once, each letter adds its own lines, its bars and
// its tags. In: letters as they are laid out, and persons. Out: bytes to a sink, the same for the same letters; every letter
// begins on a sheet of its own when both sides are printed. Nothing of a person stands in the properties of the file.

import { embedFont } from './pdf/embed-font.ts';
import { createPdfFile, pdfText } from './pdf/pdf-file.ts';
import { createPageTree } from './pdf/page-tree.ts';
import { createStructureTree } from './pdf/structure-tree.ts';
import { letterFonts } from './font/letter-fonts.ts';
import { page, shown } from './letter-style.ts';
import type { LaidOutLetter } from './letter-types.ts';
import { type LetterPerson, personalOps } from './personal-ops.ts';

export interface LetterFile {
  /** The pages of the letter in the file, from 1, with the empty one that may end it. */
  add(letter: LaidOutLetter, person: LetterPerson): { first: number; last: number };
  /** `seed`: 16 bytes that name the file. */
  end(seed: Buffer): void;
}

export function createLetterFile(
  write: (bytes: Buffer) => void,
  { title, language }: { title: string; language: string },
): LetterFile {
  const fonts = letterFonts();
  const used = { regular: new Uint16Array(0x10000), bold: new Uint16Array(0x10000) };
  const file = createPdfFile(write);
  const [root, regular, bold, metadata] = [0, 0, 0, 0].map(() => file.reserve()) as [
    number,
    number,
    number,
    number,
  ];
  const pages = createPageTree(
    file,
    `/MediaBox[0 0 ${shown(page.width)} ${shown(page.height)}]/Resources<</Font<</F1 ${regular} 0 R/F2 ${bold} 0 R>>>>`,
  );
  const structure = createStructureTree(file);
  const shared = new Map<LaidOutLetter, number[]>();
  const sharedOf = (letter: LaidOutLetter): number[] => {
    let streams = shared.get(letter);
    if (streams === undefined) {
      streams = letter.pages.map((ops) => {
        const id = file.reserve();
        file.deflated(id, '', Buffer.from(ops, 'latin1'));
        return id;
      });
      shared.set(letter, streams);
      for (const font of ['regular', 'bold'] as const)
        for (let glyph = 1; glyph < used[font].length; glyph++)
          used[font][glyph] ||= letter.used[font][glyph]!;
    }
    return streams;
  };

  return {
    add(letter, person) {
      const streams = sharedOf(letter);
      const first = pages.count + 1;
      const ids = streams.map((stream, number) => {
        const own = file.reserve();
        file.stream(own, personalOps(letter, number, person, fonts, used));
        return pages.add(
          `/StructParents ${structure.pages + number}/Tabs/S/Contents[${stream} 0 R ${own} 0 R]`,
        );
      });
      structure.add(letter.tags, ids, letter.language);
      if (streams.length % 2 === 1) pages.add('');
      return { first, last: pages.count };
    },
    end(seed) {
      embedFont(file, regular, fonts.regular, 'SourceSans3-Regular', used.regular);
      embedFont(file, bold, fonts.bold, 'SourceSans3-SemiBold', used.bold);
      const [pageRoot, structureRoot] = [pages.end(), structure.end()];
      file.plainStream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(metadataOf(title, language)));
      file.object(
        root,
        `<</Type/Catalog/Pages ${pageRoot} 0 R/StructTreeRoot ${structureRoot} 0 R/MarkInfo<</Marked true>>` +
          `/Lang${pdfText(language)}/Metadata ${metadata} 0 R` +
          // in the size it has: else the address leaves its window
          '/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>>>',
      );
      file.end(root, seed);
    },
  };
}

function metadataOf(title: string, language: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
