/**
 * E-mail addresses: a person's own, an agency's shared mailbox, a second one that nothing links to
 * the first, a referee's. All under names reserved for documentation, all written lower case, and
 * the ways of writing one differently (case, spaces, SQL escapes).
 */
import type { ByteWriter } from '../byte-writer.ts';
import { fragment, putByte, putBytes, putNumber } from '../byte-writer.ts';
import { draw, drawBelow } from '../random.ts';
import { putEscaped } from '../sql-text.ts';
import type { Name } from './names.ts';
import { firstNameOf, lastNameOf, leadOf, localeOf } from './person.ts';
import { stream } from './streams.ts';
import type { World } from './world.ts';
import { is } from './world.ts';

const at = 0x40;
const dot = 0x2e;
const jobs = fragment('+jobs');
const dotExample = fragment('.example.fr');
const secondMark = fragment('.pro');

/** The address a person gives everywhere, lower case and unescaped. */
export function putAddress(world: World, out: ByteWriter, person: number): void {
  const flags = world.flags[person]!;
  if ((flags & is.sharedMailbox) !== 0) putMailbox(world, out, person - world.back[person]!);
  else if ((flags & is.couple) !== 0) putOwnAddress(world, out, leadOf(world, person));
  else putOwnAddress(world, out, person);
}

function putOwnAddress(world: World, out: ByteWriter, person: number): void {
  const { seed } = world;
  const first = firstNameOf(world, person).folded;
  const lastName = lastNameOf(world, person);
  const bits = draw(seed, stream.emailStyle, person);
  const last = (bits & 0x30000) === 0 ? lastName.withApostrophe : lastName.folded;
  if ((world.flags[person]! & is.numberedAddress) !== 0) {
    putBytes(out, first);
    putByte(out, dot);
    putBytes(out, last);
    putNumber(out, person + 1000);
  } else {
    putLocal(out, bits % 100, first, last, 50 + drawBelow(seed, stream.emailNumber, person, 48));
  }
  putDomain(world, out, person);
}

function putLocal(out: ByteWriter, style: number, first: Uint8Array, last: Uint8Array, year: number): void {
  if (style < 36) putJoined(out, first, dot, last);
  else if (style < 46) putJoined(out, first, 0, last);
  else if (style < 57) putJoined(out, first.subarray(0, 1), dot, last);
  else if (style < 63) putJoined(out, first, 0x5f, last);
  else if (style < 69) putJoined(out, last, dot, first);
  else if (style < 72) putJoined(out, first, 0x2d, last);
  else if (style < 90) {
    putJoined(out, first, dot, last);
    putNumber(out, year);
  } else if (style < 99) {
    putJoined(out, first.subarray(0, 1), 0, last);
    putNumber(out, year);
  } else {
    putJoined(out, first, dot, last);
    putBytes(out, jobs);
  }
}

function putJoined(out: ByteWriter, left: Uint8Array, joint: number, right: Uint8Array): void {
  putBytes(out, left);
  if (joint !== 0) putByte(out, joint);
  putBytes(out, right);
}

function putDomain(world: World, out: ByteWriter, person: number): void {
  const domains = world.domains.own[localeOf(world, person)];
  putBytes(out, domains[drawBelow(world.seed, stream.emailDomain, person, domains.length)]!);
}

/** An agency's mailbox; the number of its first user makes the agency's name unique. */
function putMailbox(world: World, out: ByteWriter, lead: number): void {
  const bits = draw(world.seed, stream.mailbox, lead);
  const { mailboxes, agencies } = world.domains;
  putBytes(out, mailboxes[bits % mailboxes.length]!);
  putByte(out, at);
  putBytes(out, agencies[(bits >>> 8) % agencies.length]!);
  putByte(out, 0x2d);
  putNumber(out, lead + 1000);
  putBytes(out, dotExample);
}

/** The other address of somebody who registered twice and cannot be proved to be one. */
export function putSecondAddress(world: World, out: ByteWriter, person: number): void {
  putBytes(out, lastNameOf(world, person).folded);
  putBytes(out, secondMark);
  putNumber(out, person + 1000);
  putDomain(world, out, person);
}

/** What a user types when the domain's end is forgotten: no address at all. */
export function putMistyped(world: World, out: ByteWriter, person: number): void {
  const start = out.at;
  putAddress(world, out, person);
  while (out.at > start && out.bytes[out.at - 1] !== at) out.at--;
  putBytes(out, mistypedDomain);
}
const mistypedDomain = fragment('example');

/** Number of referees the letters of so many people draw from. */
export function refereeCount(people: number): number {
  return Math.max(3, Math.ceil(people * 0.05));
}

/** Referee number `referee`: every first name with ever other last names. */
export function refereeName(world: World, referee: number): { first: Name; last: Name } {
  const { first, last } = world.names.fr;
  const turn = Math.floor(referee / first.length);
  return {
    first: first[referee % first.length]!,
    last: last[(turn * 3 + referee) % last.length]!,
  };
}

/** The number is part of the address: no two referees, and no person, share one. */
export function putRefereeAddress(world: World, out: ByteWriter, referee: number): void {
  const { first, last } = refereeName(world, referee);
  const { referees } = world.domains;
  putJoined(out, first.folded, dot, last.folded);
  if (referee >= referees.length) putNumber(out, referee);
  putBytes(out, referees[referee % referees.length]!);
}

/** How an address is written: as it is, `Jean.Dupont@Example.com`, capitals, spaces around. */
export const form = { plain: 0, title: 1, upper: 2, spaceBefore: 3, spaceAfter: 4 } as const;

/** Writes the address in `scratch` in one of the forms, escaped for SQL, without quotes. */
export function putForm(out: ByteWriter, scratch: ByteWriter, how: number): void {
  const { bytes } = scratch;
  if (how === form.title || how === form.upper) {
    let start = true;
    for (let i = 0; i < scratch.at; i++) {
      const byte = bytes[i]!;
      const letter = byte >= 0x61 && byte <= 0x7a;
      if (letter && (how === form.upper || (start && !inTopLevel(scratch, i)))) {
        bytes[i] = byte - 32;
      }
      start = !letter;
    }
  }
  if (how === form.spaceBefore) putByte(out, 0x20);
  putEscaped(out, bytes, 0, scratch.at);
  if (how === form.spaceAfter) putByte(out, 0x20);
}

/** Whether the label that begins at `i` is the last one: `Example.com`, not `Example.Com`. */
function inTopLevel(scratch: ByteWriter, i: number): boolean {
  for (let at = i; at < scratch.at; at++) {
    const byte = scratch.bytes[at]!;
    if (byte === dot || byte === 0x40) return false;
  }
  return true;
}

/** Chooses a form from 32 bits: mostly plain; spaces only where a form field kept them. */
export function chooseForm(bits: number, spaces: boolean): number {
  const share = bits % 1000;
  if (share < 100) return form.title;
  if (share < 130) return form.upper;
  if (spaces && share < 145) return form.spaceBefore;
  if (spaces && share < 170) return form.spaceAfter;
  return form.plain;
}
