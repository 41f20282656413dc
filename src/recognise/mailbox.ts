/*
 * Mailboxes that are nobody's own and identities that are nobody's at all. In: the local part of an address; an
 * address and names. Out: yes or no. Strict on purpose: a real person called Tester must never vanish from the count.
 */

import { foldText } from './names.ts';

/* English, French, German, Spanish, Italian and Dutch; compared without digits, dots, hyphens and underscores. */
const roles = new Set(
  `abuse accounting accounts accueil admin administracion administration administrateur administrator allgemein alerts amministrazione
  anfrage anfragen apply assistance ausbildung backoffice bewerbung bewerbungen billing boekhouding booking bookings bounce
  bounces buchhaltung buero booking candidates candidature candidatures carriere career careers compliance comptabilite
  comunicacion contabilidad contabilita contact contactus contacto contatti contatto curriculum customercare customerservice
  customersupport daemon datenschutz devnull direction direccion direzione donotreply dpo einkauf empfang empleo emploi
  enquiries enquiry facturacion facturation feedback finance formation ftp geschaeftsleitung hallo hello help helpdesk hola
  hostmaster hr humanresources impiego info infos infoline information informacion informazioni inkoop inquiries invoice
  invoices it jobs job kantoor karriere klantenservice kontakt kundenservice lavoro legal mail mailerdaemon mailbox marketing
  media newsletter newsletters noc noreply notification notifications office oficina operations order orders payroll personal
  personalabteilung personeelszaken personnel postmaster presse press privacy procurement purchasing receptie reception
  rechnung recrutement recruiting recruitment recruiter reclutamiento redaktion redaction rgpd rh root rrhh sales saleteam
  secretariat secretaria secretary segreteria sekretariat security seguridad selezione service servicedesk serviceclient
  services shop sollicitaties solicitudes spam stage subscribe suivi support sysadmin team ticket tickets ufficio
  unsubscribe ventas vente ventes verkauf verkoop vertrieb verwaltung webmaster welcome werkenbij www zentrale`.split(
    /\s+/,
  ),
);

/** Words no-one's identity is made of; one of them is enough for an address. */
const testAddresses = new Set(
  'test testing tests essai prueba prova toto tutu titi tata foo foobar asdf asdfasdf asdfgh qsdf qwerty qwertz azerty xxx xxxx demo dummy qa'.split(
    ' ',
  ),
);

/** Words that make a test identity only with others of their kind (`Test User`, `toto tutu`). */
const testNames = new Set([
  ...testAddresses,
  ...'bar baz user account compte candidate candidat customer client person name mustermann exemple example beispiel ejemplo esempio sample probe fake utilisateur benutzer konto usuario utente gebruiker'.split(
    ' ',
  ),
]);

/**
 * Languages and countries a system is tried out in (`test.fr`, `demo-uk`); without those that are also somebody's last
 * name (`li`, `ng`, `no`, `su`).
 */
const codes = new Set(
  'at au be bg ca ch cz de dk ee en es eu fi fr gb gr hr hu ie it jp lt lu lv mt nl nz pl pt ro ru se sk tr ua uk us'.split(
    ' ',
  ),
);

/** A mailbox of an office (`info`, `rh`, `no-reply`), which several people read. `local` is what stands before the `@`. */
export function isRoleMailbox(local: string): boolean {
  const bare = foldText(local).replace(/\+.*$/, '').replaceAll(/[0-9]/g, '');
  if (roles.has(bare.replaceAll(/[._-]/g, ''))) return true;
  const words = bare.split(/[._-]+/).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => roles.has(word));
}

export interface Identity {
  email?: string;
  /** In any order, such as first and last name; empty ones are passed over. */
  names?: readonly string[];
}

/**
 * An account made to try the system out. Names decide where they say anything: all their words must be test words.
 * Without names the address decides. A domain such as `.test` is not by itself a sign.
 */
export function isTestIdentity(identity: Identity): boolean {
  const words = (identity.names ?? []).flatMap(wordsOf);
  const isTestAddress = identity.email !== undefined && isTestLocal(identity.email);
  if (words.length === 0) return isTestAddress;
  if (!words.every((word) => testNames.has(word)) || !words.some((word) => testAddresses.has(word)))
    return false;
  return words.length > 1 || isTestAddress;
}

function isTestLocal(email: string): boolean {
  const local = email.trim().split('@')[0] ?? '';
  const words = wordsOf(local.replace(/\+.*$/, ''));
  if (words.length > 1 && codes.has(words.at(-1)!)) words.pop();
  if (words.length === 0) return false;
  if (words.length === 1) return testAddresses.has(words[0]!) || testPairs(words[0]!);
  return words.every((word) => testNames.has(word)) && words.some((word) => testAddresses.has(word));
}

/** `testuser`, `usertest`, `demoaccount`. */
function testPairs(word: string): boolean {
  for (const test of ['test', 'demo', 'qa', 'dummy']) {
    if (word.startsWith(test) && testNames.has(word.slice(test.length))) return true;
    if (word.endsWith(test) && testNames.has(word.slice(0, -test.length))) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .replaceAll(/[0-9]+/g, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** The first three letters of every word above, a word of two ending in 0: what an address must begin with to be asked about. */
const beginnings = new Set(
  [...roles, ...testNames].map((word) => packed(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))),
);

/**
 * False for an address, in lower case, that is certainly neither an office's nor a test's; cheap enough for every
 * address of a leak, so that the two questions above are asked of few. Passes over digits and joints, as a role may
 * have them anywhere (`r.h`, `h2r.jobs`).
 */
export function mayBeNobodys(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start]!;
  if (!isLetter(first)) return true;
  const secondAt = pastJoints(bytes, start + 1);
  const second = bytes[secondAt]!;
  if (second >= 0x80) return true;
  if (!isLetter(second)) return false;
  if (beginnings.has(packed(first, second, 0))) return true;
  const third = bytes[pastJoints(bytes, secondAt + 1)]!;
  return third >= 0x80 || beginnings.has(packed(first, second, third));
}

/** Where the next byte is that is neither a digit nor a dot, hyphen or underscore. */
function pastJoints(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isJoint(bytes[at]!)) at++;
  return at;
}

function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x2e || code === 0x5f || (code >= 48 && code <= 57);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Two letters and what follows them, which counts only if it is a letter too. */
function packed(first: number, second: number, third: number): number {
  return ((first - 96) * 32 + second - 96) * 32 + (isLetter(third) ? third - 96 : 0);
}
