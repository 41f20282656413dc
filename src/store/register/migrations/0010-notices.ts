// Notices that people were sent, so that anybody who got one can make sure that it is real. `case_notice`: of one plan of one
// case in the name of one controller, sealed what is said of it. `case_notice_reference`: the references of its letters and
// mails, as keyed hashes. `case_notice_text`: its texts, where they were published.

import type { Generated } from 'kysely';
import type { Migration } from '../migration.ts';

export interface NoticeTables {
  case_notice: {
    notice: Generated<number>;
    case_id: string;
    plan: number;
    controller_key: Buffer;
    sealed: Buffer;
    state: 'loading' | 'known';
    reference_count: number;
    known_at: number;
  };
  case_notice_reference: { code_key: Buffer; notice: number };
  case_notice_text: { notice: number; number: number; language: string; body: string };
}

export const notices: Migration = {
  number: 10,
  name: 'notices',
  statements: ({ bytes, integer, small, numbered, end, endByKey }) => [
    `CREATE TABLE case_notice (
       notice ${numbered}, case_id TEXT NOT NULL, plan ${integer} NOT NULL, controller_key ${bytes} NOT NULL,
       sealed ${bytes} NOT NULL, state TEXT NOT NULL, reference_count ${integer} NOT NULL,
       known_at ${integer} NOT NULL, UNIQUE (case_id, plan, controller_key)) ${end}`,
    `CREATE TABLE case_notice_reference (
       code_key ${bytes} NOT NULL, notice ${small} NOT NULL, PRIMARY KEY (code_key, notice)) ${endByKey}`,
    `CREATE TABLE case_notice_text (
       notice ${integer} NOT NULL, number ${integer} NOT NULL, language TEXT NOT NULL, body TEXT NOT NULL,
       PRIMARY KEY (notice, number)) ${endByKey}`,
  ],
};
