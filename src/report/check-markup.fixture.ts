/*
 * A strict reader of the pages this folder writes, for its tests. In: a page. Out: the names of its tags
 * and attributes; it throws at anything that is not a tag we write, in its place and closed in order.
 */

const empty = new Set(['meta', 'br', 'wbr', 'rect', 'circle', 'path']);
const allowed = new Set(
  'html head meta title style body main header footer section h1 h2 p div span dl dt dd table caption thead tbody tr th td code br wbr figure figcaption svg desc g rect path circle text'.split(
    ' ',
  ),
);

/* Every `<` of the page must begin a tag we write, and every tag must be closed in its order. */
export function checkMarkup(page: string): { tags: string[]; attributes: Set<string> } {
  const tags: string[] = [];
  const open: string[] = [];
  const attributes = new Set<string>();
  const body = page.replace(/<style>[^<]*<\/style>/, '').replace('<!doctype html>', '');
  const tag = /^<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>/;
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
    const found = tag.exec(body.slice(at, at + 12_000));
    if (found === null) throw new Error(`not a tag of ours: ${body.slice(at, at + 60)}`);
    const [, closing, name = '', list = ''] = found;
    if (!allowed.has(name)) throw new Error(`a tag we never write: ${name}`);
    for (const [, attribute = ''] of list.matchAll(/([a-zA-Z-]+)="/g)) attributes.add(attribute);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`closed out of order: ${name}`);
    } else {
      tags.push(name);
      if (!empty.has(name)) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return { tags, attributes };
}

export const harmlessAttributes = new Set(
  'lang charset http-equiv content name class scope role aria-label aria-labelledby id viewBox preserveAspectRatio x y width height rx cx cy r d text-anchor'.split(
    ' ',
  ),
);
