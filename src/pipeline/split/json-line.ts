// The line of a text at which it stops being JSON: the engine does not always tell, and quotes what it read. In: a text
// that is not JSON. Out: a number of a line, from 1. By hand, for a pattern fails at texts of millions of characters.

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

export function lineOfFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = afterSpace(text, text.startsWith('\uFEFF') ? 1 : 0);
  while (at < text.length) {
    const end = endOfToken(text, at);
    const next: Expected | null = end === null ? null : follow(expected, text[at]!, open);
    if (next === null) break;
    expected = next;
    at = afterSpace(text, end!);
  }
  return lineAt(text, at);
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
  return at;
}

/** Past the token that begins at `at`, or null where none does. */
function endOfToken(text: string, at: number): number | null {
  const first = text[at]!;
  if ('{}[]:,'.includes(first)) return at + 1;
  if (first === '"') return endOfText(text, at);
  let end = at;
  while (end < text.length && end - at <= longestWord && !' \t\r\n{}[]:,"'.includes(text[end]!)) end++;
  return word.test(text.slice(at, end)) ? end : null;
}

/** Of a number: longer ones may be JSON, but are no value of a rule. */
const longestWord = 1000;
const word = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/u;

function endOfText(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) return at + 1;
    if (sign < space) return null;
    if (sign !== backslash) continue;
    at++;
    if (text[at] === 'u') {
      if (!/^[\da-fA-F]{4}$/u.test(text.slice(at + 1, at + 5))) return null;
      at += 4;
    } else if (at >= text.length || !'"\\/bfnrt'.includes(text[at]!)) return null;
  }
  return null;
}

const [quote, backslash, space] = [0x22, 0x5c, 0x20];

/** What comes after a token of this first sign, or null where it does not belong there. */
function follow(expected: Expected, first: string, open: ('{' | '[')[]): Expected | null {
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  const mayEnd = expected.endsWith('or end');
  if (first === '}' || first === ']') {
    if (!mayEnd || open.pop() !== (first === '}' ? '{' : '[')) return null;
    return after();
  }
  if (first === ',') return expected !== 'comma or end' ? null : open.at(-1) === '{' ? 'key' : 'value';
  if (first === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key' || expected === 'key or end') return first === '"' ? 'colon' : null;
  if (expected !== 'value' && expected !== 'value or end') return null;
  if (first !== '{' && first !== '[') return after();
  open.push(first);
  return first === '{' ? 'key or end' : 'value or end';
}
