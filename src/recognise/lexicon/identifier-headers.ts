/*
 * Column names of identifiers with a structure of their own, by country, and names that fit the national number of any
 * country, where the values decide which it is. In the languages of identity-headers.ts; see header-line.ts.
 */

import type { IdentifierName } from '../identifiers/identifier.ts';
import type { HeaderLine } from './header-line.ts';

export const identifierHeaders: readonly HeaderLine[] = [
  {
    validator: 'nir',
    weight: 6,
    phrases: `nir nir13 nir15 numeronir numnir nonir nnir codenir nirassure nirsalarie nircertifie numerosecuritesociale
      numerodesecuritesociale numsecuritesociale nosecuritesociale nsecuritesociale numerosecu numsecu nosecu nsecu
      numerosecusociale numsecsoc nosecsoc numeross numss noss nss securitesociale secusociale numinsee numeroinsee noinsee
      ninsee immatriculationsecu numeroimmatriculationss numimmatss matriculess socialsecuritynumber socialsecurityno
      socialsecuritynum socsecno socialsecurity sozialversicherungsnummer sozialversicherungsnr svnummer svnr
      numeroseguridadsocial numerodeseguridadsocial nuss numerosicurezzasociale numeroprevidenzasociale
      socialezekerheidsnummer`,
  },
  {
    validator: 'nir',
    weight: 4,
    phrases: 'ssn secu insee numassure numeroassure noassure matriculeassure nia',
  },
  {
    validator: 'iban',
    weight: 6,
    phrases: `iban ibannumber ibancode numeroiban numiban codeiban ibannr ibannummer bankaccount bankaccountnumber
      bankaccountno comptebancaire numerocompte numcompte rib coordonneesbancaires bankverbindung kontonummer bankkonto
      cuentabancaria numerocuenta contobancario bankrekening bankrekeningnummer rekeningnummer contabancaria tilinumero
      rachunekbankowy numerkonta numerrachunku bankkontonummer bankovniucet cislouctu contbancar`,
  },
  {
    validator: 'bic',
    weight: 5,
    phrases:
      'bic biccode swift swiftcode swiftbic bicswift codebic codeswift bicnummer codigobic codigoswift codicebic codiceswift',
  },
  {
    validator: 'card',
    weight: 6,
    phrases: `creditcard creditcardnumber creditcardno ccnumber ccno ccnum ccn cardnumber cardno cardnum cardpan debitcard
      debitcardnumber paymentcard paymentcardnumber numerocarte numcarte numerocartebancaire numerocb numcb cartebancaire
      cartebleue kreditkarte kreditkartennummer kreditkartennr kartennummer tarjetacredito tarjetadecredito numerotarjeta
      cartadicredito numerocarta cartacredito creditcardnummer kaartnummer cartaocredito numerocartao kartakredytowa
      numerkarty kreditkort kortnummer kortnr luottokortti kortinnumero kreditnikarta cislokarty cardcredit numarcard`,
  },
  { validator: 'card', weight: 4, phrases: 'cc cb pan' },
  { validator: 'siren', weight: 6, phrases: 'siren numerosiren numsiren nosiren codesiren' },
  { validator: 'siret', weight: 6, phrases: 'siret numerosiret numsiret nosiret codesiret siretemployeur' },
  {
    validator: 'spi',
    weight: 6,
    phrases:
      'spi numerospi numerofiscal numerofiscaldereference numfiscal nofiscal numerofiscalreference identifiantfiscal nif',
  },
  {
    validator: 'steuerId',
    weight: 6,
    phrases:
      'steuerid steueridnr steuerident steueridnummer steueridentifikationsnummer steueridentifikationsnr idnrsteuer identifikationsnummer steuerlicheidentifikationsnummer steueridentnr idnr taxiddeu',
  },
  { validator: 'steuerId', weight: 4, phrases: 'tin steuernummer steuernr' },
  {
    validator: 'rvnr',
    weight: 6,
    phrases: `rvnr rvnummer rentenversicherungsnummer rentenversicherungsnr versicherungsnummer versicherungsnr
      sozialversicherungsnummer sozialversicherungsnr svnummer svnr svausweisnummer sozvnr vsnr`,
  },
  {
    validator: 'svnr',
    weight: 6,
    phrases:
      'svnr svnummer sozialversicherungsnummer sozialversicherungsnr versicherungsnummer versicherungsnr vsnr',
  },
  {
    validator: 'ahv',
    weight: 6,
    phrases:
      'ahv ahvnummer ahvnr ahvn13 ahv13 avs avsnummer numeroavs noavs navs13 avs13 nss sozialversicherungsnummer',
  },
  {
    validator: 'nino',
    weight: 6,
    phrases:
      'nino ninumber nationalinsurance nationalinsurancenumber nationalinsuranceno nationalinsnumber nino1',
  },
  { validator: 'nino', weight: 3.5, phrases: 'ni' },
  { validator: 'nhs', weight: 6, phrases: 'nhsnumber nhsno nhsnum nhs nhsid' },
  { validator: 'pps', weight: 6, phrases: 'pps ppsn ppsno ppsnumber personalpublicservicenumber rsinumber' },
  { validator: 'bsn', weight: 6, phrases: 'bsn bsnnummer bsnnr burgerservicenummer sofinummer sofi' },
  {
    validator: 'niss',
    weight: 6,
    phrases: `niss insz rijksregisternummer rijksregisternr rrn rrnummer registrenational numeroregistrenational
      numeronational nonational nrn inszniss nissinsz numeroniss insznummer nationaalnummer numerodemutuelleniss`,
  },
  {
    validator: 'matricule',
    weight: 5,
    phrases: 'matricule matriculenational numeromatricule matriculeluxembourg matriculeccss',
  },
  {
    validator: 'dni',
    weight: 6,
    phrases:
      'dni nif dninif nifdni numerodni numdni documentonacional documentonacionalidentidad dninie niedni nifnie doi',
  },
  { validator: 'nie', weight: 6, phrases: 'nie numeronie numeroidentidadextranjero dninie niedni nifnie' },
  {
    validator: 'nif',
    weight: 6,
    phrases:
      'nif numeronif numerocontribuinte numerodecontribuinte contribuinte nrcontribuinte numidentificacaofiscal numerodeidentificacaofiscal nifcliente',
  },
  {
    validator: 'codiceFiscale',
    weight: 6,
    phrases: 'codicefiscale codfiscale codfisc codicefisc cfisc cofi fiscalcode codicefiscalecliente',
  },
  { validator: 'codiceFiscale', weight: 4, phrases: 'cf' },
  {
    validator: 'malteseId',
    weight: 5,
    phrases: 'karta numrutalkarta idcardmalta karatidentita numrukartaidentita',
  },
  { validator: 'amka', weight: 6, phrases: 'amka arithmosamka' },
  { validator: 'afm', weight: 6, phrases: 'afm arithmosforologikoumitrooy arithmosforologikoumitroou vatgr' },
  { validator: 'cyprusTic', weight: 5, phrases: 'tic taxidentificationcode tin' },
  { validator: 'pesel', weight: 6, phrases: 'pesel nrpesel numerpesel peselnr' },
  {
    validator: 'rodneCislo',
    weight: 6,
    phrases: 'rodnecislo rodneci rc rcislo birthnumber rodcislo cislorodne',
  },
  { validator: 'taj', weight: 6, phrases: 'taj tajszam tajnumber' },
  { validator: 'adoazonosito', weight: 6, phrases: 'adoazonosito adoazonositojel adoszam' },
  { validator: 'cnp', weight: 6, phrases: 'cnp codnumericpersonal codnumeric' },
  { validator: 'egn', weight: 6, phrases: 'egn edinengrazhdanskinomer' },
  { validator: 'oib', weight: 6, phrases: 'oib osobniidentifikacijskibroj' },
  { validator: 'emso', weight: 6, phrases: 'emso enotnamaticnastevilka jmbg' },
  { validator: 'isikukood', weight: 6, phrases: 'isikukood ik asmenskodas asmenskods' },
  { validator: 'personasKods', weight: 6, phrases: 'personaskods perskods pk' },
  {
    validator: 'personnummer',
    weight: 6,
    phrases: 'personnummer persnr personnr pnr persnummer samordningsnummer personnumer',
  },
  {
    validator: 'cpr',
    weight: 6,
    phrases: 'cpr cprnr cprnummer cprno personnummer cprnumber',
  },
  {
    validator: 'fodselsnummer',
    weight: 6,
    phrases: 'fodselsnummer fodselsnr fnr personnummer dnummer fodselsogpersonnummer',
  },
  {
    validator: 'hetu',
    weight: 6,
    phrases: 'hetu henkilotunnus henktunnus sotu sosiaaliturvatunnus personbeteckning',
  },
  { validator: 'kennitala', weight: 6, phrases: 'kennitala kt kennit' },
  {
    validator: 'ssn',
    weight: 6,
    phrases:
      'ssn ssnumber socialsecuritynumber socialsecurityno socialsecuritynum socsecno socsec socialsecurity ssno socialsec taxssn',
  },
  { validator: 'itin', weight: 6, phrases: 'itin individualtaxpayeridentificationnumber ssnitin' },
  {
    validator: 'sin',
    weight: 5,
    phrases: 'sin sinnumber socialinsurancenumber socialinsuranceno nas numeroassurancesociale',
  },
  { validator: 'cpf', weight: 6, phrases: 'cpf numerocpf nrcpf cpfcnpj cadastropessoafisica cpfcliente' },
  {
    validator: 'aadhaar',
    weight: 6,
    phrases: 'aadhaar aadhar adhar adhaar aadhaarnumber aadhaarno aadharno aadharnumber uidai',
  },
  { validator: 'pan', weight: 5, phrases: 'pan pannumber panno pancard permanentaccountnumber' },
  { validator: 'passportMrz', weight: 6, phrases: 'mrz passportmrz machinereadablezone mrz1 mrzline' },
  { validator: 'identityCardMrz', weight: 6, phrases: 'mrz idmrz cardmrz machinereadablezone' },
];

/** Names of columns for the number of a person in whatever country the table comes from. */
export const anyNumber = {
  weight: 3,
  phrases: `nationalid nationalidnumber nationalnumber nationalidentitynumber nationalidentificationnumber idnumber idno
    identitynumber identificationnumber personalid personalidnumber personalidentitynumber personalnumber personalcode
    personidentifier citizenid citizennumber taxid taxidnumber taxnumber taxno taxpayerid taxidentificationnumber tin
    fiscalnumber fiscalcode socialsecuritynumber ssn socialsecurity insurancenumber numeroidentifiant numeroidentite
    numeroidentification identifiantnational identifiantfiscal numerofiscal personenkennzahl personalkennziffer steuerid
    identifikationsnummer numeroidentificacion numerodeidentificacion identificacionfiscal numerodocumento
    documentoidentidad documento numerodiidentificazione nationaalnummer identificatienummer persoonsnummer
    numeroidentificacao identificacaofiscal numeridentyfikacyjny identyfikatorpodatkowy personidentitet idnummer
    identifikationsnummer identifikacnicislo codpersonal numaridentificare arithmostaftotitas nationalidentity govid`,
} as const;

/** Kinds that those names never mean: accounts, cards, organisations, machine-readable lines. */
export const neverAnyNumber: ReadonlySet<IdentifierName> = new Set([
  'iban',
  'bic',
  'card',
  'siren',
  'siret',
  'passportMrz',
  'identityCardMrz',
]);
