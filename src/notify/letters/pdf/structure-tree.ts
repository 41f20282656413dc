// The tags of a PDF: the elements of each letter under one document, and for each page which element owns each of its
// marked stretches (ISO 32000-1, 14.7). In: the tags of a letter and the objects of its pages. Out: objects.

import type { LetterElement, LetterTags } from '../letter-tags.ts';
import { references } from './page-tree.ts';
import { type PdfFile, pdfText } from './pdf-file.ts';

export interface StructureTree {
  /** How many pages there are so far. */
  pages: number;
  add(tags: LetterTags, pages: readonly number[], language: string): void;
  /** The number of its root. */
  end(): number;
}

const mostTogether = 256;

export function createStructureTree(file: PdfFile): StructureTree {
  const [root, document] = [file.reserve(), file.reserve()];
  const letters: number[] = [];
  const leaves: { id: number; first: number; last: number }[] = [];
  let leaf: string[] = [];
  const endLeaf = () => {
    if (leaf.length === 0) return;
    const [id, first, last] = [file.reserve(), tree.pages - leaf.length, tree.pages - 1];
    file.object(id, `<</Limits[${first} ${last}]/Nums[${leaf.join(' ')}]>>`);
    leaves.push({ id, first, last });
    leaf = [];
  };
  const tree: StructureTree = {
    pages: 0,
    add({ elements, owners }, pages, language) {
      const base = file.reserve(elements.length);
      for (const [i, element] of elements.entries())
        file.object(base + i, elementText(element, { base, document, pages, language }));
      letters.push(base);
      for (const page of pages.keys()) {
        const id = file.reserve();
        file.object(id, `[${references((owners[page] ?? []).map((owner) => base + owner))}]`);
        leaf.push(`${tree.pages} ${id} 0 R`);
        tree.pages++;
        if (leaf.length === mostTogether) endLeaf();
      }
    },
    end() {
      endLeaf();
      file.object(document, `<</Type/StructElem/S/Document/P ${root} 0 R/K[${references(letters)}]>>`);
      const parents = file.reserve();
      file.object(parents, `<</Kids[${references(leaves.map(({ id }) => id))}]>>`);
      file.object(
        root,
        `<</Type/StructTreeRoot/K ${document} 0 R/ParentTree ${parents} 0 R/ParentTreeNextKey ${tree.pages}>>`,
      );
      return root;
    },
  };
  return tree;
}

interface Placed {
  base: number;
  document: number;
  pages: readonly number[];
  language: string;
}

function elementText(
  { type, parent, children, contents }: LetterElement,
  { base, document, pages, language }: Placed,
): string {
  const above = parent < 0 ? document : base + parent;
  const start = `<</S/${type}/P ${above} 0 R`;
  const attributes =
    (parent < 0 ? `/Lang${pdfText(language)}` : '') +
    (type === 'L' ? '/A<</O/List/ListNumbering/Disc>>' : '');
  if (contents.length === 0)
    return `${start}${attributes}/K[${references(children.map((child) => base + child))}]>>`;
  const [{ page: first }] = contents as [LetterElement['contents'][0]];
  if (contents.length === 1) return `${start}/Pg ${pages[first]} 0 R/K ${contents[0]!.mark}>>`;
  const kids = contents.map(({ page, mark }) =>
    page === first ? String(mark) : `<</Type/MCR/Pg ${pages[page]} 0 R/MCID ${mark}>>`,
  );
  return `${start}/Pg ${pages[first]} 0 R/K[${kids.join(' ')}]>>`;
}
