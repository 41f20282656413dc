// What a sender is given and what it tells: mails one by one for each connection, and what became of each. The shapes
// between whoever keeps the ledger and the connections to a mail server.

/** A whole message, signed, with CRLF line ends and without the dots that the protocol adds. */
export interface OutgoingMail {
  /** Of the send in the ledger. */
  id: number;
  /** Envelope: where bounces go. */
  from: string;
  /** Envelope: one address. */
  to: string;
  /** Of `to`, for whoever paces. */
  domain: string;
  /** Comes back in bounces (ENVID), where the server offers it; letters and digits. */
  token: string;
  bytes: Uint8Array;
}

/**
 * `accepted`: the server answered for it. `deferred`: refused for now (4xx). `refused`: for good (5xx, or an address that
 * no server could be given). `lost`: the connection ended first.
 */
export type SmtpResult = 'accepted' | 'deferred' | 'refused' | 'lost';

export interface SmtpOutcome {
  id: number;
  domain: string;
  /** From 0 up to the number of connections, less one. */
  connection: number;
  result: SmtpResult;
  /**
   * What was answered: `sender` is the envelope's from or the session, which says nothing of the person; `recipient`;
   * `body`, or the mail as a whole. Null where nothing was.
   */
  about: 'sender' | 'recipient' | 'body' | null;
  /** `550`, or `550 5.1.1` where the server says more; null where it said nothing. */
  code: string | null;
  /** What the server said, one line, at most 500 characters; it may hold the address. */
  reply: string;
  /** Of `lost`: the body had begun to go out and no answer came; the server may have it. */
  isMailGone: boolean;
}

/** What happens to a connection, for progress; `ended` with a reason where the server or the network ended it. */
export type SmtpTrouble = 'unreachable' | 'server-refused' | 'ended';

export interface ConnectionNote {
  connection: number;
  what: SmtpTrouble;
  /** A code and a few words, without names and addresses of people. */
  reason: string;
  /** When it is tried again, ms. */
  againAt: number;
}

export interface SenderOptions {
  /** As `parseSmtpUrl` takes it, with `?max=1000` mails a connection and `?insecure` for certificates nobody checks. */
  url: string;
  /** At most this many connections, each with at most one mail whose answer is not known. */
  connections: number;
  /** The next mail for a connection, asked for while the one before is on its way; null: nothing more, ever. */
  take: (connection: number) => Promise<OutgoingMail | null>;
  /**
   * Before a body goes out. Resolves when the lease of this mail and every outcome told before on this connection are on
   * the disk. `false`: the mail is not sent after all, and no outcome is told.
   */
  beforeBody: (id: number, connection: number) => Promise<boolean | void>;
  onOutcome: (outcome: SmtpOutcome) => void;
  onConnection?: (note: ConnectionNote) => void;
  /** Ends within `graceMs`: nothing new begins, mails on their way are waited for. */
  signal?: AbortSignal;
  graceMs?: number;
  /** Without one connection that works for this long: SMTP_UNREACHABLE. */
  giveUpMs?: number;
  /** How the machine names itself to the server; the host's name where none is given. */
  helloName?: string;
}

/**
 * Resolves when `take` gave null to every connection, or the signal ended it; every mail taken has had one outcome by
 * then, also where it rejects. What `take` gives half a second after the end, or later, is not sent and has none. Rejects with USAGE, SMTP_UNREACHABLE, SMTP_LOGIN (the server refuses the user or the
 * password), SMTP_TLS, and with whatever `take` or `beforeBody` rejects with.
 */
export type RunSender = (options: SenderOptions) => Promise<void>;
