// What the command line and the web may use of the pipeline.
export { examine, type ExamineOptions, readableInputs } from './examine.ts';
export type { ExaminedColumn, ExaminedPeople, ExaminedTable } from './examined-people.ts';
export { examineIntoCase, type KeptExamination } from './keep-case.ts';
export { findPerson, type PersonQuestion } from './find-person.ts';
