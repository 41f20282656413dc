// Notices whose texts the organisation published: whoever got one can compare it word by word. In: the register. Out: the
// notices, newest first, and their texts with nothing of any person.

import {
  noticeTexts,
  openJson,
  publishedNotices as noticeRows,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { type KnownNotice, noticePurpose } from './notice-by-reference.ts';

/** As it is stored. `text`: the notice itself, whose shape only those know who write and show it. */
export interface PublishedText {
  audience: string;
  /** Names of the data classes that it says were lost. */
  classes: string[];
  /** Of the text as it was approved, in hex. */
  sha256: string;
  text: unknown;
}

export interface PublishedNotice extends KnownNotice {
  notice: number;
}

export interface NumberedText extends PublishedText {
  number: number;
  language: string;
}

type Register = Pick<RegisterDatabase, 'rows' | 'secrets'>;

export async function publishedNotices({ rows, secrets }: Register): Promise<PublishedNotice[]> {
  return (await noticeRows(rows)).map(({ notice, sealed }) => ({
    notice,
    ...openJson<KnownNotice>(secrets, noticePurpose, sealed),
  }));
}

/** None where the notice is not known or was not published. */
export async function publishedTexts({ rows }: Register, notice: number): Promise<NumberedText[]> {
  return (await noticeTexts(rows, notice)).map(({ number, language, body }) => ({
    number,
    language,
    ...(JSON.parse(body) as PublishedText),
  }));
}
