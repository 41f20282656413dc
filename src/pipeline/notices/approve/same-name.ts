// Whether two names are of one person, as far as their letters tell. In: two names. Out: the same or not, whatever their
// case, marks, spaces, punctuation and order, and whichever Greek or Cyrillic letters stand for Latin ones that look like them.

type LookAlikes = ReadonlyMap<string, string>;

/** By their capitals, so that a name in capitals and in small letters stay the same. */
const small = lookAlikes([
  ['αβεζηικμνορτυχ', 'abezhikmnoptyx'],
  ['авекмнорстухѕіјԁһԛԝѵүӏ', 'abekmhopctyxsijdhqwvyl'],
  ['łøđħŧ', 'lodht'],
]);

/** As each of them looks: a small ν is no n but a v. */
const shapes = lookAlikes([
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγηικνορτυχω', 'ABEZHIKMNOPTYXaynikvoptuxw'],
  ['АВЕКМНОРСТУХЅІЈԌԚԜѴҮӀ', 'ABEKMHOPCTYXSIJGQWVYI'],
  ['авекмнорстухѕіјԁһԛԝѵүӏгп', 'abekmhopctyxsijdhqwvylrn'],
  ['łøđħŧŁØĐĦŦ', 'lodhtLODHT'],
]);

export function sameName(a: string, b: string): boolean {
  const forms = [
    (text: string) => mapped(inSmall(lettersOf(text)), small),
    (text: string) => inSmall(mapped(lettersOf(text), shapes)),
  ];
  return forms.some((form) => form(a) === form(b) || inOrder(a, form) === inOrder(b, form));
}

/** Last names may come first. */
function inOrder(name: string, form: (text: string) => string): string {
  return name
    .split(/[\s,;]+/u)
    .map(form)
    .toSorted()
    .join('');
}

/** A name without any is that of nobody. */
export function hasLetters(name: string): boolean {
  return lettersOf(name) !== '';
}

/** Letters and digits alone; none that is not seen, or stands for an apostrophe. */
function lettersOf(name: string): string {
  return name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]|\p{Lm}|\p{Default_Ignorable_Code_Point}/gu, '');
}

/** By way of capitals: ß and SS are one, and so are ı and I. */
function inSmall(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function mapped(text: string, alike: LookAlikes): string {
  return Array.from(text, (letter) => alike.get(letter) ?? letter).join('');
}

function lookAlikes(alphabets: readonly (readonly [from: string, to: string])[]): LookAlikes {
  return new Map(
    alphabets.flatMap(([from, to]) => Array.from(from, (letter, i): [string, string] => [letter, to[i]!])),
  );
}
