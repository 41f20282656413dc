// Passes over one JSON value in the head of a file. In: text, a character a byte, and where the value begins.
// Out: one past it, or how it failed. Stricter than the reader where code and configuration look like JSON.

/** The text ends within the value. */
export const CUT = -1;
export const BAD = -2;

const word = /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity|undefined)(?![\w.])/uy;
const call =
  /[A-Z]\w{2,12}\(\s?(?:"[^"\n]{0,4096}"|-?\d{1,20})?(?:\s?,\s?(?:"[^"\n]{0,4096}"|\d{1,20}))?\s?\)/uy;
const key = /"(?:[^"\\\n]|\\.){0,2048}"\s*:/uy;

export function passValue(text: string, from: number): number {
  const open: string[] = [];
  let p = from;
  for (;;) {
    if (p >= text.length) return CUT;
    const sign = text[p]!;
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']');
      p = passBlank(text, p + 1);
      if (text[p] !== open.at(-1)) {
        if (sign === '[') continue;
        p = passKey(text, p);
        if (p < 0) return p;
        continue;
      }
    } else {
      p = passScalar(text, p);
      if (p < 0) return p;
    }
    // after a value: what closes, then what follows
    for (;;) {
      if (open.length === 0) return p;
      p = passSpace(text, p);
      if (p >= text.length) return CUT;
      if (text[p] === open.at(-1)) {
        open.pop();
        p++;
        if (open.length === 0) return p;
        continue;
      }
      if (text[p] !== ',') return BAD;
      p = passSpace(text, p + 1);
      if (text[p] === open.at(-1)) continue;
      if (open.at(-1) === '}') p = passKey(text, p);
      if (p < 0) return p;
      break;
    }
  }
}

function passKey(text: string, from: number): number {
  key.lastIndex = from;
  if (key.test(text)) return passSpace(text, key.lastIndex);
  const isCut = from >= text.length || (text[from] === '"' && !/["\n]/u.test(text.slice(from + 1)));
  return isCut || /^"(?:[^"\\\n]|\\.)*"\s*$/u.test(text.slice(from, from + 4096)) ? CUT : BAD;
}

function passScalar(text: string, from: number): number {
  if (text[from] === '"') {
    for (let p = from + 1; p < text.length; p++) {
      if (text[p] === '"') return p + 1;
      if (text[p] === '\n') return BAD;
      if (text[p] === '\\') p++;
    }
    return CUT;
  }
  for (const pattern of [word, call]) {
    pattern.lastIndex = from;
    if (pattern.test(text)) return pattern.lastIndex >= text.length ? CUT : pattern.lastIndex;
  }
  return text.length - from < longestBare && /^[\w.+(-]*$/u.test(text.slice(from)) ? CUT : BAD;
}

/** A number or call that the text may end in. */
const longestBare = 64;

function passSpace(text: string, from: number): number {
  let p = from;
  while (text[p] === ' ' || text[p] === '\n' || text[p] === '\r' || text[p] === '\t') p++;
  return p;
}

/** Space, marks of text sequences, and comments, with which some exports begin. */
export function passBlank(text: string, from: number): number {
  let p = from;
  for (;;) {
    p = passSpace(text, p);
    if (text[p] === '\u001e') p++;
    else if (text.startsWith('//', p)) p = endOf(text, '\n', p);
    else if (text.startsWith('/*', p)) p = endOf(text, '*/', p);
    else return p;
  }
}

function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}
