// The line of a text at which it stops being JSON: the engine does not always tell, and quotes what it read. In: a text
// that is not JSON. Out: a number of a line, from 1.

const token =
  /[\s]*(?:(?<mark>[{}[\]:,])|(?<text>"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/uy;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

export function lineOfFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const groups = token.exec(text)?.groups;
    const next: Expected | null | undefined =
      groups && follow(expected, groups['mark'], groups['text'] !== undefined, open);
    if (!next) break;
    expected = next;
    at = token.lastIndex;
  }
  const fault = at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);
  return text.slice(0, fault).split('\n').length;
}

/** What comes after a token, or null where it does not belong there. */
function follow(
  expected: Expected,
  mark: string | undefined,
  isText: boolean,
  open: ('{' | '[')[],
): Expected | null {
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  const mayEnd = expected.endsWith('or end');
  if (mark === '}' || mark === ']') {
    if (!mayEnd || open.pop() !== (mark === '}' ? '{' : '[')) return null;
    return after();
  }
  if (mark === ',') return expected !== 'comma or end' ? null : open.at(-1) === '{' ? 'key' : 'value';
  if (mark === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key' || expected === 'key or end') return isText ? 'colon' : null;
  if (expected !== 'value' && expected !== 'value or end') return null;
  if (mark !== '{' && mark !== '[') return after();
  open.push(mark);
  return mark === '{' ? 'key or end' : 'value or end';
}
