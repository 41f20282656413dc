// Which files of a folder are the parts of one split archive, by their names. In: names. Out: sets, their parts
// in order. Names decide only what belongs together: what it is, the first bytes of the first part say.

export interface PartSet {
  /** The name of the whole, as people would call it. */
  name: string;
  /** In the order in which they are read. */
  parts: string[];
  /** Names of the parts that are not there, as far as a gap or the first or last part shows it. */
  missing: string[];
}

/** Sets of two parts and more, and those of which only one is left. */
export function partsOf(names: readonly string[]): PartSet[] {
  const groups = new Map<string, { name: string; style: Style; found: Map<number, string> }>();
  const lower = new Map(names.map((name) => [name.toLowerCase(), name]));
  for (const name of names) {
    for (const style of styles) {
      const match = style.pattern.exec(name);
      if (match === null) continue;
      const [, stem = '', digits = ''] = match;
      const key = `${style.end}\n${stem.toLowerCase()}`;
      const group = groups.get(key) ?? { name: style.whole(stem), style, found: new Map<number, string>() };
      group.found.set(style.indexOf(digits.toLowerCase()), name);
      groups.set(key, group);
      break;
    }
  }
  return [...groups.values()].flatMap(({ name, style, found }) => {
    const ending = style.end === '' ? undefined : lower.get(name.toLowerCase());
    const indexes = [...found.keys()];
    const last = indexes.reduce((a, b) => Math.max(a, b), 0);
    // a number that leaves most of the set out is the name of something else
    if (last - style.first + 1 > 2 * found.size + missingLimit) return [];
    const between: string[] = [];
    const missing: string[] = [];
    const sample = found.get(last) ?? '';
    for (let i = style.first; i <= last; i++) {
      const part = found.get(i);
      if (part === undefined) missing.push(style.nameOf(name, i, sample));
      else between.push(part);
    }
    if (style.end !== '' && ending === undefined) missing.push(name);
    const whole = ending === undefined ? [] : [ending];
    const parts = style.end === 'first' ? [...whole, ...between] : [...between, ...whole];
    return parts.length > 1 || missing.length > 0 ? [{ name, parts, missing }] : [];
  });
}

/** Missing parts that are named at all. */
const missingLimit = 100;

interface Style {
  pattern: RegExp;
  /** Number of the first part. */
  first: number;
  /** Where the part that bears the name of the whole stands; '' where there is none. */
  end: '' | 'first' | 'last';
  whole(stem: string): string;
  indexOf(digits: string): number;
  nameOf(whole: string, index: number, sample: string): string;
}

const styles: readonly Style[] = [
  // x.part1.rar, x.part2.rar …
  {
    pattern: /^(.+)\.part(\d{1,5})\.rar$/iu,
    first: 1,
    end: '',
    whole: (stem) => `${stem}.rar`,
    indexOf: Number,
    nameOf: (_whole, index, sample) =>
      sample.replace(
        /(\d+)(\.rar)$/iu,
        (_, digits: string, rar: string) => String(index).padStart(digits.length, '0') + rar,
      ),
  },
  // x.zip.001, x.7z.001, x.sql.gz.001 …
  {
    pattern: /^(.+\.[^.]*[^.\d][^.]*)\.(\d{3,5})$/u,
    first: 1,
    end: '',
    whole: (stem) => stem,
    indexOf: Number,
    nameOf: (_whole, index, sample) =>
      sample.replace(/\d+$/u, (digits) => String(index).padStart(digits.length, '0')),
  },
  // x.z01, x.z02 … x.zip
  {
    pattern: /^(.+)\.z(\d{2,5})$/iu,
    first: 1,
    end: 'last',
    whole: (stem) => `${stem}.zip`,
    indexOf: Number,
    nameOf: (_whole, index, sample) =>
      sample.replace(/\d+$/u, (digits) => String(index).padStart(digits.length, '0')),
  },
  // x.rar, x.r00 … x.r99, x.s00 …
  {
    pattern: /^(.+)\.([r-z]\d{2})$/iu,
    first: 0,
    end: 'first',
    whole: (stem) => `${stem}.rar`,
    indexOf: (digits) => (digits.charCodeAt(0) - 0x72) * 100 + Number(digits.slice(1)),
    nameOf: (_whole, index, sample) =>
      sample.slice(0, -3) +
      String.fromCharCode(0x72 + Math.floor(index / 100)) +
      String(index % 100).padStart(2, '0'),
  },
];
