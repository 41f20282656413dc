/*
 * Column names of what people log in with, pay with, drive and hold in their hands: passwords, cards, papers, devices.
 * In the languages of identity-headers.ts; see header-line.ts.
 */

import type { HeaderLine } from './header-line.ts';

export const accountHeaders: readonly HeaderLine[] = [
  {
    validator: 'password',
    weight: 6,
    phrases: `password passwords passwd passwordhash passwdhash passhash pwdhash hashedpassword encryptedpassword cryptedpassword
      passwordencrypted passworddigest passwordmd5 md5password userpass userpassword userpwd motdepasse motpasse mdp mdphash
      passwort passworthash kennwort wachtwoord contrasena contrasenia contrasenya parolachiave parola senha loginpassword
      accountpassword passwordenc passwordsha passphrase passwordtext plainpassword authenticationstring palavrapasse
      palavrachave haslo haslohash losenord losenordshash adgangskode kodeord passord salasana salasanahash heslo kodikosprosvasis jelszo`,
  },
  { validator: 'password', weight: 5, phrases: 'pw pwd pass psw pswd pword passw userpw losen' },
  { validator: 'password', weight: 2.5, phrases: 'hash clave secretword' },
  {
    validator: 'passwordHint',
    weight: 6,
    phrases:
      'passwordhint pwdhint passhint hintpassword indicemotdepasse indicemdp passworthinweis kennworthinweis pistacontrasena suggerimentopassword wachtwoordhint dicasenha losenordstips podpowiedzhasla',
  },
  {
    validator: 'securityQuestion',
    weight: 6,
    phrases: `securityquestion securityanswer secretquestion secretanswer questionsecrete reponsesecrete questionsecurite
      reponsesecurite sicherheitsfrage sicherheitsantwort geheimfrage geheimantwort preguntasecreta respuestasecreta
      preguntaseguridad respuestaseguridad domandasegreta rispostasegreta domandadisicurezza beveiligingsvraag
      geheimevraag geheimantwoord perguntasecreta respostasecreta pytaniepomocnicze sakerhetsfraga passwordquestion
      passwordanswer challengequestion challengeanswer`,
  },
  {
    validator: 'authToken',
    weight: 5,
    phrases: `accesstoken refreshtoken authtoken authenticationtoken bearertoken oauthtoken oauthaccesstoken oauthrefreshtoken
      remembertoken idtoken jwttoken jwt facebooktoken googletoken twittertoken devicetoken pushtoken fcmtoken apnstoken
      totpsecret twofactorsecret otpsecret mfasecret autologintoken persistenttoken`,
  },
  {
    validator: 'userAgent',
    weight: 5,
    phrases:
      'useragent useragentstring browseruseragent httpuseragent browser browserinfo navigateur agent commentagent lastuseragent',
  },
  {
    validator: 'macAddress',
    weight: 4,
    phrases:
      'mac macaddress macaddr adressemac macadresse wifimac bluetoothmac devicemac ethernetmac direccionmac indirizzomac macadres',
  },
  { validator: 'imei', weight: 5, phrases: 'imei imeinumber imei1 imei2 deviceimei numeroimei codeimei' },
  {
    validator: 'cardSecurity',
    weight: 6,
    phrases:
      'cvv cvv2 cvc cvc2 cvcode cvvcode cvccode cardcvv cardcvc cccvv cid4 csc cardsecuritycode securitycodecard cardverificationcode cryptogramme cryptogrammevisuel pruefziffer kartenpruefnummer codigoseguridadtarjeta codicesicurezzacarta',
  },
  {
    validator: 'cardPart',
    weight: 6,
    phrases: `cardexpiry cardexpiration cardexpirydate cardexpirationdate cardexp ccexpires ccexp ccexpiry ccexpdate ccexpiration
      creditcardexpiry creditcardexpiration cardexpmonth cardexpyear ccexpmonth ccexpyear ccexpirymonth ccexpiryyear
      dateexpirationcarte expirationcarte expirationcb kartenablauf kartengueltigbis caducidadtarjeta scadenzacarta
      vervaldatumkaart validadecartao cclast4 cardlast4 last4 lastfour cardlastfour lastfourdigits last4digits cclastfour
      card4 quatredernierschiffres letztevierziffern ultimoscuatrodigitos`,
  },
  {
    validator: 'cardBrand',
    weight: 5,
    phrases:
      'cardtype cctype cardbrand ccbrand creditcardtype typecarte typecb kartentyp kartenart tipotarjeta tipocarta kaarttype tipocartao cardnetwork',
  },
  {
    validator: 'bankAccount',
    weight: 5.5,
    phrases: `bankaccount bankaccountnumber bankaccountno bankaccountnum bankacct comptebancaire numerocomptebancaire kontonummer
      bankkonto bankkontonummer kontonr cuentabancaria numerocuentabancaria ccc contobancario contocorrente numeroconto
      bankrekening bankrekeningnummer rekeningnummer contabancaria numerodaconta nrb numerrachunku numerkonta
      rachunekbankowy bankgiro tilinumero pankkitili cislouctu bankovniucet contbancar trapezikoslogariasmos bankszamlaszam`,
  },
  {
    validator: 'passportNumber',
    weight: 6,
    phrases: `passport passportnumber passportno passportnum passportnr passeport numeropasseport numpasseport nopasseport
      numerodepasseport reisepass reisepassnummer reisepassnr passnummer passnr pasaporte numeropasaporte numerodepasaporte
      passaporto numeropassaporto numerodipassaporto paspoort paspoortnummer passaporte numeropassaporte numerodopassaporte
      paszport numerpaszportu nrpaszportu pasnummer pasnr passinumero cislopasu pasaport numarpasaport seriepasaport
      arithmosdiavatiriou`,
  },
  {
    validator: 'driversLicence',
    weight: 6,
    phrases: `driverslicense driverslicence driverlicense driverlicence driverlicensenumber driverslicensenumber
      driverslicencenumber drivinglicence drivinglicense drivinglicencenumber licencenumberdriver dlnumber permisconduire
      permisdeconduire numeropermis numpermis numeropermisconduire fuehrerschein fuehrerscheinnummer fuhrerscheinnummer
      fuhrerschein permisoconducir permisodeconducir carnetconducir numeropatente patenteguida rijbewijs rijbewijsnummer
      cartaconducao cartadeconducao numerocnh prawojazdy numerprawajazdy korkortsnummer korekort korekortnummer
      ajokortti ajokortinnumero ridicskyprukaz cisloridicskehoprukazu permisconducere`,
  },
  {
    validator: 'governmentId',
    weight: 5,
    phrases: `nationalid nationalidnumber nationalidentity nationalidentitynumber identitycard identitycardnumber idcard
      idcardnumber idcardno identitydocument identitydocumentnumber idnumber identitynumber govid governmentid documentnumberid
      cni numerocni carteidentite numerocarteidentite numerocartedidentite numcni cartenationaleidentite titresejour
      numerotitresejour personalausweis personalausweisnummer personalausweisnr ausweisnummer ausweisnr
      documentoidentidad documentodeidentidad numerodocumento cartaidentita cartadidentita numerocartaidentita identiteitskaart
      identiteitskaartnummer identiteitsbewijs cartaocidadao cartaodecidadao numerocc bilheteidentidade dowodosobisty
      numerdowodu nrdowodu seriaidowodu seriainumerdowodu henkilokortti obcanskyprukaz cisloop cisloobcanskehoprukazu
      carteidentitate seriebuletin serienumarci deltioaftotitas arithmostaftotitas adt`,
  },
  {
    validator: 'vehiclePlate',
    weight: 5,
    phrases: `licenseplate licenceplate licenseplatenumber licenceplatenumber numberplate plate platenumber plateno registrationplate
      vehicleregistration vehicleregistrationnumber regplate carplate immatriculation numeroimmatriculation
      plaqueimmatriculation plaque kfzkennzeichen kennzeichen autokennzeichen matricula matriculavehiculo targa targaveicolo
      targaauto kenteken kentekenplaat matriculaveiculo tablicarejestracyjna numerrejestracyjny registreringsnummer regnr
      regnummer nummerplade rekisterinumero rekisteritunnus spz poznavaciznacka numarinmatriculare arithmoskykloforias rendszam`,
  },
  {
    validator: 'vehicleNumber',
    weight: 5,
    phrases:
      'vin vinnumber vincode vehicleidentificationnumber chassisnumber chassisno numerochassis numerovin fahrgestellnummer fahrzeugidentnummer fin bastidor numerobastidor telaio numerotelaio chassisnummer numervin',
  },
];
