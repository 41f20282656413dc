// Words around names that name nobody: `de`, `von`, `d’`, `Mme`, `Dr`. In: a folded word. Out: whether it is one.

const particles =
  words(`de du des d la le les l von van vom der den dem zu zum zur ter ten te di da del della dello dei degli
  delle do dos das e y i et und und al el bin ibn bint mac mc o st ste san santa af av`);

const titles =
  words(`m mr mrs ms mx mme mlle mm miss madame monsieur mademoiselle mister sir lady dr doctor docteur prof
  professor professeur me maitre herr frau dipl ing mag sr sra srta senor senora don dona sig signor signora dott dottoressa jr
  sen junior senior ii iii iv`);

const longest = 12;

/** `de la`, `von`: part of a name that many bear. */
export function isParticle(folded: Uint8Array, end: number): boolean {
  return isOneOf(particles, folded, end);
}

/** `Mme`, `Dr`. */
export function isTitle(folded: Uint8Array, end: number): boolean {
  return isOneOf(titles, folded, end);
}

/** By hash, so that a word costs no string. */
type WordSet = ReadonlyMap<number, readonly string[]>;

function words(text: string): WordSet {
  const set = new Map<number, string[]>();
  for (const word of text.split(/\s+/)) {
    const bytes = Buffer.from(word);
    const hash = hashOf(bytes, bytes.length);
    set.set(hash, [...(set.get(hash) ?? []), word]);
  }
  return set;
}

function isOneOf(set: WordSet, folded: Uint8Array, end: number): boolean {
  const found = end > longest ? undefined : set.get(hashOf(folded, end));
  return found?.includes(String.fromCharCode(...folded.subarray(0, end))) === true;
}

function hashOf(bytes: Uint8Array, end: number): number {
  let hash = end;
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x0100_0193);
  return hash >>> 2;
}
