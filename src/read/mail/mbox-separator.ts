// Whether a line begins a new mail in a mailbox, or is only a sentence that begins with `From `.

/** `From address date`, as the C library writes dates. */
const dated = /^From .{0,500}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,40}\b\d{1,2}:\d{2}/su;
/** Some programs write the date otherwise, or leave out the time. */
const datedSomehow = /^From .{0,500}(?:\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}\b)/su;

const field = /^[!-9;-~]{1,100}[ \t]{0,9}:/u;
const mailField =
  /^(?:From|To|Date|Subject|Received|Sender|Status|Return-Path|Reply-To|Delivered-To|MIME-Version|Message-ID|Content-[a-z]{1,30}|X-[!-9;-~]{1,60})[ \t]{0,9}:/iu;

/** `following`: the line after it, which must be a header: of a mail for certain, where the line itself is doubtful. */
export function isSeparator(line: Buffer, following: Buffer, isAfterBlank: boolean): boolean {
  const text = line.toString('latin1');
  const next = following.toString('latin1', 0, 200);
  if (dated.test(text)) return field.test(next);
  return isAfterBlank && datedSomehow.test(text) && mailField.test(next);
}
