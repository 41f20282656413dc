// How many different values of each class there are, over all columns and files: by keyed hashes, exactly.

import { forEachRecord, HashIndex, type MergedTable } from '../resolve/index.ts';

export function distinctByClass(tables: MergedTable[], textEmails: HashIndex): Map<string, number> {
  const seen = new Map<string, HashIndex>();
  const of = (dataClass: string): HashIndex => {
    let index = seen.get(dataClass);
    if (!index) seen.set(dataClass, (index = new HashIndex()));
    return index;
  };
  for (const table of tables) {
    const indexes = table.plan.gathered.map((entry) =>
      entry.validator === -1 ? null : of(table.findings[entry.column]![0]!.class),
    );
    const isFull = table.plan.gathered.map((entry) => entry.normal === 'full name');
    forEachRecord(table, (_record, words, from, wordOf) => {
      for (let i = 0; i < indexes.length; i++) {
        const at = from + wordOf[i]!;
        let low = words[at]!;
        let high = words[at + 1]!;
        if (isFull[i]) {
          low = (low ^ Math.imul(words[at + 2]!, 0x9e3779b1)) >>> 0;
          high = (high ^ Math.imul(words[at + 3]!, 0x85ebca6b)) >>> 0;
        }
        if (low !== 0 || high !== 0) indexes[i]?.add(low, high);
      }
    });
    for (const { hashes } of table.mentions.values()) addAll(of('Email addresses'), hashes);
  }
  if (textEmails.size > 0) addAll(of('Email addresses'), textEmails);
  return new Map([...seen].map(([dataClass, index]) => [dataClass, index.size]));
}

function addAll(index: HashIndex, more: HashIndex): void {
  const words = more.toWords();
  for (let i = 0; i < words.length; i += 2) index.add(words[i]!, words[i + 1]!);
}
