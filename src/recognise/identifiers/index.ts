/*
 * The registry of identifiers with a structure of their own: check digits, a date within, a reserved range. In: nothing.
 * Out: all of them, in the order of their names (identifier.ts).
 */

import { svnr } from './austria.ts';
import { niss } from './belgium.ts';
import { bic } from './bic.ts';
import { cpf } from './brazil.ts';
import { egn } from './bulgaria.ts';
import { sin } from './canada.ts';
import { card } from './card.ts';
import { oib } from './croatia.ts';
import { cyprusTic } from './cyprus.ts';
import { rodneCislo } from './czechia-slovakia.ts';
import { cpr } from './denmark.ts';
import { isikukood } from './estonia-lithuania.ts';
import { hetu } from './finland.ts';
import { siren, siret, spi } from './france.ts';
import { rvnr, steuerId } from './germany.ts';
import { afm, amka } from './greece.ts';
import { adoazonosito, taj } from './hungary.ts';
import { iban } from './iban.ts';
import { kennitala } from './iceland.ts';
import { aadhaar, pan } from './india.ts';
import { pps } from './ireland.ts';
import { codiceFiscale } from './italy.ts';
import { personasKods } from './latvia.ts';
import { matricule } from './luxembourg.ts';
import { malteseId } from './malta.ts';
import { identityCardMrz, passportMrz } from './mrz.ts';
import { bsn } from './netherlands.ts';
import { nir } from './nir.ts';
import { fodselsnummer } from './norway.ts';
import { pesel } from './poland.ts';
import { nif } from './portugal.ts';
import { cnp } from './romania.ts';
import { emso } from './slovenia.ts';
import { dni, nie } from './spain.ts';
import { personnummer } from './sweden.ts';
import { ahv } from './switzerland.ts';
import { nhs, nino } from './united-kingdom.ts';
import { itin, ssn } from './united-states.ts';
import type { Identifier } from './identifier.ts';

export const identifiers: readonly Identifier[] = [
  nir,
  iban,
  siren,
  siret,
  spi,
  bic,
  card,
  steuerId,
  rvnr,
  svnr,
  ahv,
  nino,
  nhs,
  pps,
  bsn,
  niss,
  matricule,
  dni,
  nie,
  nif,
  codiceFiscale,
  malteseId,
  amka,
  afm,
  cyprusTic,
  pesel,
  rodneCislo,
  taj,
  adoazonosito,
  cnp,
  egn,
  oib,
  emso,
  isikukood,
  personasKods,
  personnummer,
  cpr,
  fodselsnummer,
  hetu,
  kennitala,
  ssn,
  itin,
  sin,
  cpf,
  aadhaar,
  pan,
  passportMrz,
  identityCardMrz,
];
