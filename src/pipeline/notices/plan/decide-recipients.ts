// Who is told what, in which language and by which contact: one person after the other. In: the people of a case, all that
// is said of their contacts, directions of the controller, and what earlier plans told. Out: recipients in a spool, in the
// order of the people, and the contents of their notices. Over which channel is decided once all are known.

import type { ContactSpools } from './contact-spools.ts';
import { dialledNumber, takesTexts } from './phone-number.ts';
import type { NoticeAudience, NoticeContent } from '../../../notify/index.ts';
import { type EarlierTold, isMore, type ToldBefore } from '../again/index.ts';
import type { Directions, OtherContact, PersonDirections } from '../directions/index.ts';
import { type Channel, chooseChannels } from './channel-rules.ts';
import { chooseContact, type Contact } from './choose-contact.ts';
import type { ChosenRecipient, ChosenSpool } from './chosen-spool.ts';
import type { ContactRow } from './contact-fields.ts';
import type { NoticeContents } from './notice-contents.ts';
import type { OwedNotice, PlanPeople } from './plan-people.ts';
import type { SpentContact } from '../../../store/notices/index.ts';
import type { SharedEmails } from './shared-emails.ts';
import { toldClass } from './notice-contents.ts';

export interface DecideOptions {
  people: PlanPeople;
  contacts: ContactSpools;
  /** Controllers of the directories, by `source` of rows, from 1 on. */
  directories: readonly string[];
  directions: Directions | null;
  earlier: EarlierTold | null;
  /** Letters of the channels over which a recipient of an earlier plan was told. */
  toldChannels: (recipient: number) => readonly string[];
  /** By what a recipient of an earlier plan was not reached, or complained: it is not tried once more. */
  spentContacts: (recipient: number) => readonly SpentContact[];
  /**
   * Whether what was told before was wrong, by controller: then all who were told are told what is right. `last`: what told
   * somebody last, which may have been this correction.
   */
  isCorrection: (controller: string | null, last: ToldBefore['last']) => boolean;
  contents: NoticeContents;
  chosen: ChosenSpool;
  shared: SharedEmails;
  /** Whether there are words for a language. */
  isWritten: (language: string) => boolean;
  usualLanguage: string;
  /** ISO 3166; of the case. */
  usualCountry: string | null;
  heirs: boolean;
  /** Which channels are used, best first. */
  channels: readonly Channel[];
  /** Called now and then. */
  onPerson: (person: number) => void;
}

export interface DecidedPeople {
  people: number;
  minors: number;
  deceased: number;
  /** Of whom nothing is new: they have no recipient in this plan. */
  toldBefore: number;
}

export function decideRecipients(options: DecideOptions): DecidedPeople {
  const { people, contacts } = options;
  const decided = { people: 0, minors: 0, deceased: 0, toldBefore: 0 };
  contacts.forEachPerson((person, rows) => {
    options.onPerson(person);
    if (!people.isPerson(person)) return;
    decided.people++;
    const notices = people.noticesOf(person);
    const isOne = notices.length === 1;
    const traits = { isMinor: false, isDeceased: false, isTold: false };
    const emails = new Set<string>();
    for (const notice of notices) {
      const before = options.earlier?.of(person, notice.controller) ?? null;
      const own = isOne ? rows : rows.filter(({ source }) => isOwn(source, notice, options));
      const reached = reachedBy(person, own, before, options);
      // whoever was told before reads that mailbox as well
      const { email } = reached.contact;
      if (email !== null && !emails.has(email)) {
        emails.add(email);
        options.shared.add(email);
      }
      const due = dueNotice(notice, before, reached, options);
      if (due === null) continue;
      traits.isTold = true;
      traits.isMinor ||= reached.circumstances.isMinor;
      traits.isDeceased ||= reached.circumstances.isDeceased;
      options.chosen.add(recipientOf(person, notice, reached, due, options));
    }
    if (traits.isMinor) decided.minors++;
    if (traits.isDeceased) decided.deceased++;
    if (!traits.isTold) decided.toldBefore++;
  });
  return decided;
}

/** What one controller's directory says is not another's to use. */
function isOwn(source: number, { controller }: OwedNotice, { directories }: DecideOptions): boolean {
  return source === 0 || controller === null || directories[source - 1] === controller;
}

interface DueNotice {
  kind: NoticeContent['kind'];
  /** A text message has told him all but what was lost: another would say nothing new. */
  isInWriting: boolean;
  before: ToldBefore | null;
}

/** Null where he knows all of it. */
function dueNotice(
  { controller, classes }: OwedNotice,
  before: ToldBefore | null,
  { circumstances }: Reached,
  options: DecideOptions,
): DueNotice | null {
  const soon = before?.soon ?? null;
  // whoever is about to be called hears all of it then; if the call does not reach him, the next plan has him
  if (
    soon !== null &&
    !isMore(classes.map(toldClass), soon.classes) &&
    !options.isCorrection(controller, soon.last)
  )
    return null;
  if (before === null || before.classes.size === 0) return { kind: 'first', isInWriting: false, before };
  const { named, last } = before;
  if (named.size > 0 && options.isCorrection(controller, last))
    return { kind: 'correction', isInWriting: false, before };
  const lost = classes.map(toldClass);
  const kind = named.size === 0 ? 'first' : 'more';
  if (isMore(lost, before.classes)) return { kind, isInWriting: false, before };
  const isDue = isMore(lost, named) && isReached(circumstances, options.channels.filter(isWritten), options);
  return isDue ? { kind, isInWriting: true, before } : null;
}

function isReached(who: Unsettled, order: readonly Channel[], { heirs }: DecideOptions): boolean {
  const barred = new Set(who.barred as Iterable<Channel>);
  return chooseChannels({ ...who, isShared: false, barred }, { order, heirs }).state === 'open';
}

const isWritten = (channel: Channel) => channel === 'e' || channel === 'l';

type Unsettled = ChosenRecipient['circumstances'];

/** Who is written to for somebody, and where. */
interface Reached {
  isKnown: boolean;
  said: PersonDirections | null;
  contact: Contact;
  addressee: string | null;
  circumstances: Unsettled;
}

function reachedBy(
  person: number,
  rows: readonly ContactRow[],
  before: ToldBefore | null,
  options: DecideOptions,
): Reached {
  const ownCountry = options.people.countryOf(person);
  const known = chooseContact(rows, { ownCountry, usualCountry: options.usualCountry });
  const said = options.directions?.of(person, known.customer, known.email) ?? null;
  const hasRepresentative = (said?.representative ?? null) !== null;
  const hasGuardian = (said?.guardian ?? null) !== null;
  const isDeceased = options.people.isDeceased(person) || said?.isDeceased === true || hasRepresentative;
  const isMinor = !isDeceased && (options.people.isMinor(person) || hasGuardian);
  const { contact, addressee } = contactUnder(known, said, { isMinor, isDeceased });
  const circumstances: Unsettled = {
    reach: reachOf(withoutSpent(contact, before, options), addressee),
    isAddressPart: contact.isAddressPart,
    isMinor,
    isDeceased,
    hasRepresentative,
    barred: [...(said?.without ?? [])].join(''),
    notTold: whyNotTold(said),
  };
  return { isKnown: known.isKnown, said, contact, addressee, circumstances };
}

function recipientOf(
  person: number,
  { controller, classes }: OwedNotice,
  { isKnown, said, contact, addressee, circumstances }: Reached,
  { kind, isInWriting, before }: DueNotice,
  options: DecideOptions,
): ChosenRecipient {
  const language = [said?.language ?? null, ...contact.languages].find(
    (code) => code !== null && options.isWritten(code),
  );
  const content = options.contents.numberOf({
    kind,
    controller,
    language: language ?? options.usualLanguage,
    audience: audienceOf(circumstances, options.heirs),
    relation: said?.isFormer === true ? 'former' : isKnown ? 'known' : 'unknown',
    classes,
    before: kind === 'first' ? [] : wholeBefore(before!.named, classes),
  });
  const { name, email, phone, lines, country, customer } = contact;
  const { reach } = circumstances;
  return {
    person,
    content,
    contact: { name, email, phone, lines, country, customer },
    addressee,
    circumstances: isInWriting
      ? { ...circumstances, reach: { ...reach, s: false, c: false } }
      : circumstances,
    preferred: kind === 'correction' ? channelThatWorked(before!, options) : '',
    before: before?.recipients ?? [],
  };
}

/** Of a class of which he has lost another kind, such as a password that can be read, there is something new. */
function wholeBefore(named: ToldBefore['named'], classes: OwedNotice['classes']): string[] {
  const grown = classes.map(toldClass).filter((entry) => isMore([entry], named));
  return [...named.keys()].filter((name) => grown.every((entry) => entry.class !== name));
}

/** As the list of those who are not told has it: a reason, and what the controller wrote. */
function whyNotTold(said: PersonDirections | null): string | null {
  const notTold = said?.notTold ?? null;
  return notTold === null ? null : `${notTold.reason.replaceAll(' ', '-')}: ${notTold.why}`;
}

function audienceOf(who: ChosenRecipient['circumstances'], heirs: boolean): NoticeAudience {
  const order: Channel[] = ['e', 'l', 's', 'c'];
  return chooseChannels({ ...who, isShared: false, barred: new Set() }, { order, heirs }).audience;
}

/** The last one that somebody was told over. */
function channelThatWorked({ recipients }: ToldBefore, { toldChannels }: DecideOptions): string {
  for (const recipient of recipients.toReversed()) {
    const last = toldChannels(recipient).at(-1);
    if (last !== undefined) return last;
  }
  return '';
}

/** A new address is tried, and so is a house where the letter before came back from another one. */
function withoutSpent(
  contact: Contact,
  before: ToldBefore | null,
  { spentContacts }: DecideOptions,
): Contact {
  const spent = (before?.recipients ?? []).flatMap((recipient) => spentContacts(recipient));
  if (spent.length === 0) return contact;
  const lines = contact.lines.join('\n');
  return {
    ...contact,
    email: spent.some(({ channel, email }) => channel === 'e' && email === contact.email)
      ? null
      : contact.email,
    lines: spent.some(({ channel, lines: sent }) => channel === 'l' && sent === lines) ? [] : contact.lines,
  };
}

/** Who is written to, and where, once the controller's directions hold. */
function contactUnder(
  known: Contact,
  said: PersonDirections | null,
  { isMinor, isDeceased }: { isMinor: boolean; isDeceased: boolean },
): { contact: Contact; addressee: string | null } {
  const instead = (isDeceased ? said?.representative : isMinor ? said?.guardian : null) ?? null;
  if (instead !== null) return { contact: replaced(known, instead), addressee: instead.name };
  const onlyAt = said?.onlyAt ?? null;
  if (onlyAt === null) return { contact: known, addressee: null };
  return { contact: { ...replaced(known, onlyAt), name: onlyAt.name ?? known.name }, addressee: null };
}

function replaced(known: Contact, { lines, country, email, phone: written }: OtherContact): Contact {
  const phone = written === null ? null : dialledNumber(written, country ?? known.country);
  return {
    ...known,
    email: email?.toLowerCase() ?? null,
    phone,
    takesTexts: phone !== null && takesTexts(phone),
    lines,
    isAddressPart: false,
    country: country ?? known.country,
  };
}

/** A letter needs somebody whom it is for. */
function reachOf(contact: Contact, addressee: string | null): Record<Channel, boolean> {
  return {
    e: contact.email !== null,
    l: contact.lines.length > 0 && (contact.name !== null || addressee !== null),
    s: contact.phone !== null && contact.takesTexts,
    c: contact.phone !== null,
  };
}
