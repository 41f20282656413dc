// A case with an approved plan for made-up people, none of whom was sent anything. Arguments: an instance folder that is
// not there yet, and how many. Prints the case. The same texts are written to texts.json for the peers.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NoticeText, renderMail } from '../../src/notify/index.ts';
import { openNotices } from '../../src/store/notices/index.ts';
import { madeUpSending } from '../../test/notify/made-up-sending.fixture.ts';

const [folder, people] = process.argv.slice(2) as [string, string];
const { record } = madeUpSending(folder, { people: Number(people), domains: 1000, variants: 8 });
using notices = openNotices(record);
const texts = notices.db.prepare('SELECT texts FROM variant').pluck().all() as string[];
const mails = texts.map((text) => renderMail(JSON.parse(text) as NoticeText));
writeFileSync(join(folder, 'texts.json'), JSON.stringify(mails));
process.stdout.write(`${record.case}\n`);
