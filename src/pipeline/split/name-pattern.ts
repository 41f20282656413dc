// Names as rules write them: exact, or with `*` for any letters and `?` for one, without regard to capitals.
// Linear in the length of the name times that of the pattern: a rule is somebody's input too.

export type NameTest = (name: string) => boolean;

export function namePattern(pattern: string): NameTest {
  const wanted = pattern.toLowerCase();
  if (!/[*?]/u.test(wanted)) return (name) => name.toLowerCase() === wanted;
  return (name) => fits(name.toLowerCase(), wanted);
}

/** A path fits as a whole, or from one of its folders on. */
export function pathPattern(pattern: string): NameTest {
  const wanted = pattern.toLowerCase().replaceAll('\\', '/');
  const test = namePattern(wanted);
  return (path) => {
    const whole = path.replaceAll('\\', '/');
    if (test(whole)) return true;
    for (let at = whole.indexOf('/'); at >= 0; at = whole.indexOf('/', at + 1))
      if (test(whole.slice(at + 1))) return true;
    return false;
  };
}

/** Goes back to the last `*` only: the earlier ones cannot do better. */
function fits(name: string, pattern: string): boolean {
  let at = 0;
  let p = 0;
  let star = -1;
  let mark = 0;
  while (at < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      mark = at;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[at])) {
      p++;
      at++;
    } else if (star >= 0) {
      p = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
