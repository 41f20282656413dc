// A letter laid out: what all who get it share, and the places of what they do not. These are shapes.

import type { LetterFonts } from './font/letter-fonts.ts';
import type { LetterTags } from './letter-tags.ts';
import type { LetterWindow } from './letter-windows.ts';
import type { UsedGlyphs } from './page-ops.ts';

/** Who sends the letters: as it stands at their head, and in small type above the address. */
export interface LetterSender {
  organisation: string | null;
  /** Where letters that do not arrive go back to; none: they do not come back. */
  post: string[];
  /** Lines of the head, such as a contact. */
  contact: string[];
}

export interface LetterSettings {
  sender: LetterSender;
  window: LetterWindow;
  isLarge: boolean;
  /** The day of the letter, yyyy-mm-dd. */
  day: string;
}

/** A line in which something of the person stands. */
export interface PersonalLine {
  page: number;
  mark: number;
  kind: 'greeting' | 'text';
  /** With marks. */
  text: string;
  font: keyof LetterFonts;
  size: number;
  x: number;
  y: number;
  /** Points. */
  width: number;
}

export interface LaidOutLetter {
  language: string;
  size: number;
  window: LetterWindow;
  /** Of its text; points. */
  left: number;
  /** By page: what all letters share. */
  pages: string[];
  personal: PersonalLine[];
  addressMark: number;
  referenceMark: number;
  /** Where it stands on the first page, and the upper edge of its bars; points. */
  reference: { x: number; y: number; bars: number };
  greetingWithoutName: string;
  tags: LetterTags;
  used: UsedGlyphs;
}
