// Mails over one connection, until there are no more or it ends. In: a session and the mails of its lane. Out: one
// outcome each. Where the server pipelines (RFC 2920), an envelope goes out together with the body before it, so that a
// mail costs one turn; a body never goes out before the ledger has it, and all that was told before, on the disk.

import { dotStuffed } from './dot-stuffed.ts';
import { type Envelope, envelopeOf, verdictOf, verdictOfBody } from './envelope.ts';
import type { Lane } from './lane.ts';
import { commandMs, type Session } from './open-session.ts';
import { ProtocolFault, type SmtpReply } from './reply-parser.ts';
import type { OutgoingMail } from './sender-types.ts';
import { WireEnded } from './wire.ts';

/** RFC 5321, 4.5.3.2.6: what the server may take to answer for a body. */
const bodyMs = 600_000;
/** A mail server need not hold a connection for somebody who has nothing to say. */
const idleMs = 15_000;

/**
 * `drained`: nothing more to send. `idle`: nothing for a while. `spent`: it has taken as many as a connection should.
 * `ended`: by the server, the network or a fault, why says which.
 */
export interface Parting {
  how: 'drained' | 'idle' | 'spent' | 'ended';
  why: string;
}

interface Opened {
  mail: OutgoingMail;
  /** Without pipelining, RCPT and DATA wait for the answer before them. */
  envelope: Envelope;
}

export async function sendOver(session: Session, lane: Lane, maxMails: number): Promise<Parting> {
  const { wire, isPipelining } = session;
  let sent = 0;
  let next: Opened | null = null;
  /** A transaction the server may still hold open: RSET before the next. */
  let isLeftOpen = false;

  try {
    for (;;) {
      if (next === null) {
        if (sent >= maxMails) return await parted('spent');
        const mail = await lane.next(idleMs, wire);
        if (mail === 'idle') return await parted('idle');
        if (mail === null) return await parted('drained');
        next = opened(mail);
        if (next === null) continue;
        begin(next);
      }
      const current: Opened = next;
      next = null;
      if (await passed(current)) next = await sendBody(current);
      sent++;
    }
  } catch (error) {
    const fault = error instanceof WireEnded || error instanceof ProtocolFault ? error.message : null;
    if (next !== null) lane.lost(next.mail, false);
    wire.end(fault ?? 'a fault');
    if (fault === null) throw error;
    return { how: 'ended', why: fault };
  }

  function opened(mail: OutgoingMail): Opened | null {
    const envelope = envelopeOf(mail, session);
    if ('mail' in envelope) return { mail, envelope };
    lane.tell(mail, envelope);
    return null;
  }

  function begin({ envelope }: Opened): void {
    if (isLeftOpen) wire.send(['RSET\r\n'], 1);
    wire.send(
      isPipelining ? [`${envelope.mail}${envelope.rcpt}DATA\r\n`] : [envelope.mail],
      isPipelining ? 3 : 1,
    );
  }

  /** True where the server waits for the body. Otherwise the outcome is told. */
  async function passed({ mail, envelope }: Opened): Promise<boolean> {
    try {
      if (isLeftOpen) await wire.reply(commandMs);
      isLeftOpen = false;
      const asked = (line: string) => {
        if (!isPipelining) wire.send([line], 1);
        return wire.reply(commandMs);
      };
      const from = await wire.reply(commandMs);
      const to = isPipelining || isGood(from) ? await asked(envelope.rcpt) : null;
      const data = isPipelining || (to !== null && isGood(to)) ? await asked('DATA\r\n') : null;
      const verdict = verdictOf(from, to, data);
      if (verdict === null) return true;
      lane.tell(mail, verdict);
      for (const reply of [from, to, data]) if (reply !== null) stopAfter(reply);
      if (data?.code === 354) {
        // nobody is to get it, and the server waits for text: RFC 2920, 3.1
        wire.send(['.\r\n'], 1);
        stopAfter(await wire.reply(bodyMs));
      } else isLeftOpen = true;
      return false;
    } catch (error) {
      lane.lost(mail, false);
      throw error;
    }
  }

  /** The envelope that went out with it, if any. */
  async function sendBody({ mail }: Opened): Promise<Opened | null> {
    let following: Opened | null = null;
    let isOut = false;
    try {
      lane.prefetch();
      const mayGo = await lane.beforeBody(mail);
      // there is no way back from DATA but to hang up
      if (!mayGo) throw new WireEnded('a mail was held back');
      if (!wire.isQuiet()) throw wire.ended() ?? new ProtocolFault('an answer before the body');
      following = isPipelining && sent + 1 < maxMails ? nextReady() : null;
      const stuffed = dotStuffed(mail.bytes);
      const more = following === null ? [] : [`${following.envelope.mail}${following.envelope.rcpt}DATA\r\n`];
      isOut = true;
      wire.send([...stuffed, ...more], following === null ? 1 : 4);
      const reply = await wire.reply(bodyMs);
      const verdict = verdictOfBody(reply);
      isOut = false;
      lane.tell(mail, verdict);
      stopAfter(reply);
      return following;
    } catch (error) {
      lane.lost(mail, isOut);
      if (following !== null) lane.lost(following.mail, false);
      throw error;
    }
  }

  function nextReady(): Opened | null {
    for (let mail = lane.ready(); mail !== null; mail = lane.ready()) {
      const next = opened(mail);
      if (next !== null) return next;
    }
    return null;
  }

  async function parted(how: 'drained' | 'idle' | 'spent'): Promise<Parting> {
    wire.send(['QUIT\r\n'], 1);
    // its answer changes nothing, and a server that gives none is not waited for
    await wire.reply(quitMs).catch(() => {});
    wire.end('it was done');
    return { how, why: '' };
  }
}

const quitMs = 1000;

/** 421: the server goes, whatever it was asked (RFC 5321, 3.8). */
function stopAfter({ code }: SmtpReply): void {
  if (code === 421) throw new WireEnded('421: the server closes it');
}

function isGood({ code }: SmtpReply): boolean {
  return code >= 200 && code < 300;
}
