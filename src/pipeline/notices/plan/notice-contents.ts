// What notices are about, each different content once: people with the same language, controller and losses share one
// text. In: what is known of a person. Out: the number of a content, and in the end all contents with their people.

import type { NoticeAudience, NoticeContent, NoticeKind } from '../../../notify/index.ts';
import { hasTellingKinds } from '../../../report/index.ts';
import type { LostClass } from '../../../store/index.ts';

export interface ContentOf {
  kind: NoticeKind;
  controller: string | null;
  language: string;
  audience: NoticeAudience;
  relation: NoticeContent['relation'];
  classes: readonly LostClass[];
  /** Names of classes that he was told of before. */
  before: readonly string[];
}

export interface NoticeContents {
  /** Counts one more whom it is for. */
  numberOf(about: ContentOf): number;
  contents: readonly NoticeContent[];
  /** By content. */
  people: readonly number[];
}

/** What people fear for first: of these a notice also says that they are not in the files. */
const askedFor: ReadonlySet<string> = new Set([
  'Bank account numbers',
  'Credit cards',
  'Dates of birth',
  "Driver's licenses",
  'Government issued IDs',
  'Passport numbers',
  'Passwords',
  'Personal health data',
  'Phone numbers',
  'Physical addresses',
  'Social security numbers',
]);

/** `held`: classes that the files hold of anybody. */
export function createContents(held: ReadonlySet<string>): NoticeContents {
  const contents: NoticeContent[] = [];
  const people: number[] = [];
  const known = new Map<string, number>();
  const asked = [...askedFor].filter((name) => held.has(name)).toSorted();
  const classesOf = new Map<readonly LostClass[], string>();
  return {
    contents,
    people,
    numberOf(about) {
      let classes = classesOf.get(about.classes);
      if (classes === undefined)
        classesOf.set(about.classes, (classes = JSON.stringify(about.classes.map(toldClass))));
      const { kind, controller, language, audience, relation } = about;
      const before = about.before.toSorted();
      const key = JSON.stringify([kind, controller, language, audience, relation, classes, before]);
      let number = known.get(key);
      if (number === undefined) {
        const lost = JSON.parse(classes) as NoticeContent['classes'];
        const his = new Set([...lost.map((entry) => entry.class), ...before]);
        const notLost = asked.filter((name) => !his.has(name));
        number =
          contents.push({
            kind,
            controller,
            language,
            audience,
            relation,
            classes: lost,
            notLost,
            before,
          }) - 1;
        known.set(key, number);
      }
      people[number] = (people[number] ?? 0) + 1;
      return number;
    },
  };
}

/** Of other classes the kind tells nobody anything: who has a first name of himself in the files has lost his name. */
export function toldClass({ class: name, kinds }: LostClass): LostClass {
  return { class: name, kinds: hasTellingKinds(name) ? kinds : [] };
}
