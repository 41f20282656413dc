// One pass of the compiled scan over a text: the words of it that may be names, and what is real beyond doubt, by the same
// search that proves that nothing is left. In: a span. Out: words, each with what it tells, and finds, in lists that the
// next text overwrites. Linear.

import { hashWord, loadWordScan, wordPlace, wordScanLayout } from '../../kernel/index.ts';
import { foldText, particles } from '../../recognise/index.ts';
import type { Masking } from '../masking.ts';
import { fewestDigits, wordFlag } from '../survivors/hints.ts';
import { openRealValues, OpenRealValues } from '../survivors/open-real-values.ts';
import { createWordScan, prepareScan } from '../survivors/search/word-scan.ts';
import { Finds } from './finds.ts';
import { closingSigns, listedWords, nameSigns, type SignsOf } from './name-signs.ts';
import { isBigAt, nextWord } from './next-word.ts';
import { realMethod } from './real-method.ts';
import { signatureLine } from './signature-line.ts';
import { smallLetters } from './name-gap.ts';

export interface TextWords {
  count: number;
  starts: number[];
  ends: number[];
  /** `nameSigns`, added up. */
  names: number[];
  /** It begins with a capital. */
  isBig: boolean[];
}

export interface TextScan {
  readonly words: TextWords;
  /** What is real; names among it may be in `words` too. */
  readonly real: Finds;
  scan(bytes: Uint8Array, start: number, end: number): void;
}

/** A word of our own lists, in a table of our own beside the flags of real ones. */
const listedFlag = 128;
const told = listedFlag | wordFlag.name | wordFlag.firstName | wordFlag.lastName | wordFlag.plainWord;
/** After one of these an unknown word in capitals is a name. */
const leading = nameSigns.first | nameSigns.given | nameSigns.title | nameSigns.introduction;
const listed = leading | nameSigns.last | nameSigns.word | nameSigns.greeting;

export function createTextScan({ real: values, keys }: Masking, signsOf: SignsOf): TextScan {
  const open = values instanceof OpenRealValues ? values : openRealValues(null, keys);
  const code = loadWordScan();
  prepareScan(code, open);
  addListed(code.bytes, open.hints.seed);
  code.setWordScan(open.hints.seed, fewestDigits(open.hints), told);
  const words: TextWords = { count: 0, starts: [], ends: [], names: [], isBig: [] };
  const real = new Finds();
  let read: Uint8Array = new Uint8Array(0);
  let readEnd = 0;
  let lead = -1;

  const wordScan = createWordScan(open, code, {
    report: (sort, start, end) => real.add(start, end, realMethod(sort, read, start, end)),
    // both are done before, with what they hold put where it stood
    unescape: () => {},
    unpack: () => {},
    word,
  });

  return {
    words,
    real,
    scan(bytes, start, end) {
      read = bytes;
      readEnd = end;
      words.count = 0;
      real.clear();
      lead = -1;
      wordScan.scan(bytes, start, end);
      if (lead >= 0) follow(readEnd);
    },
  };

  function word(start: number, end: number): void {
    if (lead >= 0) follow(start);
    const names = signsOf(read, start, end);
    const isLed = lead === start;
    lead = -1;
    if (isLed && isParticle(start, end)) {
      lead = nextWord.start(read, end, readEnd);
      return;
    }
    if ((names & listed) === 0 && !(isLed && (names & nameSigns.other) === 0 && isBigAt(read, start))) return;
    push(start, end, names);
    if ((names & closingSigns) === closingSigns) lead = signatureLine(read, end, readEnd);
    else if ((names & leading) !== 0 || isLed) lead = nextWord.start(read, end, readEnd);
  }

  /** The words behind a title or a first name that no table knows; up to `before`, from where on words are told. */
  function follow(before: number): void {
    while (lead >= 0 && lead < before) {
      const end = nextWord.end(read, lead, readEnd);
      if (!isBigAt(read, lead) || end === lead) {
        lead = -1;
        return;
      }
      const names = signsOf(read, lead, end);
      if (!isParticle(lead, end)) {
        if ((names & nameSigns.other) !== 0) {
          lead = -1;
          return;
        }
        push(lead, end, names);
      }
      lead = nextWord.start(read, end, readEnd);
    }
  }

  /** `Le` of `Anne Le Goaziou`. */
  function isParticle(start: number, end: number): boolean {
    return end - start <= longestParticle && particles.has(smallLetters(read, start, end));
  }

  function push(start: number, end: number, names: number): void {
    const at = words.count++;
    words.starts[at] = start;
    words.ends[at] = end;
    words.names[at] = names;
    words.isBig[at] = isBigAt(read, start);
  }
}

const longestParticle = 3;

function addListed(memory: Uint8Array, seed: number): void {
  for (const word of listedWords()) {
    const bytes = Buffer.from(foldText(word));
    memory[wordScanLayout.flagsAt + wordPlace(hashWord(seed, bytes, 0, bytes.length))]! |= listedFlag;
  }
}
