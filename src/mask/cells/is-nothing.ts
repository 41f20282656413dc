// What a cell holds that holds nothing of anybody, as formats write it: NULL, an empty text, DEFAULT, TRUE. In: the cell as it
// is in the file. It is asked before such a cell is left as it is, so only what is surely nothing is.

/** Longer ones are something. */
const longest = 96;

const nothing =
  /^(?:[\s'"`]*|(?:\\N|null|none|nan|undefined|default|true|false|\[\s*\]|\{\s*\})|["'](?:null|\\N)["']|(?:_\w+\s*|n|e|x|b)?(?:''|"")|(?:try_)?(?:cast|convert)\s*\(\s*(?:n?''|null)\s+as\s+[\w\s(),]+\)|(?:n?''|null)::[\w\s."[\](),]+)$/iu;

export function isNothing(bytes: Uint8Array, length: number): boolean {
  if (length > longest) return isBlank(bytes, length);
  return nothing.test(textOf(bytes, length).trim());
}

/** Padding of a fixed width. */
function isBlank(bytes: Uint8Array, length: number): boolean {
  for (let p = 0; p < length; p++) if (bytes[p]! > 0x20) return false;
  return true;
}

/** Whether a cell is a word that stands for no value of its own. Asked of every cell: of most, it looks at one byte. */
export function isKeyword(bytes: Uint8Array, length: number): boolean {
  if (length < 4 || length > 7) return false;
  const first = bytes[0]! | 0x20;
  return (first === 0x64 || first === 0x74 || first === 0x66) && keyword.test(textOf(bytes, length));
}

const keyword = /^(?:default|true|false)$/iu;

function textOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
}
