// What one word of a text tells of names: that it is a real one's, that it is a common first name, that a name follows.
// In: bytes of a word, any case, with or without accents. Out: signs, added up. What was asked of a word is kept in a
// table of bounded size, so that common words cost one look.

import {
  commonGivenNames,
  foldText,
  honorifics,
  isGivenName,
  organisationWords,
  paperWords,
  particles,
} from '../../recognise/index.ts';
import type { RealValues } from '../survivors/real-values.ts';

export const nameSigns = {
  /** A real first name, a real last name, a real user name in one word. */
  first: 1,
  last: 2,
  word: 4,
  /** In the list of common first names. */
  given: 8,
  /** A name follows in capitals: `Mme`, `Herr`. */
  title: 16,
  /** A first name may follow: `Bonjour`, `Dear`. */
  greeting: 32,
  /** First and last name follow: `je m’appelle`, `soussigné`. */
  introduction: 64,
  /** Speaks of firms or papers, or stands between words: no name unless it is a real one. */
  other: 128,
} as const;

/** A letter ends here, and a name may stand on the next line; no word is both of these otherwise. */
export const closingSigns = nameSigns.greeting | nameSigns.introduction;

/** A sign of a name that somebody of the source has. */
export const realName = nameSigns.first | nameSigns.last;

export type SignsOf = (bytes: Uint8Array, start: number, end: number) => number;

const longestKept = 23;
const entries = 1 << 14;
const entryBytes = 32;
const shortestUserName = 5;
const longestWord = 64;

const greetings = new Set(
  'bonjour bonsoir salut cher chere chers cheres hello hi hey dear hallo liebe lieber hola ciao caro cara querido querida'.split(
    ' ',
  ),
);
const introductions = new Set('appelle soussigne soussignee heisse llamo chiamo'.split(' '));
const closings = new Set('cordialement salutations sincerely regards grusse gruße saludos'.split(' '));
/** Little words that begin sentences: real as last names too, seldom meant as one. */
const littleWords = new Set(
  `je tu il elle on nous vous ils elles ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs un une
  les des du de la le et ou mais donc or ni car si non oui que qui quoi dont pour par sur sous dans avec sans chez vers entre
  depuis pendant apres avant plus tres bien tout tous toute toutes suite fait ayant etant
  suis est sont ai as avons avez ont the this that these those my your his her its our their we you he she it they and or but
  if in on at to from by for with as an is are was were be been have has had not no yes please thank thanks best kind regards
  ich du er sie es wir ihr der die das ein eine und oder aber wenn mit von zu bei nach aus fur auf im am ist sind war nicht ja
  nein bitte danke mein dein sein unser hiermit el los las y con por para del`.split(/\s+/),
);

/** All words that tell something by the lists alone. */
export function listedWords(): Iterable<string> {
  return [...honorifics, ...greetings, ...introductions, ...closings, ...commonGivenNames()];
}

export function createNameSigns(real: RealValues): SignsOf {
  const table = new Uint8Array(entries * entryBytes);
  return (bytes, start, end) => {
    const length = end - start;
    if (length > longestKept) return length > longestWord ? 0 : ask(real, bytes, start, end);
    let hash = 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x0100_0193);
    const entry = ((hash ^ (hash >>> 15)) & (entries - 1)) * entryBytes;
    // where an entry begins with 0 no word has been put yet
    if (table[entry] === length) {
      let index = 0;
      while (index < length && table[entry + 2 + index] === bytes[start + index]) index++;
      if (index === length) return table[entry + 1]!;
    }
    const signs = ask(real, bytes, start, end);
    table[entry] = length;
    table[entry + 1] = signs;
    for (let index = 0; index < length; index++) table[entry + 2 + index] = bytes[start + index]!;
    return signs;
  };
}

function ask(real: RealValues, bytes: Uint8Array, start: number, end: number): number {
  const folded = foldText(new TextDecoder().decode(bytes.subarray(start, end)));
  if (closings.has(folded)) return closingSigns | nameSigns.other;
  let signs = 0;
  if (honorifics.has(folded)) signs |= nameSigns.title;
  if (greetings.has(folded)) signs |= nameSigns.greeting;
  if (introductions.has(folded)) signs |= nameSigns.introduction;
  if (littleWords.has(folded) || particles.has(folded)) return signs | nameSigns.other;
  if (paperWords.has(folded) || organisationWords.has(folded)) signs |= nameSigns.other;
  if (isGivenName(folded)) signs |= nameSigns.given;
  if (real.count === 0) return signs;
  if (real.has('firstName', bytes, start, end)) signs |= nameSigns.first;
  if (real.has('lastName', bytes, start, end)) signs |= nameSigns.last;
  const isUserName =
    end - start >= shortestUserName &&
    (real.has('plainWord', bytes, start, end) || real.has('word', bytes, start, end));
  if (isUserName) signs |= nameSigns.word;
  return signs;
}
