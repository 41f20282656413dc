// The text of a table definition as words, names, strings and signs; space and comments are left out.
// In: one statement. Out: its tokens, in one pass that costs the same for hostile text as for any other.

export interface Token {
  text: string;
  kind: 'word' | 'name' | 'string' | 'sign';
}

const space = /\s+/y;
const lineComment = /(?:#|--)[^\n]*/y;
/** Markers of executable comments, whose content is read. */
const marker = /\/\*M?!\d*|\*\//y;
const word = /[\w$\u0080-\uffff]+/y;

const closers: Record<string, string> = { '`': '`', '"': '"', "'": "'", '[': ']' };

export function tokenizeDefinition(text: string, escapes: boolean): Token[] {
  const tokens: Token[] = [];
  let p = 0;
  while (p < text.length) {
    const close = closers[text[p]!];
    let end = matchAt(space, text, p) || matchAt(lineComment, text, p) || matchAt(marker, text, p);
    if (end === 0 && text.startsWith('/*', p)) end = endOr(text, text.indexOf('*/', p + 2), 2);
    if (end === 0 && close !== undefined) {
      end = quotedEnd(text, p, close, escapes && (close === "'" || close === '"'));
      const content = text.slice(p + 1, end - 1);
      if (close === "'") tokens.push({ text: content, kind: 'string' });
      else tokens.push({ text: content.replaceAll(close + close, close), kind: 'name' });
    } else if (end === 0) {
      end = matchAt(word, text, p);
      tokens.push(end > 0 ? { text: text.slice(p, end), kind: 'word' } : { text: text[p]!, kind: 'sign' });
    }
    p = end || p + 1;
  }
  return tokens;
}

/** Where the match at `p` ends; 0 where there is none. */
function matchAt(pattern: RegExp, text: string, p: number): number {
  pattern.lastIndex = p;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** One past the quote that closes the one at `p`, doubled ones aside; the end of the text where none does. */
function quotedEnd(text: string, p: number, close: string, escapes: boolean): number {
  for (let i = p + 1; i < text.length; i++) {
    if (text[i] === '\\' && escapes) i++;
    else if (text[i] === close && text[i + 1] === close && close !== ']') i++;
    else if (text[i] === close) return i + 1;
  }
  return text.length;
}

function endOr(text: string, found: number, length: number): number {
  return found < 0 ? text.length : found + length;
}
