/*
 * Recognise: values in, data classes out, with the evidence for each. Validators over bytes for millions of values,
 * classification of columns on samples, e-mail addresses in text, normal forms. No files, no network, no clock.
 */

export { dataClasses, type DataClass } from './data-class.ts';
export { emailAt, emailValue, emailsInValue, findEmails } from './email.ts';
export { isSpanCut, spanEnd, spanStart } from './email-span.ts';
export { normaliseEmail } from './normalise-email.ts';
export { normaliseIban } from './iban.ts';
export { normaliseNir } from './nir.ts';
export { normaliseName } from './names.ts';
export { normalisePhone } from './phone.ts';
export { passwordKinds, type PasswordKind } from './password-kind.ts';
export {
  validatorIds,
  validators,
  valueKind,
  type Validator,
  type ValidatorId,
  type ValidatorName,
} from './validators.ts';
export { isRoleMailbox, isTestIdentity, mayBeNobodys, type Identity } from './mailbox.ts';
export { classifyTable, type ClassifyOptions, type TableSample } from './classify-table.ts';
export type { ColumnSample } from './column-facts.ts';
export type { ClassFinding, FindingEvidence } from './finding.ts';
export { isMojibake } from './mojibake.ts';
export { readText, type ReadTextOptions } from './text/read-text.ts';
export type { TextField, TextPerson, TextReading } from './text/text-field.ts';
