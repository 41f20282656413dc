// How somebody is addressed, from what rows say of his name. In: first and last names as they are written. Out: one name,
// first names first, in the capitals in which people write themselves; null where none is known.

/** A longer one is no name. */
const longest = 80;

const hasCapitalsOnly = /^(?=.*\p{Lu}{2})[^\p{Ll}]*$/u;
const hasSmallOnly = /^(?=.*\p{Ll})[^\p{Lu}]*$/u;

/** Small words within names keep their small letter. */
const particles = new Set('de du des la le les van von der den ter zu da di do dos del y et'.split(' '));

export function addressedName(first: string, last: string, full: string): string | null {
  const parts = first !== '' && last !== '' ? [first, last] : [full === '' ? first || last : full];
  const name = parts
    .map((part) => capitalised(cleaned(part)))
    .join(' ')
    .trim();
  return name === '' || name.length > longest || !/\p{L}/u.test(name) || /[@\d]|:\/\//u.test(name)
    ? null
    : name;
}

function cleaned(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  // as directories sort it
  const [last, first, ...others] = plain.split(',').map((part) => part.trim());
  return first !== undefined && others.length === 0 && first !== '' ? `${first} ${last}` : plain;
}

/** What is written in capitals or in small letters throughout was not written so by its owner. */
function capitalised(name: string): string {
  if (!hasCapitalsOnly.test(name) && !hasSmallOnly.test(name)) return name;
  return name
    .toLowerCase()
    .replaceAll(/[\p{L}\p{M}]+/gu, (word, at: number, all: string) =>
      at > 0 && all[at - 1] === ' ' && particles.has(word)
        ? word
        : word.charAt(0).toUpperCase() + word.slice(1),
    );
}
