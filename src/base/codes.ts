/*
 * The one table of error codes: what each means and what to do about it.
 * In: nothing. Out: the table, from which docs/reference/errors.md is generated.
 * A code is never reused for something else; a text here never speaks of one run or one value.
 */

export interface CodeEntry {
  /** What happened, for somebody who only has the code. */
  readonly meaning: string;
  /** What to do next: printed as `hint:` where the error itself brings none. */
  readonly hint: string;
}

export const errorCodes = {
  USAGE: {
    meaning: 'The command line is wrong: an unknown command or option, a missing path, a value out of range.',
    hint: 'run the command with --help',
  },
  INPUT_NOT_FOUND: {
    meaning: 'A path given as input does not exist.',
    hint: 'check the path; quote it if it holds spaces',
  },
  INPUT_UNREADABLE: {
    meaning:
      'An input exists but cannot be read: no permission, not a regular file, or the disk gave an error half-way.',
    hint: 'check who may read the file and that it is a file, then run again',
  },
  INPUT_EMPTY: {
    meaning: 'An input holds no bytes, where the command cannot go on without some.',
    hint: 'check that the copy was complete',
  },
  NOTHING_READABLE: {
    meaning: 'None of the inputs could be read as anything that can hold people; there is no report to give.',
    hint: 'give files, or a folder that holds some; check who may read them',
  },
  OUTPUT_NOT_WRITABLE: {
    meaning: 'The folder or file for the output cannot be made or written.',
    hint: 'check the permissions and the free space, or choose another place with --out',
  },
  HOME_NOT_WRITABLE: {
    meaning: 'The instance folder cannot be made or written, or the disk it lies on is full.',
    hint: 'check its permissions and the free space, or name another folder in TOCSIN_HOME',
  },
  CASE_NOT_FOUND: {
    meaning: 'No case of this instance has that id or name.',
    hint: 'see the cases with tocsin case list; open one with tocsin case open',
  },
  CASE_UNCLEAR: {
    meaning: 'It is not clear which case is meant: several could be.',
    hint: 'name the case by its id with --case',
  },
  CASE_EXISTS: {
    meaning: 'A case of that name is there already.',
    hint: 'go on with that case, or choose another name',
  },
  CASE_KEY: {
    meaning:
      'The key of the instance does not open the case: the case belongs to another instance, or the key file was replaced or is missing.',
    hint: 'put back the key file that the case was opened with, or set TOCSIN_HOME to its instance',
  },
  CASE_DAMAGED: {
    meaning: 'The record or the vault of a case is damaged, missing, or was changed by something else.',
    hint: 'put the folder of the case back from a copy, or open a new case and examine the files again',
  },
  CASE_UNREADABLE: {
    meaning:
      'A file of a case, or what its certificate is to be made from, is there and cannot be read: no permission, or the disk gave an error. It need not be damaged, and it was not touched.',
    hint: 'see who may read the file, and whether its disk is sound, then run the same command again',
  },
  CASE_CLOSED: {
    meaning:
      'The case is closed: nothing is examined into it or taken in, and it is not split or joined anew. Nothing was changed.',
    hint: 'open it again first: tocsin case reopen CASE --why TEXT',
  },
  NOTICES_ABOUT: {
    meaning:
      'The file that says what is known of an incident, for its notices, is not written as it must be.',
    hint: 'see docs/guides/notices-text.md; tocsin notify about writes one to fill in',
  },
  NOTICES_SAME_NAME: {
    meaning:
      'Whoever is to approve the texts of notices has approved them already; the second one is somebody else.',
    hint: 'let somebody else read them and approve',
  },
  NOTICES_APPROVED: {
    meaning: 'The texts of the notices are approved already, by two people.',
    hint: 'go on with tocsin notify send; a new plan asks for new approvals',
  },
  NOTICES_WORDS: {
    meaning:
      'A file of words, in which notices are to be written, is not whole or not written as it must be.',
    hint: 'tocsin notify words --language XX writes a file to fill in; each text keeps its places in braces',
  },
  NOTICES_NO_WORDS: {
    meaning: 'A notice is to be written in a language for which there are no words.',
    hint: 'give a file of words with --words; tocsin notify words --language XX writes one to fill in',
  },
  TABLE_WRONG: {
    meaning:
      'A table that was written by hand is not understood in the lines that are named. Nothing was changed.',
    hint: 'correct these lines; the guide of the command shows its columns',
  },
  NOTICES_STALE: {
    meaning:
      'Since the plan was made, an earlier plan of the case went on telling people who are in it: they would be told twice.',
    hint: 'plan once more, then have that plan approved: tocsin notify plan CASE',
  },
  NOTICES_NOT_APPROVED: {
    meaning:
      'The texts of the plan were not approved by two people, or are not any more what they approved. Nothing was sent.',
    hint: 'read them, then have two people approve: tocsin notify show CASE, tocsin notify approve CASE --by NAME',
  },
  NOTICES_PAUSED: {
    meaning: 'Somebody has paused the sending of the case. Nothing is lost: what was not sent is still open.',
    hint: 'see why with tocsin notify status CASE, then go on with tocsin notify resume CASE',
  },
  SENDER_RUNNING: {
    meaning: 'Another process is sending the notices of the case. Two at once would send some of them twice.',
    hint: 'see how far it is with tocsin notify status CASE; stop it there with Ctrl-C, or let it end',
  },
  LETTERS_UNFINISHED: {
    meaning:
      'A run that wrote letters was stopped before its last file was entered. These letters may lie in the folder that is named, and could be printed twice.',
    hint: 'run tocsin notify letters CASE --out with that folder: it ends the file, and everything goes on',
  },
  SMTP_SENDER: {
    meaning:
      'The mail server refuses every mail because of who sends it. Sending ended; what was refused so is still open.',
    hint: 'ask whoever runs the mail server to let this sender through, or name another sender in the file of --about',
  },
  NOTICES_NONE: {
    meaning: 'Nothing is planned for the case yet: nobody is told, and there is no ledger.',
    hint: 'make a plan first: tocsin notify plan CASE',
  },
  GATEWAY_CLOSED: {
    meaning:
      'The gateway for text messages takes none from here: wrong token, address or method. What was not handed over is still open.',
    hint: 'check --gateway and TOCSIN_GATEWAY_TOKEN against what its operator gave you, then run the same command again',
  },
  GATEWAY_UNREACHABLE: {
    meaning:
      'The gateway for text messages could not be reached several times in a row. What was not handed over is still open.',
    hint: 'see whether the gateway runs and its address is right, then run the same command again',
  },
  SMTP_UNREACHABLE: {
    meaning:
      'No mail could be handed to the mail server for a while. Nothing is lost: what was not handed over is still open.',
    hint: 'see whether the mail server runs and takes connections from here, then run the same command again',
  },
  SMTP_LOGIN: {
    meaning:
      'The mail server refuses the user or the password, or takes neither in a way that is known here.',
    hint: 'check user and password in --smtp; signs that mean something in a URL are written as %40 there',
  },
  SMTP_TLS: {
    meaning:
      'The connection to the mail server could not be made private: no TLS is offered, or its certificate is not valid for the name.',
    hint: 'use the name that stands in the certificate, or, where nobody can stand between, ?insecure in --smtp',
  },
  NOTICE_NOT_COMPOSED: {
    meaning: 'A notice could not be written as a mail. Nothing of its batch was sent.',
    hint: 'run the same command again; where it comes back, report it with the code and without the notice',
  },
  DKIM_KEY: {
    meaning:
      'The key that is to sign mails cannot be used: it is not there, others may read it, or it is of the wrong kind.',
    hint: 'give an RSA key of 2048 bits or more, or an Ed25519 key, in PEM, that only its owner may read (chmod 600)',
  },
  CASE_DESTROYED: {
    meaning:
      'The case was destroyed; what is left of it is the certificate and its entry in the register of incidents.',
    hint: 'read the certificate, and check it with tocsin verify',
  },
  NOT_CONFIRMED: {
    meaning:
      'Nothing was destroyed: it was not confirmed, or what would go has changed since the code was shown.',
    hint: 'run tocsin destroy with the case alone, read what goes, and give the code it prints with --confirm',
  },
  CERTIFICATE_DAMAGED: {
    meaning: 'A certificate, or what it is to be made from, is not as it was written.',
    hint: 'put the folder certificates back from a copy; tocsin verify says what is wrong with a certificate',
  },
  DELIVERY_OUTDATED: {
    meaning:
      'A case holds a delivery that another version of tocsin kept, in a form that this one does not read. The vault still answers.',
    hint: 'examine all files of the case again in one run: they take the place of all its deliveries',
  },
  CASE_BUSY: {
    meaning: 'Another process is writing into the case. Nothing was changed.',
    hint: 'wait until it has ended, then run the same command again',
  },
  HOME_BUSY: {
    meaning:
      'Another process holds the lock of the instance for longer than any command needs it. Nothing was changed.',
    hint: 'see whether a tocsin process has stopped half-way, end it, then run the same command again',
  },
  HOME_DAMAGED: {
    meaning:
      'The database of the instance (users, the register of incidents, packages received) is missing, or cannot be opened, or not with this key file. Meanwhile only tocsin custody verify works, without what the database knew of the log, as nobody knows who may do what; the cases are as they were.',
    hint: 'put instance.db and instance.db.key back from one copy; where there is none, begin a new one with tocsin custody renew --lost-database: docs/guides/users.md says what is lost',
  },
  CUSTODY_DAMAGED: {
    meaning:
      'The custody log is not as it was left: an entry, a hash, its checkpoint or a key of it was changed or is missing. Before it appends, a command checks both keys, the checkpoint, the hashes that give the root and the last entry; where one of these is wrong, nothing is appended and the command does nothing. A change further back is found by tocsin custody verify, which computes every entry and every hash again.',
    hint: 'see what is wrong with tocsin custody verify; put the folder custody back from a copy, or begin a new log with tocsin custody renew',
  },
  NOT_ALLOWED: {
    meaning:
      'The acting user may not do this: the role does not allow it, the secret is wrong, or the name is not known here.',
    hint: 'name yourself in TOCSIN_USER with the secret in TOCSIN_SECRET, or ask an owner: tocsin user list shows the roles',
  },
  SEALED_DAMAGED: {
    meaning: 'A sealed file was changed, cut off, or added to. Nothing of the damaged part was handed out.',
    hint: 'get the file again from whoever sealed it, or from a copy',
  },
  SEALED_KEY: {
    meaning: 'A sealed file does not open with what was given: it was sealed to somebody else.',
    hint: 'give the identity that belongs to the recipient the file was sealed to',
  },
  RECIPIENT: {
    meaning: 'What was given to seal to is no X25519 recipient of age, a text that begins with age1.',
    hint: 'ask for the public key that age-keygen prints, which begins with age1',
  },
  IDENTITY: {
    meaning:
      'What was given to open with holds no X25519 identity of age, a text that begins with AGE-SECRET-KEY-1.',
    hint: 'give the file that age-keygen wrote',
  },
  USER_EXISTS: {
    meaning: 'A user of that name is there already.',
    hint: 'choose another name, or remove that user first',
  },
  USER_UNKNOWN: {
    meaning: 'The instance has no user of that name.',
    hint: 'see the users with tocsin user list',
  },
  EVIDENCE_NOT_FOUND: {
    meaning: 'The case has no evidence of that id.',
    hint: 'see the evidence of a case with tocsin evidence list',
  },
  EVIDENCE_CHANGED: {
    meaning:
      'A file that was examined into the case is not where it was, or no longer holds the same bytes, and the case has no sealed copy of it.',
    hint: 'put the file back where it was, or take it in again with tocsin evidence add --copy',
  },
  RULES_WRONG: {
    meaning:
      'The file of rules that say whose rows are whose is not understood, or names a table or a column that the case does not have, or a list or a file of values that cannot be read.',
    hint: 'correct the rule that is named; docs/guides/split.md shows how rules are written',
  },
  PACKAGE_REFUSED: {
    meaning:
      'A package of a controller is not taken: it was changed, is signed by another instance, was made for another recipient, or was received before. Nothing was written.',
    hint: 'ask the sender for the package again, on a way that you trust',
  },
  CONTROLLER_UNKNOWN: {
    meaning: 'The case is split by controller, and none of its controllers has that name.',
    hint: 'see the controllers with tocsin case show; split the case anew where one is missing',
  },
  DIRECTORY_UNCLEAR: {
    meaning:
      'A directory of a controller is no table that can be read, or none of its columns is understood as one to join by. Nothing was changed.',
    hint: 'save it as CSV in UTF-8 with the names of its columns in the first line; say with --column which is which',
  },
  DIRECTORY_UNREACHABLE: {
    meaning: 'The database of a directory cannot be reached, or refuses the query. Nothing was changed.',
    hint: 'check address, user, password and table; the password may come from PGPASSWORD',
  },
  REGISTER_UNREACHABLE: {
    meaning:
      'The database of the register cannot be reached, or was lost meanwhile. What was acknowledged is in it.',
    hint: 'check that it runs, its address, user and password, then run the same again',
  },
  REGISTER_BUSY: {
    meaning: 'Another process writes into the register and did not end in time.',
    hint: 'run the same again; a load that is under way lets others in between',
  },
  REGISTER_FULL: {
    meaning: 'The register cannot be written: no space is left, or it is read-only. Nothing is half done.',
    hint: 'make room on the disk that the register lies on, then run the same again',
  },
  REGISTER_DAMAGED: {
    meaning: 'The file of the register is not what was written, or belongs to another instance.',
    hint: 'put back the folder of the instance as it was, key and register.db together',
  },
  BREACH_EXISTS: {
    meaning: 'A breach of that name is there already, or is being loaded.',
    hint: 'choose another name, or withdraw the other first; tocsin breach list shows them',
  },
  BREACH_UNKNOWN: {
    meaning: 'The register has no breach of that name.',
    hint: 'see the breaches with tocsin breach list',
  },
  REGISTER_OTHER: {
    meaning:
      'The database holds the register of another instance, whose keys this one does not have: nobody would be found.',
    hint: 'set TOCSIN_HOME to the folder of the instance that made it, or give an empty database',
  },
  REGISTER_NEWER: {
    meaning: 'The register was written by a later version of the program. Nothing was changed.',
    hint: 'run the version that wrote it, or a later one',
  },
  API_KEY_UNKNOWN: {
    meaning: 'The register has no API key of that number.',
    hint: 'see the keys with tocsin key list',
  },
  SERVE_ADDRESS: {
    meaning:
      'The service cannot listen where it was told to: the port is taken, or the address is not of this machine.',
    hint: 'choose another --port or --host; --port 0 takes a free one',
  },
  WEBHOOK_UNKNOWN: {
    meaning: 'The register has no webhook of that number.',
    hint: 'see the webhooks with tocsin webhook list',
  },
  MASK_KEY_UNKNOWN: {
    meaning: 'The instance has no key for masking of that name.',
    hint: 'see the keys with tocsin mask key list',
  },
  MASK_KEY_DESTROYED: {
    meaning:
      'The key for masking was destroyed: no copy can be masked under it again, and none be traced to it.',
    hint: 'mask under another name with --key',
  },
  MASK_KEY_DAMAGED: {
    meaning: 'A key for masking is there, but is damaged or belongs to another instance.',
    hint: 'put back the folder of the instance as it was, the file key and mask-keys together',
  },
  MASK_SUBSET: {
    meaning: 'A rule of --subset, or a link of the plan, names what the source does not have.',
    hint: 'see the tables and columns of the source in its plan; write --subset TABLE=1% or TABLE=1000',
  },
  MASK_RECEIPT: {
    meaning: 'The receipt of a masked copy is missing, or is none that can be read.',
    hint: 'name it with --receipt; it is written beside the copy as NAME.receipt.json',
  },
  MASK_PLAN: {
    meaning: 'A masking plan cannot be used: it is not written as plans are. Nothing was masked.',
    hint: 'mend the line that is named, or have a new plan proposed with tocsin mask plan',
  },
  KERNEL_MISSING: {
    meaning: 'The compiled kernel is not there, or was built from other sources than the ones here.',
    hint: 'run npm start or npm test once: they compile it',
  },
  WORKER_FAILED: {
    meaning: 'A worker ended before its part of the input was done. No number was made from its half result.',
    hint: 'run again; if it happens twice at the same offset, please report it without the data',
  },
  INTERRUPTED: {
    meaning: 'The run was stopped by a signal. No output file was left half-written.',
    hint: 'run the same command again; of a run of more than 20 seconds most is kept, and it goes on from there',
  },
} as const satisfies Record<string, CodeEntry>;

export type ErrorCode = keyof typeof errorCodes;
