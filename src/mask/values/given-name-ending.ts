// Which sex a given name that no list has sounds of, by its ending. In: a folded name. Out: a sex, or undefined where names of
// women and men end so. The first ending that fits tells.

type Sex = 'female' | 'male';

const endings: readonly (readonly [Sex | undefined, string])[] = [
  ['male', 'llah ddine rdine'],
  ['female', 'a ah ee ie elle enne ette aine eine oise anne onne ine yne ene ise yse isse ille lyn leen'],
  // `Nawel` and `Joël`, `Karen` and `Julien`, `Meryam` and `Adam`
  [undefined, 'el en yn am em om an iz is'],
  ['male', 'b c d f g h j k l m n o p q r s t u v w x z'],
];
const rules = endings.flatMap(([sex, all]) =>
  all.split(' ').map((ending) => ({ sex, ending: Buffer.from(ending) })),
);

export function givenNameSex(folded: Uint8Array, end: number): Sex | undefined {
  const name = Buffer.from(folded.buffer, folded.byteOffset, end);
  for (const { sex, ending } of rules)
    if (end > ending.length && name.subarray(end - ending.length).equals(ending)) return sex;
  return undefined;
}
