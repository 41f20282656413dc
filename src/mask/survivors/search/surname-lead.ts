// Whether what stands before a word says that it is somebody's last name: the initial of a first name, a key such as
// `last_name`, a word such as `dossier`. In: where the word begins. Out: yes or no. Looks back over few bytes.

import { isCapital } from '../../ascii.ts';

const mostBack = 24;
const widestGap = 4;

export function isLedSurname(bytes: Uint8Array, start: number, lo: number): boolean {
  if (!isCapital(bytes[start]!) && bytes[start]! < 128) return false;
  let at = start;
  while (at > lo && start - at < widestGap && isLeadGap(bytes[at - 1]!)) at--;
  if (at === start || at === lo) return false;
  // `P. Quellmont`
  if (bytes[at] === dot && isCapital(bytes[at - 1]!) && (at - 1 === lo || !isKeyByte(bytes[at - 2]!)))
    return true;
  let from = at;
  while (from > lo && at - from < mostBack && isKeyByte(bytes[from - 1]!)) from--;
  if (at - from < shortestLead || at - from >= mostBack) return false;
  let word = '';
  for (let index = from; index < at; index++)
    if (bytes[index]! > 64 && bytes[index] !== underscore) word += String.fromCharCode(bytes[index]! | 32);
  return leads.has(word);
}

const dot = 46;
const underscore = 95;
const shortestLead = 4;

/** Without hyphens and underscores; what may as well stand before a place or a thing is not among them. */
const leads: ReadonlySet<string> = new Set(
  `lastname surname familyname nomdefamille nomfamille nomusage nomnaissance patronyme nachname familienname achternaam
  apellido apellidos cognome nazwisko dossier succession veuve epouse famille candidat candidate patient patiente sieur
  locataire salarie salariee client cliente familie family`.split(/\s+/),
);

/** Blank, dot, colon, equals, quotes, `>`, backslash. */
function isLeadGap(byte: number): boolean {
  return (
    byte === 32 || byte === dot || byte === 58 || byte === 61 || byte === 34 || byte === 62 || byte === 92
  );
}

function isKeyByte(byte: number): boolean {
  return ((byte | 32) >= 97 && (byte | 32) <= 122) || byte === underscore || byte === 45;
}
