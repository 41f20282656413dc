// Cells that a plan keeps because of what they hold: whether they hold it. In: a cell as the file writes it. Out: yes or no.
// Asked of every such cell of a source: of nearly all of them it looks at the bytes once.

/** In the place of a number under which cells are listed: not listed, and nothing but numbers, dates, or what can be read. */
export const kept = { anything: -1, numbers: -2, dates: -3, readable: -4 } as const;

export function isAsKept(sort: number, bytes: Uint8Array, start: number, end: number): boolean {
  const plain = sort === kept.numbers ? ofNumbers : ofDates;
  for (let at = start; at < end; at++)
    if (plain[bytes[at]!] === 0) return end - start <= longest && isSpelled(sort, bytes, start, end);
  return true;
}

/** With all that a format writes around a value. */
const longest = 160;

const ofNumbers = tableOf(`0123456789+-.,'" \t\r\n`);
const ofDates = tableOf(`0123456789+-.,:/TZ'" \t\r\n`);

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from(characters)) table[byte] = 1;
  return table;
}

/** NULL, and numbers and dates as SQL, JSON of MongoDB and people spell them. */
function isSpelled(sort: number, bytes: Uint8Array, start: number, end: number): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
  const words = sort === kept.numbers ? numberWords : dateWords;
  const runs = text.replace(/\b0x[\da-f]+\b/iu, '').match(/[^\d\s'"+.,:/()\\{}$%€£*-]+/gu) ?? [];
  return runs.every((run) => words.has(run.toLowerCase()));
}

const sqlWords = 'null nan none default n as cast convert e';
const numberWords = wordsOf(
  `${sqlWords} true false t f numeric decimal int integer bigint float double money numberlong numberint numberdecimal numberdouble`,
);
const dateWords =
  wordsOf(`${sqlWords} to_date to_timestamp timestamptz timestamp datetime datetimeoffset smalldatetime date time
  current_timestamp current_date now getdate sysdate iso isodate numberlong with without zone infinity utc gmt am pm t z
  y yy yyyy rr m mm mon month mi d dd hh h ss ff tzh tzm
  tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec
  january february march april june july august september october november december`);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}
