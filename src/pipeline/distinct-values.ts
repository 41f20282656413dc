// How many different values of each class there are, over all columns and files: by keyed hashes. Exact for what
// singles people out; where only 32 bits are kept of a value (names, places, texts) within one in some ten thousand.

import { validators } from '../recognise/index.ts';
import { groupByHash, type HashIndex, type MergedTable } from '../resolve/index.ts';
import { countDistinctWords } from './distinct-words.ts';

interface Values {
  hashes: { low: Uint32Array; high: Uint32Array }[];
  /** Hashes as low and high words in turn. */
  pairs: Uint32Array[];
  words: Uint32Array[];
}

export function distinctByClass(tables: MergedTable[], textEmails: HashIndex): Map<string, number> {
  const byClass = new Map<string, Values>();
  const of = (dataClass: string): Values => {
    let values = byClass.get(dataClass);
    if (!values) byClass.set(dataClass, (values = { hashes: [], pairs: [], words: [] }));
    return values;
  };
  for (const { plan, records, findings, mentions } of tables) {
    plan.gathered.forEach(({ column, validator }, i) => {
      if (validator === -1) return;
      const values = of(findings[column]![0]!.class);
      const { low, high } = records.columns[i]!;
      if (high === null) values.words.push(low);
      else values.hashes.push({ low, high });
    });
    for (const { validator, hashes } of mentions)
      of(validators[validator]!.class).pairs.push(hashes.toWords());
  }
  if (textEmails.size > 0) of('Email addresses').pairs.push(textEmails.toWords());
  return new Map([...byClass].map(([dataClass, values]) => [dataClass, countDistinct(values)]));
}

function countDistinct({ hashes, pairs, words }: Values): number {
  return (
    countDistinctWords(words) +
    groupByHash((take) => {
      for (const { low, high } of hashes)
        for (let i = 0; i < low.length; i++) if (low[i] !== 0 || high[i] !== 0) take(low[i]!, high[i]!, 0);
      for (const mentioned of pairs)
        for (let i = 0; i < mentioned.length; i += 2) take(mentioned[i]!, mentioned[i + 1]!, 0);
    })
  );
}
