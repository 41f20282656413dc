/*
 * Telling people and programs: mails from the outbox to a mail server, calls of webhooks, pages fetched to see whose a
 * domain is. Other stages import from here only.
 */
export { createMailer, mailHandlers, type Mailer } from './mails/send-mails.ts';
export type { MailSettings } from './mails/compose-mail.ts';
export { fetchPage } from './outbound/fetch-page.ts';
export { webhookCall, type WebhookCall, webhookHandler } from './webhooks/call-webhook.ts';
export {
  createNoticeReferences,
  type NoticeReferences,
  referenceOf,
} from './references/notice-references.ts';
export { settleSalts } from './references/settle-salts.ts';
export { type AddressFault, checkAddress, mostAddressLines } from './letters/check-address.ts';
export { runSender } from './smtp/run-sender.ts';
export type {
  ConnectionNote,
  OutgoingMail,
  SenderOptions,
  SmtpOutcome,
  SmtpResult,
} from './smtp/sender-types.ts';
export type { PaceAnswer, Pacer, PaceSettings } from './smtp/pacing-types.ts';
export { type MailboxBatch, readMailbox } from './returns/read-mailbox.ts';
export {
  readReturn,
  type Returned,
  type ReturnedComplaint,
  type ReturnedReport,
  unknownWhys,
} from './returns/read-return.ts';
export type { Outcome } from './returns/delivery-outcome.ts';
export {
  callGateway,
  checkGatewayUrl,
  type GatewayOutcome,
  type GatewaySettings,
  type TextMessage,
} from './texts/call-gateway.ts';
export { listLine } from './texts/list-cell.ts';
export { nextSendingMoment, type SendingHours, usualHours, zoneOfNumber } from './texts/sending-hours.ts';
export type {
  ComposedNotice,
  Composer,
  ComposerOptions,
  DkimKey,
  DkimSigner,
  MailOrder,
  MailSender,
  MailVariant,
} from './composing/composer-types.ts';
export { parseSmtpUrl } from './mails/smtp-url.ts';
export { addressBlock } from './letters/address-block.ts';
export { layOutLetter, sheetsOf } from './letters/lay-out-letter.ts';
export { createLetterFile } from './letters/letter-file.ts';
export { isNarrowEnough } from './letters/narrow-lines.ts';
export type { LaidOutLetter, LetterSender, LetterSettings } from './letters/letter-types.ts';
export { type LetterWindow, letterWindows, windowOf } from './letters/letter-windows.ts';
export type { LetterPerson } from './letters/personal-ops.ts';
export { letterFonts } from './letters/font/letter-fonts.ts';
export { printableText } from './letters/font/printable-text.ts';
export { createPacer } from './smtp/create-pacer.ts';
export { estimateSeconds } from './smtp/estimate-seconds.ts';
export { type MailAddress, parseMailAddress } from './smtp/mail-address.ts';
export { parseServerSettings, type ServerSettings } from './smtp/server-settings.ts';
export { createComposer } from './composing/create-composer.ts';
export { dkimRecord, readDkimKey, type DkimKeyFile } from './composing/read-dkim-key.ts';
export {
  type InLanguages,
  nameMark,
  noNoticeFacts,
  type NoticeAudience,
  type NoticeBlock,
  type NoticeContent,
  type NoticeElement,
  noticeElements,
  type NoticeFacts,
  type NoticeKind,
  type NoticeParagraph,
  type NoticeText,
  referenceMark,
} from './wording/notice-types.ts';
export { heldItems, isKindTold, passwordStateOf } from './wording/blocks/data-block.ts';
export { renderNotice } from './wording/render-notice.ts';
export {
  cutAtMarks,
  type MailBody,
  type MailTemplate,
  nameInHtml,
  nameInText,
  renderMail,
} from './wording/render-mail.ts';
export { hashOfText, hashOfTexts } from './wording/text-hash.ts';
export { messageParts } from './wording/short-text.ts';
export { type WordsOf, writtenWords } from './wording/words/written-words.ts';
export { type About, nothingSaid, type SaidFacts } from './wording/about/about.ts';
export { factsOf, unknownControllers, usualSender } from './wording/about/facts-of.ts';
export { parseAbout } from './wording/about/parse-about.ts';
export { authorityOf } from './wording/about/authorities.ts';
export {
  createNoticeLinter,
  lintNotice,
  type NoticeLinter,
  type NoticeVerdict,
} from './wording/lint/lint-notice.ts';
export type { LintFinding, LintPlace, LintRule } from './wording/lint/lint-finding.ts';
export { readingLevel, type ReadingLevel } from './wording/readability/reading-level.ts';
export { unsaidFindings } from './wording/lint/unsaid.ts';
export { aboutToFill } from './wording/about/about-to-fill.ts';
export { parseWords, wordsToFill } from './wording/words/parse-words.ts';
export { isLanguageTag } from './wording/words/language-tag.ts';
export type { NoticeWords } from './wording/words/notice-words.ts';
export { substituteHtml, substituteText } from './substitute/lay-out-substitute.ts';
export { publicationPlaces, type PublicationPlace } from './substitute/publication-places.ts';
export {
  hasOtherWay,
  hasSubstituteWords,
  renderSubstitute,
  type SubstituteCounts,
  type SubstituteNotice,
} from './substitute/render-substitute.ts';
