/*
 * Recognise: values in, data classes out, with the evidence for each. Validators over bytes for millions of values,
 * classification of columns on samples, e-mail addresses in text, normal forms. No files, no network, no clock.
 */

export { dataClasses, type DataClass } from './data-class.ts';
export { dateValue } from './dates.ts';
export { emailAt, emailValue, emailsInValue, findEmails } from './email.ts';
export { isSpanCut, spanEnd, spanStart } from './email-span.ts';
export { normaliseEmail } from './normalise-email.ts';
export { normaliseIban } from './identifiers/iban.ts';
export { nirKind, normaliseNir } from './identifiers/nir.ts';
export { foldText, normaliseName } from './names.ts';
export { isDivider, isSecondNumber, normalisePhone, phoneKind } from './phone.ts';
export { packedDay } from './packed-day.ts';
export { decidedKind } from './password/password-notes.ts';
export { passwordKinds, type PasswordKind } from './password/password-kinds.ts';
export { identifiers } from './identifiers/index.ts';
export {
  identifierNames,
  isOrganisationKind,
  isTestKind,
  longestIdentifier,
  type DecodedFacts,
  type Identifier,
  type IdentifierName,
} from './identifiers/identifier.ts';
export {
  identifierOf,
  validatorIds,
  validators,
  valueKind,
  type Validator,
  type ValidatorId,
  type ValidatorName,
} from './validators.ts';
export { isOrganisationName } from './organisation-name.ts';
export { isRoleMailbox, isTestIdentity, mayBeNobodys, type Identity } from './mailbox.ts';
export {
  classifyTable,
  readTable,
  type ClassifyOptions,
  type TableReading,
  type TableSample,
} from './classify-table.ts';
export { type ColumnSample, typeSort, type TypeSort } from './column-facts.ts';
export { identifierWords } from './column-header.ts';
export { commonGivenNames, isGivenName } from './lexicon/given-names.ts';
export type { ClassFinding, FindingEvidence } from './finding.ts';
export { honorifics, organisationWords, paperWords, particles } from './lexicon/not-names.ts';
export { isMojibake } from './mojibake.ts';
export { nestedSort } from './nested/nested-sort.ts';
export { openNested } from './nested/open-nested.ts';
export { isTellingKey } from './nested/telling-key.ts';
export { keyValidator } from './nested/key-validator.ts';
export { scanNumbers, scanText } from './text-scan/scan-text.ts';
export type { VisitFind } from './text-scan/scan.ts';
export { readText, type ReadTextOptions } from './text/read-text.ts';
export type { TextField, TextPerson, TextReading } from './text/text-field.ts';
export { flagSpecial } from './special/flag-special.ts';
export { specialCategories, type SpecialArticle, type SpecialFlag } from './special/special-category.ts';
export { expectedFindings } from './expected-finding.ts';
