// Which of somebody's data is in the files, and which not; of passwords, what it means how they stand there. In: content,
// a speaker. Out: the block. What is most urgent to know stands first; a value is never repeated.

import { adviceTopic, adviceTopics, hasTellingKinds, passwordMeaning } from '../../../report/index.ts';
import type { NoticeBlock, NoticeContent, NoticeParagraph, NoticeText } from '../notice-types.ts';
import type { PasswordState } from '../words/notice-words.ts';
import type { Speaker } from '../words/speaker.ts';

export function dataBlock(content: NoticeContent, speaker: Speaker): NoticeBlock {
  const { audience, notLost } = content;
  const files = filesOf(content, speaker);
  const { say, className } = speaker;
  const state = passwordStateOf(content);
  const missing = mostUrgentFirst(notLost.map((name) => ({ class: name }))).map((entry) =>
    className(entry.class),
  );
  return {
    element: 'data',
    title: say(`data.title.${audience}`),
    paragraphs: [
      ...heldParagraphs(content, speaker),
      ...(state === null ? [] : [{ text: speaker.spaced(speaker.words.passwords[state]) }]),
      missing.length === 0
        ? { text: say(`data.nothingElse.${audience}`, files) }
        : { text: say(`data.notHeld.${audience}`, files), items: missing },
      { text: say('data.noValues') },
    ],
  };
}

/**
 * One of several controllers speaks of its own rows: the files may hold more of somebody in another's, and in such as are
 * nobody's.
 */
function filesOf({ controller }: NoticeContent, { say }: Speaker): { files: string } {
  return { files: say(controller === null ? 'files.all' : 'files.ours') };
}

function heldParagraphs(content: NoticeContent, speaker: Speaker): NoticeParagraph[] {
  const { kind, audience, classes, before } = content;
  const { say, className } = speaker;
  const files = filesOf(content, speaker);
  const itemsOf = (entries: NoticeContent['classes']) =>
    mostUrgentFirst(entries).map((entry) => itemOf(entry, speaker));
  const held = new Set(classes.map((entry) => entry.class));
  if (kind === 'first' || before.length === 0)
    return classes.length === 0
      ? [{ text: say('data.nothingHeld', files) }]
      : [{ text: say(`data.held.${audience}`), items: itemsOf(classes) }];
  const known = new Set(before);
  const added = classes.filter((entry) => !known.has(entry.class));
  const told = classes.filter((entry) => known.has(entry.class));
  const wrong = kind === 'correction' ? before.filter((name) => !held.has(name)) : [];
  const apart: NoticeParagraph[] = [
    ...(added.length === 0 ? [] : [{ text: say('data.new'), items: itemsOf(added) }]),
    ...(told.length === 0 ? [] : [{ text: say('data.before'), items: itemsOf(told) }]),
    ...(wrong.length === 0
      ? []
      : [
          {
            text: say('data.wrong', files),
            items: mostUrgentFirst(wrong.map((name) => ({ class: name }))).map((entry) =>
              className(entry.class),
            ),
          },
        ]),
  ];
  return classes.length === 0 ? [...apart, { text: say('data.nothingHeld', files) }] : apart;
}

/** What a text lists as lost; what it lists as not lost comes behind. */
export function heldItems(
  { blocks }: Pick<NoticeText, 'blocks'>,
  { classes }: Pick<NoticeContent, 'classes'>,
): string[] {
  const data = blocks.find(({ element }) => element === 'data');
  return (data?.paragraphs ?? []).flatMap(({ items = [] }) => items).slice(0, classes.length);
}

/** A kind of an address on the network helps nobody. */
export function isKindTold(name: string): boolean {
  return hasTellingKinds(name) && name !== 'IP addresses';
}

function itemOf({ class: name, kinds }: NoticeContent['classes'][number], speaker: Speaker): string {
  const { say, className, kindName } = speaker;
  // a kind of password has a sentence of its own
  const named = isKindTold(name) && name !== 'Passwords' ? kinds : [];
  if (named.length === 0) return className(name);
  return say('data.item', { class: className(name), kinds: named.map(kindName).join(', ') });
}

/** Of the same topic by name. */
export function mostUrgentFirst<E extends { class: string }>(entries: readonly E[]): E[] {
  const rank = (entry: E) => adviceTopics.indexOf(adviceTopic(entry.class));
  return entries.toSorted(
    (a, b) => rank(a) - rank(b) || (a.class < b.class ? -1 : a.class > b.class ? 1 : 0),
  );
}

const worstFirst: readonly PasswordState[] = [
  'clear',
  'fast',
  'unknown',
  'encrypted',
  'weak',
  'slowed',
  'slow',
];

/** The worst of all that stand there; null where no password does. */
export function passwordStateOf({ classes }: Pick<NoticeContent, 'classes'>): PasswordState | null {
  const passwords = classes.find((entry) => entry.class === 'Passwords');
  if (passwords === undefined) return null;
  const states = new Set(passwords.kinds.length === 0 ? ['unknown'] : passwords.kinds.map(stateOf));
  return worstFirst.find((state) => states.has(state)) ?? 'unknown';
}

function stateOf(kind: string): PasswordState {
  const { strength, meaning } = passwordMeaning(kind);
  if (strength !== 'readable') return strength;
  if (meaning.startsWith('Readable')) return 'clear';
  if (meaning.startsWith('Encrypted')) return 'encrypted';
  return meaning.startsWith('Kind not known') ? 'unknown' : 'fast';
}
