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
