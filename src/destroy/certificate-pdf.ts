// The certificate on paper: a page in English, one in French, and the lists once for both; the certificate itself is
// attached. In: the text of its file and what that holds. Out: the bytes of a sealed PDF, the same each time.

import PDFDocument from 'pdfkit';
import type { InstanceSigner } from '../custody/index.ts';
import {
  annexWords,
  type CertificateLanguage,
  certificateWords,
  type CertificateWords,
} from './certificate-words.ts';
import { certificateHash, type SignedCertificate } from './signed-certificate.ts';
import { createPaper, type Paper } from './paper.ts';
import { sealPdf } from './pdf-seal.ts';

/** What the certificate is called inside of the PDF. */
export const attachmentName = 'certificate.json';

export function certificatePdf(text: string, signed: SignedCertificate, signer: InstanceSigner): Buffer {
  const { certificate } = signed;
  const at = new Date(certificate.steps.at(-1)!.at);
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 52, bottom: 52, left: 56, right: 56 },
    info: {
      Title: `${certificateWords.en.title} · ${certificateWords.fr.title} ${certificate.case.id}`,
      Subject: `tocsin case ${certificate.case.id}`,
      Creator: certificate.program,
      Producer: 'pdfkit',
      CreationDate: at,
    },
    lang: 'en',
    pdfVersion: '1.7',
    displayTitle: true,
    bufferPages: true,
  });
  document.file(Buffer.from(text), {
    name: attachmentName,
    type: 'application/json',
    description: 'the signed certificate',
    creationDate: at,
    modifiedDate: at,
    relationship: 'Source',
  });
  const paper = createPaper(document);
  for (const language of ['en', 'fr'] as const) {
    if (language === 'fr') paper.newPage();
    writePart(paper, signed, language);
  }
  paper.newPage();
  writeAnnex(paper, signed);
  paper.numberPages((page, pages) => `${certificate.case.id} · ${page}/${pages}`);
  return sealPdf(paper.end(), signer);
}

function writePart(
  paper: Paper,
  { certificate, log, publicKey }: SignedCertificate,
  language: CertificateLanguage,
): void {
  const words = certificateWords[language];
  const { case: about, by, gone, method, stays, verification, steps } = certificate;
  const count = (value: number): string => value.toLocaleString(language);
  const erased = steps.find(({ step }) => step === 'key overwritten' || step === 'key record removed');
  const destroyedAt = erased ?? steps[0]!;
  paper.title(words.title);
  paper.text(words.about(about.id, momentText(destroyedAt.at), by.who, words.roles[by.role] ?? by.role));
  if (about.name !== null) paper.row(words.caseName, about.name);
  paper.row(words.openedAt, momentText(about.openedAt));

  paper.heading(words.gone);
  paper.row(words.people, peopleText(gone.people, words, count));
  const copies = gone.evidence.filter(({ how }) => how === 'copy').length;
  paper.row(
    words.evidence,
    words.evidenceCount(gone.evidence.length, copies, count(gone.evidence.length), count(copies)),
  );
  paper.row(words.deliveries, count(gone.deliveries));
  paper.row(words.controllers, count(gone.controllers));
  paper.row(words.contacts, count(gone.contacts));
  if (gone.notices) paper.row(words.notices, words.noticesText(gone.notices, count));
  paper.row(words.files, words.fileCount(count(gone.files.length), count(gone.bytes)));

  paper.heading(words.how);
  paper.text(words.howText);
  paper.row(words.fingerprint, method.keyFingerprint, 'fixed');
  for (const { where } of method.keyCopies) paper.row(...words.keyCopies[where]);

  paper.heading(words.steps);
  for (const { step, at } of steps) paper.row(momentText(at), words.stepNames[step] ?? step);

  paper.heading(words.checked);
  for (const { check, holds } of verification)
    paper.row(holds ? words.holds : words.fails, words.checks[check]);

  paper.heading(words.stays);
  paper.list([
    ...words.staysList,
    ...(stays.packages > 0 ? [words.staysPackages(stays.packages)] : []),
    ...(stays.originals.length > 0 ? [words.staysOriginals(stays.originals.length)] : []),
    ...(stays.handedOut && stays.handedOut.copies > 0 ? [words.staysHandedOut(stays.handedOut)] : []),
  ]);

  paper.heading(words.notPromised);
  paper.list(words.notPromisedList);

  paper.heading(words.verify);
  paper.text(words.verifyText(String(log.begun ?? '–'), String(log.done)));
  paper.row(words.key, publicKey, 'fixed');
  paper.row(words.contentHash, certificateHash(certificate), 'fixed');
}

function writeAnnex(paper: Paper, { certificate }: SignedCertificate): void {
  const { gone, stays } = certificate;
  paper.title(annexWords.title);
  paper.heading(annexWords.evidence);
  for (const { id, sha256, bytes, how } of gone.evidence)
    paper.entry(id, sha256, `${sizeText(bytes)}\n${annexWords.how[how]}`);
  if (stays.originals.length > 0) paper.heading(annexWords.originals);
  for (const { evidence, sha256, bytes, state, path } of stays.originals)
    paper.entry(evidence, path ?? sha256, `${sizeText(bytes)}\n${annexWords.states[state]}`);
  paper.heading(annexWords.files);
  for (const { path, bytes } of gone.files) paper.entry('', path, sizeText(bytes));
}

function peopleText(
  people: SignedCertificate['certificate']['gone']['people'],
  words: CertificateWords,
  count: (value: number) => string,
): string {
  if (people === null) return words.unknownPeople;
  const bounds = people.min === people.max ? '' : words.bounds(count(people.min), count(people.max));
  return `${count(people.count)}${bounds}`;
}

/** `2026-11-23 04:12:33 UTC` */
function momentText(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function sizeText(bytes: number): string {
  return `${bytes.toLocaleString('fr')} ${annexWords.bytes}`;
}
