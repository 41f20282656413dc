// What notices are about, each different content once: people with the same language, controller and losses share one
// text. In: what is known of a person. Out: the number of a content, and in the end all contents with their people.

import {
  type NoticeAudience,
  type NoticeContent,
  type NoticeKind,
  isKindTold,
  passwordStateOf,
} from '../../../notify/index.ts';
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
  const lossesOf = new Map<readonly LostClass[], Losses>();
  return {
    contents,
    people,
    numberOf(about) {
      let losses = lossesOf.get(about.classes);
      if (losses === undefined) lossesOf.set(about.classes, (losses = toldLosses(about.classes)));
      const { kind, controller, language, audience, relation } = about;
      const before = about.before.toSorted();
      const key = JSON.stringify([kind, controller, language, audience, relation, losses.key, before]);
      let number = known.get(key);
      if (number === undefined) {
        const his = new Set([...losses.classes.map((entry) => entry.class), ...before]);
        const notLost = asked.filter((name) => !his.has(name));
        const classes = losses.classes.map((entry) => ({ ...entry, kinds: [...entry.kinds] }));
        number =
          contents.push({ kind, controller, language, audience, relation, classes, notLost, before }) - 1;
        known.set(key, number);
      } else addKinds(contents[number]!, losses.classes);
      people[number] = (people[number] ?? 0) + 1;
      return number;
    },
  };
}

interface Losses {
  classes: LostClass[];
  /** The same for losses that a notice says in the same words. */
  key: string;
}

/** Passwords differ by what it means how they stand there, not by the name of the hash. */
function toldLosses(lost: readonly LostClass[]): Losses {
  const classes = lost.map(toldClass);
  const said = classes.map((entry) =>
    entry.class === 'Passwords' ? { class: entry.class, kinds: [passwordStateOf({ classes })] } : entry,
  );
  return { classes, key: JSON.stringify(said) };
}

/** All kinds of those whom one text is for. */
function addKinds({ classes }: NoticeContent, lost: readonly LostClass[]): void {
  for (const [i, { kinds }] of lost.entries()) {
    const entry = classes[i]!;
    const isNew = kinds.some((kind) => !entry.kinds.includes(kind));
    if (isNew) entry.kinds = [...new Set([...entry.kinds, ...kinds])].toSorted();
  }
}

/** Of other classes the kind tells nobody anything: who has a first name of himself in the files has lost his name. */
export function toldClass({ class: name, kinds }: LostClass): LostClass {
  return { class: name, kinds: isKindTold(name) ? kinds : [] };
}
