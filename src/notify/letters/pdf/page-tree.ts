// The pages of a PDF as a tree of two levels, so that a reader finds one of many without reading them all. In: pages as
// they come. Out: their objects.

import type { PdfFile } from './pdf-file.ts';

export interface PageTree {
  count: number;
  /** `entries`: of its dictionary. Its number. */
  add(entries: string): number;
  /** The number of its root. */
  end(): number;
}

const mostTogether = 256;

/** `inherited`: entries that all pages have. */
export function createPageTree(file: PdfFile, inherited: string): PageTree {
  const root = file.reserve();
  const groups: number[] = [];
  let group = 0;
  let ids: number[] = [];
  const endGroup = () => {
    if (ids.length === 0) return;
    file.object(group, `<</Type/Pages/Parent ${root} 0 R/Count ${ids.length}/Kids[${references(ids)}]>>`);
    groups.push(group);
    ids = [];
  };
  const tree: PageTree = {
    count: 0,
    add(entries) {
      if (ids.length === 0) group = file.reserve();
      const id = file.reserve();
      file.object(id, `<</Type/Page/Parent ${group} 0 R${entries}>>`);
      ids.push(id);
      tree.count++;
      if (ids.length === mostTogether) endGroup();
      return id;
    },
    end() {
      endGroup();
      file.object(root, `<</Type/Pages/Count ${tree.count}${inherited}/Kids[${references(groups)}]>>`);
      return root;
    },
  };
  return tree;
}

export function references(ids: readonly number[]): string {
  return ids.map((id) => `${id} 0 R`).join(' ');
}
