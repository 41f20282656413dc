/*
 * What a person's pages say, and who may ask how often.
 */
export {
  askByMail,
  askedByMail,
  askingHandlers,
  type AskedByMail,
  type AskedStatement,
  orderAskedMail,
} from './ask-by-mail.ts';
export {
  type Asking,
  type AskingLimit,
  codeLimits,
  forgetOldAskings,
  isWithinLimits,
  mailLimits,
  noticeLimits,
} from './asking-limits.ts';
export {
  noSightings,
  type PersonalStatement,
  type Sightings,
  sightingsOfKey,
  type StatementBreach,
  type StatementSource,
  statementOfExposure,
  statementOfKey,
} from './personal-statement.ts';
export { type CodeQuestion, statementByCode } from './statement-by-code.ts';
export {
  type KnownNotice,
  type NoticeAnswer,
  noticeByReference,
  noticePurpose,
  type NoticeQuestion,
} from './notice-by-reference.ts';
export {
  type NumberedText,
  type PublishedNotice,
  publishedNotices,
  type PublishedText,
  publishedTexts,
} from './published-notices.ts';
