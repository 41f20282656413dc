// What the command line and the web may use of the pipeline.
export { examine, type ExamineOptions } from './examine.ts';
