/*
 * Small mails, alone, in mailboxes and in stores. All people in them are made up.
 */
import { mailTree, writeCompoundFile } from '../../src/read/mail/compound-file.fixture.ts';
import { letter, outlookContact, outlookMail } from '../../src/read/mail/mail-file.fixture.ts';
import { writePst } from '../../src/read/mail/pst-file.fixture.ts';
import { type Seeds, seedsOf } from './seed.ts';

const from = 'From ada@example.com Tue Nov  8 10:00:00 2016\n';

export function mailSeeds(): Seeds {
  const folders = [
    { name: 'Inbox', mails: [outlookMail] },
    { name: '../Contacts', mails: [outlookContact] },
  ];
  return {
    eml: seedsOf(
      letter,
      'From: a@example.com\nTo: b@example.com\nSubject: =?utf-8?B?w4k=?=\n\nplain words\n',
    ),
    mbox: seedsOf(
      `${from}From: Ada <ada@example.com>\nTo: bea@example.org\n\nFirst.\n>From quoted\n\n${from}${letter}\n`,
    ),
    msg: seedsOf(writeCompoundFile(mailTree(outlookMail)), writeCompoundFile(mailTree(outlookContact))),
    pst: seedsOf(writePst({ folders }), writePst({ folders, cipher: 'cyclic' })),
  };
}
