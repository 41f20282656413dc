// A plan in the ledger, whole or not at all: its texts, its recipients with their first sends, and what they are known by.
// In: what was decided. Out: rows, in the caller's transaction, and the counts of who is reached how.

import type { NoticeContent, NoticeText } from '../../../notify/index.ts';
import { ownedHashes, sortsIn, storedHash, topTurned, type Vault } from '../../../store/index.ts';
import {
  insertVariant,
  type Notices,
  writeEarlierLinks,
  writeKnownBy,
  writeRecipients,
} from '../../../store/notices/index.ts';
import { type Channel, type ChannelSettings, chooseChannels, preferredFirst } from './channel-rules.ts';
import type { ChosenSpool } from './chosen-spool.ts';
import type { PlanCounter } from './plan-counter.ts';

export interface PlannedText {
  content: NoticeContent;
  people: number;
  text: NoticeText;
  sha256: string;
}

export interface WritePlan {
  plan: number;
  atMs: number;
  chosen: ChosenSpool;
  /** By number of their content; null where nobody has it. */
  texts: readonly (PlannedText | null)[];
  settings: ChannelSettings;
  isShared: (email: string) => boolean;
  counter: PlanCounter;
  onRecipient: (person: number) => void;
}

/** Gives the numbers of the first and last recipient by person, for those who find them again. */
export function writePlan(db: Notices['db'], options: WritePlan): RecipientNumbers {
  const { plan, atMs, chosen, texts, settings, isShared, counter } = options;
  const variants = insertTexts(db, plan, texts);
  const writer = writeRecipients(db, plan, atMs);
  const links = writeEarlierLinks(db);
  const numbers = recipientNumbers();
  for (const recipient of chosen.read()) {
    options.onRecipient(recipient.person);
    const { contact, circumstances, addressee } = recipient;
    const isShort = contact.email !== null && isShared(contact.email);
    const who = {
      ...circumstances,
      isShared: isShort,
      barred: new Set(circumstances.barred as Iterable<Channel>),
    };
    const { channels: allowed, state, why } = chooseChannels(who, settings);
    const channels = preferredFirst(allowed, recipient.preferred, who);
    const variant = variants[recipient.content]!;
    const number = writer.add(
      { person: recipient.person, variant, channels: channels.join(''), why, addressee, state, ...contact },
      atMs,
    );
    counter.add(recipient, { variant, channels, state, why, isShared: isShort });
    numbers.add(recipient.person, number);
    if (recipient.before.length > 0) links.add(number, recipient.before);
  }
  writer.end();
  links.end();
  return numbers;
}

/** Those with the most people first. By number of the content. */
function insertTexts(db: Notices['db'], plan: number, texts: WritePlan['texts']): number[] {
  const numbers: number[] = [];
  for (const { place, planned } of orderedTexts(texts)) {
    const { content, people, text, sha256 } = planned;
    const { controller, language, audience } = content;
    numbers[place] = insertVariant(db, {
      plan,
      controller,
      language,
      audience,
      content,
      people,
      texts: text,
      sha256,
    });
  }
  return numbers;
}

/** In the order in which variants are numbered, and hashed together. */
export function orderedTexts(texts: WritePlan['texts']): { place: number; planned: PlannedText }[] {
  return texts
    .flatMap((planned, place) => (planned === null ? [] : { place, planned }))
    .toSorted((a, b) => b.planned.people - a.planned.people || a.place - b.place);
}

export interface RecipientNumbers {
  add(person: number, recipient: number): void;
  /** The recipients of a person have consecutive numbers. */
  of(person: number): { first: number; count: number };
}

/** Six bytes a person. */
function recipientNumbers(): RecipientNumbers {
  let first = new Uint32Array(1024);
  let counts = new Uint16Array(1024);
  return {
    add(person, recipient) {
      if (person >= first.length) {
        const size = Math.max(person + 1, first.length * 2);
        const [olderFirst, olderCounts] = [first, counts];
        [first, counts] = [new Uint32Array(size), new Uint16Array(size)];
        first.set(olderFirst);
        counts.set(olderCounts);
      }
      const known = counts[person] ?? 0;
      if (known === 0) first[person] = recipient;
      counts[person] = known + 1;
    },
    of: (person) => ({ first: first[person] ?? 0, count: counts[person] ?? 0 }),
  };
}

/** By which a later plan finds the people of this one again. */
export function writeKnownPeople(
  db: Notices['db'],
  vault: Pick<Vault, 'db'>,
  numbers: RecipientNumbers,
): void {
  const writer = writeKnownBy(db);
  for (const sort of sortsIn(vault.db)) {
    const { top, bottom, person } = ownedHashes(vault.db, sort);
    for (let at = 0; at < top.length; at++) {
      const { first, count } = numbers.of(person[at]!);
      if (count === 0) continue;
      const hash = storedHash(top[at]! ^ topTurned, bottom[at]!);
      for (let i = 0; i < count; i++) writer.add(sort, hash, first + i);
    }
  }
  writer.end();
}
