// What the certificate says on paper, in English and in French. In: nothing. Out: the words, by language; the codes of a
// certificate are its keys.

import type { HandedOut, KeyCopy, OriginalFile, ToldCounts, VerificationCheck } from './certificate.ts';

export type CertificateLanguage = 'en' | 'fr';

export interface CertificateWords {
  title: string;
  /** Of the case. */
  about: (id: string, day: string, who: string, role: string) => string;
  roles: Record<string, string>;
  caseName: string;
  openedAt: string;
  gone: string;
  people: string;
  unknownPeople: string;
  bounds: (min: string, max: string) => string;
  evidence: string;
  evidenceCount: (count: number, copies: number, shown: string, shownCopies: string) => string;
  deliveries: string;
  contacts: string;
  notices: string;
  noticesText: (told: ToldCounts, shown: (count: number) => string) => string;
  controllers: string;
  files: string;
  fileCount: (count: string, bytes: string) => string;
  how: string;
  howText: string;
  fingerprint: string;
  keyCopies: Record<KeyCopy, [where: string, done: string]>;
  steps: string;
  stepNames: Record<string, string>;
  checked: string;
  checks: Record<VerificationCheck, string>;
  holds: string;
  fails: string;
  stays: string;
  staysList: string[];
  staysPackages: (count: number) => string;
  staysOriginals: (count: number) => string;
  staysHandedOut: (handedOut: HandedOut) => string;
  notPromised: string;
  notPromisedList: string[];
  verify: string;
  verifyText: (begun: string, done: string) => string;
  key: string;
  contentHash: string;
}

/** Headings of the lists, which are there once for both languages. */
export const annexWords = {
  title: 'Annex · Annexe',
  evidence: 'Evidence of the case · Pièces du dossier',
  originals: 'Originals outside of the instance, not touched · Originaux hors de l’instance, non touchés',
  files: 'Files of the case, all removed · Fichiers du dossier, tous supprimés',
  bytes: 'bytes · octets',
  how: { copy: 'sealed copy · copie scellée', reference: 'by reference · par référence' },
  states: {
    there: 'still there · toujours là',
    changed: 'there, of another size · là, d’une autre taille',
    gone: 'not at its place · absent de sa place',
  } satisfies Record<OriginalFile['state'], string>,
};

export const certificateWords: Record<CertificateLanguage, CertificateWords> = {
  en: {
    title: 'Certificate of destruction',
    about: (id, day, who, role) => `The case ${id} was destroyed on ${day} by ${who} (${role}).`,
    roles: { owner: 'owner', responder: 'responder', reader: 'reader', auditor: 'auditor' },
    caseName: 'Name of the case',
    openedAt: 'Case opened',
    gone: 'What was destroyed',
    people: 'People',
    unknownPeople: 'not known: the case could not be read',
    bounds: (min, max) => ` (at least ${min}, at most ${max})`,
    evidence: 'Evidence',
    evidenceCount: (count, copies, shown, shownCopies) =>
      `${shown} ${count === 1 ? 'file' : 'files'}, listed in the annex; ${copies === 0 ? 'none' : shownCopies} as a sealed copy in the case`,
    deliveries: 'Deliveries examined',
    contacts: 'Contacts from directories',
    notices: 'Ledger of notices',
    noticesText: ({ told, open, unreachable }, shown) =>
      `people told: ${shown(told)}; still to be told: ${shown(open)}; reached by no channel: ${shown(unreachable)}`,
    controllers: 'Controllers',
    files: 'Files of the case',
    fileCount: (count, bytes) => `${count}, in all ${bytes} bytes, encrypted or sealed`,
    how: 'How',
    howText:
      'Cryptographic erase (NIST SP 800-88 Rev. 2). All that the case held was encrypted before it was written to disk, under a random key of 256 bits that was used for this case alone. That key rested only sealed under the key of the instance. What it encrypted can be read by nobody without it, and was removed as well; what became of each copy of it stands here.',
    fingerprint: 'SHA-256 of the key',
    keyCopies: {
      'case-record': ['The key in the case’s record', 'overwritten in place with random bytes, removed'],
      'case-record-missing': [
        'The key in the case’s record',
        'not there when it was to be overwritten: something else had removed it',
      ],
      'this-process': [
        'The key in memory',
        'the copy that the open case held was overwritten, or its process had ended; others go with the process',
      ],
      'instance-key': [
        'The key of the instance',
        'replaced by another; the old one overwritten in place and removed',
      ],
    },
    steps: 'Steps',
    stepNames: {
      begun: 'Destruction begun, entered in the custody log',
      'key overwritten': 'Key of the case overwritten',
      'key record removed': 'Record of the key removed',
      'files removed': 'Files of the case removed',
      checked: 'Looked at what is left',
      'instance key replaced': 'Key of the instance replaced',
    },
    checked: 'Checked afterwards',
    checks: {
      'key-bytes-overwritten': 'where the key lay, random bytes are read',
      'case-does-not-open': 'the instance, with its key, does not open the case',
      'key-record-absent': 'the record of the key is not there',
      'files-absent': 'no file of the case is there',
    },
    holds: 'yes',
    fails: 'NO',
    stays: 'What stays',
    staysList: [
      'the entry in the register of incidents (GDPR Art. 33(5)), without people',
      'the custody log: who did what and when; reasons and names in it were sealed under the key of the case',
      'what was published of the case in the register of breaches, where it was: keyed hashes, until it is withdrawn',
      'the passwords of the case in the register, where they were taken into it: hashes, and how many people had each, until they are forgotten',
      'this certificate',
    ],
    staysPackages: (count) =>
      `${count} ${count === 1 ? 'package' : 'packages'} made for controllers: each opens with the controller’s own key and is the controller’s to destroy`,
    staysOriginals: (count) =>
      `${count} ${count === 1 ? 'original file' : 'original files'} outside of the instance, listed in the annex: not the instance’s, and to be destroyed by whoever keeps them`,
    staysHandedOut: ({ copies, there }) =>
      `${copies} ${copies === 1 ? 'copy' : 'copies'} of evidence handed out in clear, ${there} still where written: not the instance’s, and to be destroyed by whoever has them`,
    notPromised: 'What this certificate cannot promise',
    notPromisedList: [
      'copies of the instance folder that were made before together with the key file of the instance',
      'snapshots of the file system or the machine that were made before',
      'older blocks that the medium itself keeps (flash storage, copy-on-write file systems)',
      'the memory of processes, and what the system wrote of it to disk',
      'files outside of the instance folder',
    ],
    verify: 'How to check this',
    verifyText: (begun, done) =>
      `tocsin verify, with this file or the JSON file of the same name, checks the signature, every byte, and that the custody log holds the destruction (entries ${begun} and ${done}). The JSON is attached to this PDF; its signature is a C2SP signed note with Ed25519, its proof a C2SP tlog-proof, which other programs check as well.`,
    key: 'Public key of the instance',
    contentHash: 'SHA-256 of the content, as the custody log holds it',
  },
  fr: {
    title: 'Certificat de destruction',
    about: (id, day, who, role) => `Le dossier ${id} a été détruit le ${day} par ${who} (${role}).`,
    roles: { owner: 'propriétaire', responder: 'intervenant', reader: 'lecteur', auditor: 'auditeur' },
    caseName: 'Nom du dossier',
    openedAt: 'Dossier ouvert',
    gone: 'Ce qui a été détruit',
    people: 'Personnes',
    unknownPeople: 'inconnu : le dossier n’a pas pu être lu',
    bounds: (min, max) => ` (au moins ${min}, au plus ${max})`,
    evidence: 'Pièces',
    evidenceCount: (count, copies, shown, shownCopies) =>
      `${shown} ${count === 1 ? 'fichier' : 'fichiers'}, en annexe ; ${copies === 0 ? 'aucun' : shownCopies} en copie scellée dans le dossier`,
    deliveries: 'Livraisons examinées',
    contacts: 'Contacts issus d’annuaires',
    notices: 'Registre des notifications',
    noticesText: ({ told, open, unreachable }, shown) =>
      `personnes informées : ${shown(told)} ; restant à informer : ${shown(open)} ; injoignables : ${shown(unreachable)}`,
    controllers: 'Responsables de traitement',
    files: 'Fichiers du dossier',
    fileCount: (count, bytes) => `${count}, en tout ${bytes} octets, chiffrés ou scellés`,
    how: 'Comment',
    howText:
      'Effacement cryptographique (NIST SP 800-88 Rev. 2). Tout ce que contenait le dossier a été chiffré avant d’être écrit sur le disque, sous une clé aléatoire de 256 bits propre à ce dossier. Cette clé ne reposait que scellée sous la clé de l’instance. Sans elle, personne ne peut lire ce qu’elle chiffrait, qui a été supprimé aussi ; ce qu’est devenue chacune de ses copies figure ici.',
    fingerprint: 'SHA-256 de la clé',
    keyCopies: {
      'case-record': [
        'La clé dans la fiche du dossier',
        'écrasée sur place par des octets aléatoires, supprimée',
      ],
      'case-record-missing': [
        'La clé dans la fiche du dossier',
        'absente au moment de l’écraser : autre chose l’avait supprimée',
      ],
      'this-process': [
        'La clé en mémoire',
        'la copie que tenait le dossier ouvert a été écrasée, ou son processus avait pris fin ; les autres disparaissent avec le processus',
      ],
      'instance-key': [
        'La clé de l’instance',
        'remplacée par une autre ; l’ancienne écrasée sur place et supprimée',
      ],
    },
    steps: 'Étapes',
    stepNames: {
      begun: 'Destruction commencée, inscrite au journal de conservation',
      'key overwritten': 'Clé du dossier écrasée',
      'key record removed': 'Fiche de la clé supprimée',
      'files removed': 'Fichiers du dossier supprimés',
      checked: 'Constat de ce qui reste',
      'instance key replaced': 'Clé de l’instance remplacée',
    },
    checked: 'Vérifié ensuite',
    checks: {
      'key-bytes-overwritten': 'à la place de la clé se lisent des octets aléatoires',
      'case-does-not-open': 'l’instance, avec sa clé, n’ouvre pas le dossier',
      'key-record-absent': 'la fiche de la clé n’est plus là',
      'files-absent': 'aucun fichier du dossier n’est plus là',
    },
    holds: 'oui',
    fails: 'NON',
    stays: 'Ce qui reste',
    staysList: [
      'l’inscription au registre des violations (RGPD art. 33, § 5), sans personnes',
      'le journal de conservation : qui a fait quoi et quand ; motifs et noms y étaient scellés sous la clé du dossier',
      'ce qui a été publié du dossier dans le registre des fuites, s’il l’a été : des empreintes à clé, jusqu’à son retrait',
      'les mots de passe du dossier dans le registre, s’ils y ont été repris : des empreintes et le nombre de personnes pour chacune, jusqu’à leur suppression',
      'ce certificat',
    ],
    staysPackages: (count) =>
      count === 1
        ? '1 paquet fait pour un responsable de traitement : il s’ouvre avec sa propre clé, et c’est à lui de le détruire'
        : `${count} paquets faits pour des responsables de traitement : chacun s’ouvre avec leur propre clé, et c’est à eux de les détruire`,
    staysOriginals: (count) =>
      count === 1
        ? '1 fichier original hors de l’instance, en annexe : il n’est pas à l’instance, et revient à qui le garde'
        : `${count} fichiers originaux hors de l’instance, en annexe : ils ne sont pas à l’instance, et reviennent à qui les garde`,
    staysHandedOut: ({ copies, there }) =>
      `${copies} ${copies === 1 ? 'copie remise' : 'copies remises'} en clair, dont ${there} encore à sa place d’origine : hors de l’instance, à détruire par qui les détient`,
    notPromised: 'Ce que ce certificat ne peut pas promettre',
    notPromisedList: [
      'les copies du répertoire de l’instance faites auparavant avec le fichier de clé de l’instance',
      'les instantanés du système de fichiers ou de la machine faits auparavant',
      'les anciens blocs que le support garde lui-même (mémoire flash, systèmes à copie sur écriture)',
      'la mémoire des processus, et ce que le système en a écrit sur disque',
      'les fichiers hors du répertoire de l’instance',
    ],
    verify: 'Comment le vérifier',
    verifyText: (begun, done) =>
      `tocsin verify, avec ce fichier ou le fichier JSON du même nom, vérifie la signature, chaque octet, et que le journal de conservation contient la destruction (entrées ${begun} et ${done}). Le JSON est joint à ce PDF ; sa signature est une note signée C2SP (Ed25519), sa preuve une tlog-proof C2SP, que d’autres programmes vérifient aussi.`,
    key: 'Clé publique de l’instance',
    contentHash: 'SHA-256 du contenu, tel que le journal de conservation le contient',
  },
};
