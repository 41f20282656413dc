// What resolving has come to once rows are joined, as those who count and list people see it.

import type { Doubts } from './doubts.ts';
import type { MergedTable } from './merged-table.ts';
import type { PersonNodes } from './person-nodes.ts';
import type { UnionFind } from './union-find.ts';

export interface Resolving {
  tables: MergedTable[];
  isAboutPeople: boolean[];
  nodes: PersonNodes;
  sets: UnionFind;
  doubts: Doubts;
  attached: Map<number, Int32Array>;
}
