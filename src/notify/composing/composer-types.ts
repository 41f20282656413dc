// What composing takes and gives. In: the text of each variant, once, and an order for each mail. Out: whole signed
// messages. Both cross to threads: plain data only.

import type { MailTemplate } from '../wording/render-mail.ts';

/** The text of a variant with the marks in it, as `renderMail` gives it. */
export interface MailVariant extends MailTemplate {
  variant: number;
}

export interface MailSender {
  name: string | null;
  address: string;
}

export interface MailOrder {
  /** Of the send. */
  id: number;
  variant: number;
  to: string;
  name: string | null;
  /** As it is shown: `1234 5678 9012 3`. */
  reference: string;
  /** `<…@…>`. */
  messageId: string;
  /** For `Date:`, ms. */
  at: number;
}

export interface ComposedNotice {
  id: number;
  /** The whole message with CRLF; a view of a buffer shared by its batch. */
  bytes: Uint8Array;
}

/** A key as `readDkimKey` gives it; it crosses to threads as PEM. */
export interface DkimSigner {
  algorithm: 'rsa-sha256' | 'ed25519-sha256';
  selector: string;
  domain: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

/** Null: the domain of whoever sends. */
export type DkimKey = Omit<DkimSigner, 'domain'> & { domain: string | null };

export interface ComposerOptions {
  variants: readonly MailVariant[];
  /** By variant, where controllers differ; `from` of all others. */
  from: MailSender;
  fromOf?: ReadonlyMap<number, MailSender>;
  dkim: DkimSigner | null;
  /** Threads; default: the cores less one, at least one. */
  threads?: number;
}

/** What threads need, without what only tells how many. */
export type ComposerJob = Omit<ComposerOptions, 'threads'>;

/** A batch composed: one buffer, and where each message ends in it. */
export interface ComposedBatch {
  bytes: Uint8Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
}

/** `compose` takes some hundred orders at a time and gives them back in the same order; several calls may run at once. */
export interface Composer extends AsyncDisposable {
  /** Rejects with NOTICE_NOT_COMPOSED where a thread died: nothing of the batch was sent. */
  compose: (orders: readonly MailOrder[]) => Promise<ComposedNotice[]>;
}
