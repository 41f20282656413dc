// What a notice says, as data: what is known of the incident, what a variant's people lost, and the text that comes of it.
// In: nothing; these are the shapes. What differs by person stands in a text as one character, which is replaced when a
// notice is sent.

/** In the place of the name by which somebody is addressed, and of the reference of his notice. */
export const nameMark = '\ue000';
export const referenceMark = '\ue001';

/** `guardian`: to those who care for a minor. `heirs`: of somebody who died. */
export type NoticeAudience = 'person' | 'guardian' | 'heirs';

/** `more`: he was told before, and the files hold more of him. `correction`: what he was told before was wrong. */
export type NoticeKind = 'first' | 'more' | 'correction';

/** What one variant is about; equal contents of one plan are one variant. */
export interface NoticeContent {
  kind: NoticeKind;
  /** Whose notice it is, where the case is split; null: all that the files hold of him is in it. */
  controller: string | null;
  /** `en`, `fr`, or a language that a file of words was given for. */
  language: string;
  audience: NoticeAudience;
  /** `known`: the controller's directory has him. `former`: it says that he left. `unknown`: it is not known. */
  relation: 'known' | 'former' | 'unknown';
  /** What the files hold of him, in the order of the names, as the register has it. */
  classes: { class: string; kinds: string[] }[];
  /**
   * Classes that the files hold of others and not of him, of a controller's notice its own rows; only those that people
   * would ask for.
   */
  notLost: string[];
  /** Of `more` and `correction`: what he was told before, of which he has lost no kind that he was not told. */
  before: string[];
}

/** A text in each language that is written for; missing ones are said by the usual words. */
export type InLanguages = Readonly<Record<string, string>>;

/** What is known of the incident, and who speaks. Null: nobody said it, and no sentence pretends otherwise. */
export interface NoticeFacts {
  /** Of the controller, as people know it; null: the case names none. */
  organisation: string | null;
  sender: { name: string | null; address: string };
  /** Whom people may turn to: the data protection officer or another contact. */
  contact: { name: string | null; email: string | null; phone: string | null; post: string[] };
  /** In its own words, one to three sentences, in place of the usual ones. */
  event: InLanguages | null;
  /** Days (yyyy-mm-dd) or ISO 8601. */
  happened: { from: string; to: string } | null;
  found: string | null;
  /** Where the data lay: processors and products, in the order of the chain. */
  chain: string[];
  consequences: InLanguages | null;
  measures: InLanguages | null;
  /** Who was told, and when (yyyy-mm-dd), such as a supervisory authority. */
  told: { who: string; on: string | null }[];
  /** Where people may complain. */
  authority: { name: string; post: string[]; site: string | null } | null;
  /** The controller's own site, as text that is typed by hand: never a link. */
  site: string | null;
  /** Of a correction: what was wrong and what is right. */
  correction: InLanguages | null;
}

/** Nobody said anything, not even who sends. */
export const noNoticeFacts: NoticeFacts = {
  organisation: null,
  sender: { name: null, address: '' },
  contact: { name: null, email: null, phone: null, post: [] },
  event: null,
  happened: null,
  found: null,
  chain: [],
  consequences: null,
  measures: null,
  told: [],
  authority: null,
  site: null,
  correction: null,
};

/** The elements of GDPR Art. 34(2) in the order in which they stand, then what people may turn to. */
export const noticeElements = ['event', 'data', 'consequences', 'measures', 'advice', 'contact'] as const;

export type NoticeElement = (typeof noticeElements)[number];

/** Plain text without markup; a list stands below its paragraph. */
export interface NoticeParagraph {
  text: string;
  items?: string[];
}

export interface NoticeBlock {
  element: NoticeElement;
  title: string;
  paragraphs: NoticeParagraph[];
}

/** A variant as it is approved and sent: the same for the mail, the letter and the page. */
export interface NoticeText {
  language: string;
  direction: 'ltr' | 'rtl';
  subject: string;
  /** With `nameMark`; `greetingWithoutName` for those of whom no name is known. */
  greeting: string;
  greetingWithoutName: string;
  blocks: NoticeBlock[];
  proofTitle: string;
  /** With `referenceMark`: how to make sure that the notice is real, and what it never asks for. */
  proof: NoticeParagraph[];
  signature: string[];
  /** One sentence and where to learn more, without a link, with `referenceMark`; fits one text message where it can. */
  textMessage: string;
  /** What whoever calls says first, with `referenceMark`. */
  callOpening: string;
}
