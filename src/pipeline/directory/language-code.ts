// The language that a directory gives for a row, as a code. In: what stands there: `fr`, `FR-be`, `français`, `French`.
// Out: a code of BCP 47 in its short form, '' where none is understood. The same few texts come again and again.

const names: Record<string, string> = {
  fr: 'francais french franzosisch fra fre frances francese frans',
  en: 'english anglais englisch eng ingles inglese engels',
  de: 'deutsch german allemand deu ger aleman tedesco duits',
  es: 'espanol spanish espagnol spa esp spanisch spagnolo',
  it: 'italiano italian italien ita italienisch',
  pt: 'portugues portuguese portugais por portugiesisch',
  nl: 'nederlands dutch neerlandais niederlandisch nld dut',
  pl: 'polski polish polonais pol polnisch',
  ro: 'romana romanian roumain ron rum',
  ar: 'arabic arabe ara arabisch',
  tr: 'turkce turkish turc tur turkisch',
  uk: 'ukrainian ukrainien ukr ukrainisch',
  ru: 'russian russe rus russisch',
  zh: 'chinese chinois zho chi chinesisch',
};

const codeOfName = new Map(
  Object.entries(names).flatMap(([code, list]) => list.split(' ').map((name) => [name, code] as const)),
);

export function languageCode(text: string): string {
  const plain = text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const named = codeOfName.get(plain);
  if (named !== undefined) return named;
  const code = /^([a-z]{2})(?:[-_][a-z0-9_-]{1,10})?$/u.exec(plain);
  return code?.[1] ?? '';
}
