// The text of a mail before it is laid out. In: nothing. Out: types: paragraphs, lists and links, in one language.

import type { MailOrder } from '../../register/index.ts';

export type MailPart =
  | { text: string }
  /** On a line of its own; `label` says in HTML what it does. */
  | { label: string; url: string }
  | { list: readonly string[] };

export interface MailText {
  subject: string;
  parts: MailPart[];
}

/** `link`: what the order's link became. `home`: where the portal is. `contact`: whom people may write to, or null. */
export interface MailPlaces {
  link: string;
  home: string;
  unsubscribe: string;
  contact: string | null;
}

/** One for each language. */
export type WriteMail = (order: MailOrder, places: MailPlaces) => MailText;
