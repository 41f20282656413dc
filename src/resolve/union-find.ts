// Disjoint sets over dense ids, with path halving and union by smaller id, so that the outcome does not
// depend on the order in which sets were joined.

export class UnionFind {
  readonly parents: Int32Array;

  constructor(from: number | UnionFind) {
    if (typeof from !== 'number') this.parents = from.parents.slice();
    else {
      this.parents = new Int32Array(from);
      for (let id = 0; id < from; id++) this.parents[id] = id;
    }
  }

  find(id: number): number {
    const { parents } = this;
    let at = id;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA < rootB) this.parents[rootB] = rootA;
    else this.parents[rootA] = rootB;
  }
}
