/*
 * Column names of what tells one person from another: mail, telephone, names, date of birth. In the main languages of
 * the European Union: en fr de es it nl pt pl sv da fi cs ro, and el in Latin letters. See header-line.ts.
 */

import type { HeaderLine } from './header-line.ts';

export const identityHeaders: readonly HeaderLine[] = [
  {
    validator: 'email',
    weight: 6,
    phrases: `email emails emailaddress emailaddresses emailaddr eaddress mailaddress courriel courriels adressemail adressemel
      adresseemail adressecourriel adresseelectronique mel emailadresse mailadresse emailpro correo correoelectronico correos
      direccioncorreo direccionemail indirizzoemail indirizzomail postaelettronica mailadres emailadres emailid mailid
      usermail useremail contactemail paypalemail email1 email2 mail1 mail2 correioeletronico correioelectronico
      enderecoemail enderecoeletronico adresemail pocztaelektroniczna adrespocztyelektronicznej epost epostadress
      epostadresse mejl mejladress mailadress sahkoposti sahkopostiosoite sposti emailosoite elektronickaposta
      emailovaadresa adresaemail adresademail postaelectronica ilektronikotachydromeio emailovaadr`,
  },
  { validator: 'email', weight: 4, phrases: 'mail mails init replyto pec' },
  {
    validator: 'phone',
    weight: 6,
    phrases: `phone phones phonenumber phonenumbers phoneno phonenum telephone telephones telephonenumber tel telno telnr telnum
      numtel numerotelephone numerodetelephone notelephone telfixe telephonefixe telephoneportable telportable telmobile
      mobilephone mobilenumber mobileno cellphone cellnumber contactnumber contactno telefon telefonnummer telefonnr rufnummer
      handy handynummer handynr mobiltelefon mobilnummer mobilfunk mobilfunknummer festnetz telefono telefonos movil
      telefonomovil telefonofijo numerodetelefono celular cellulare numerotelefono numeroditelefono telefonofisso telefoon
      telefoonnummer telefoonnr mobielnummer mobielenummer gsm gsmnummer fax faxnumber faxno faxnummer telecopie telefax
      msisdn homephone workphone dayphone eveningphone whatsapp whatsappnumber smsnumber gsmnumber phone1 phone2 tel1 tel2
      telefone telemovel numerotelefone telefonefixo telefonecelular numertelefonu nrtelefonu telkomorkowy
      telefonkomorkowy telstacjonarny komorka mobilnr telefonnumer tlf tlfnr tlfnummer mobiltlf puhelin puhelinnumero
      puhelinnro matkapuhelin telefonnicislo telcislo mobilnitelefon cislotelefonu numartelefon nrtelefon numardetelefon
      telefonmobil telefonfix tilefono kinito kinitotilefono arithmostilefonou telefonszam mobilszam`,
  },
  {
    validator: 'phone',
    weight: 4,
    phrases:
      'mobile mobil mobiel cell portable landline fixe cel phonehome phonework puh fone teln telf tlfn',
  },
  {
    validator: 'firstName',
    weight: 6,
    phrases: `firstname fname givenname givennames forename forenames christianname prenom prenoms prenomusuel vorname vornamen
      nombrepila nombredepila primernombre segundonombre nombres voornaam voornamen roepnaam middlename middleinitial
      secondname deuxiemeprenom prenom2 prenom1 rufname zweitname firstnames primeironome nomeproprio prenome imie imiona
      pierwszeimie drugieimie fornamn tilltalsnamn mellannamn fornavn fornavne mellemnavn mellomnavn etunimi etunimet
      kutsumanimi krestnijmeno prenume mikroonoma keresztnev utonev firstn nomedibattesimo`,
  },
  { validator: 'firstName', weight: 3, phrases: 'first givn prenm pnom middle jmeno onoma prnm' },
  {
    validator: 'lastName',
    weight: 6,
    phrases: `lastname lname surname surnames familyname nomfamille nomdefamille nomusage nomdusage nomnaissance nomdenaissance
      nomjeunefille nomdejeunefille nompatronymique nommarital nomepouse nomusuel patronyme nachname familienname zuname
      geburtsname apellido apellidos apellido1 apellido2 primerapellido segundoapellido apellidopaterno apellidomaterno
      cognome cognomi achternaam geslachtsnaam achternamen geboortenaam meisjesnaam sobrenome apelido ultimonome maidenname birthname marriedname
      lastnames nazwisko nazwiskorodowe nazwiskopanienskie efternamn flicknamn fodelsenamn efternavn etternavn sukunimi
      syntymanimi prijmeni rodneprijmeni numefamilie numedefamilie eponymo eponimo epitheto vezeteknev csaladnev`,
  },
  { validator: 'lastName', weight: 3, phrases: 'last' },
  {
    validator: 'fullName',
    weight: 6,
    phrases: `fullname realname completename nomcomplet nomprenom nometprenom prenomnom nomprenoms nometprenoms prenometnom
      vollstaendigername vollstandigername namevorname vornamename vornamenachname nachnamevorname nombrecompleto
      nombreyapellidos nombreapellidos nombreyapellido apellidosynombre apellidosnombre nomecompleto nomecognome cognomenome
      nomeecognome cognomeenome nominativo volledigenaam ansprechpartner contactperson contactpersoon contactname customername
      clientname candidatename employeename patientname membername studentname guestname passengername cardholder
      cardholdername accountholder accountholdername recipientname beneficiaryname attendeename applicantname billingname
      shippingname nomclient nomcandidat nomsalarie nompatient nomcontact kundenname nombrecliente nomecliente klantnaam
      personname namefull legalname ownername parentname commentauthor authorname emergencycontactname refereename
      kontoinhaber kontaktperson personadecontacto personacontacto imieinazwisko imienazwisko nazwiskoimie nazwiskoiimie
      fullstandigtnamn fornamnefternamn fuldenavn fuldtnavn fulltnavn kokonimi koonimi celejmeno jmenoprijmeni
      jmenoaprijmeni prijmenijmeno prijmeniajmeno numecomplet numeprenume numesiprenume prenumenume onomateponymo
      onomateponimo titulaire titulairecompte nomtitulaire titular titularcuenta intestatario intestatarioconto teljesnev`,
  },
  { validator: 'fullName', weight: 4, phrases: 'displayname dispname nomaffiche anzeigename' },
  {
    validator: 'username',
    weight: 6,
    phrases: `username userlogin loginname login logon logonname screenname benutzername benutzer nutzername benutzerkennung
      nomutilisateur nomdutilisateur identifiantconnexion identifiantutilisateur nombreusuario nombredeusuario nomeutente
      gebruikersnaam inlognaam uname usernm userlogon logonid loginid usernicename usercode accountname samaccountname
      userprincipalname nomeusuario nomedeusuario nomeutilizador utilizador nazwauzytkownika uzytkownik anvandarnamn
      anvandare brugernavn bruger brukernavn kayttajatunnus kayttajanimi uzivatelskejmeno prihlasovacijmeno uzivatel
      numeutilizator numedeutilizator utilizator onomachristi felhasznalonev`,
  },
  {
    validator: 'username',
    weight: 4,
    phrases:
      'user nickname nick pseudo pseudonyme pseudonym identifiant usuario utente gebruiker handle utilisateur apodo alcunha bijnaam spitzname',
  },
  {
    validator: 'birthDate',
    weight: 6,
    phrases: `dob birthdate birthdates birthday birthdt birthd dateofbirth datebirth bday born borndate bornon datenaissance
      datedenaissance datenaiss dtnaissance dtnaiss datnaiss datnais dnaissance ddn nele neele naissance geburtsdatum gebdatum
      gebdat geburtstag gebtag geborenam fechanacimiento fechadenacimiento fechanac fecnac fnacimiento nacimiento datanascita
      datadinascita dtnascita nascita natoil geboortedatum datumgeboorte geboortedag gebdatumpersoon datanascimento
      datadenascimento dtnascimento datanasc dtnasc nascimento dataurodzenia dataur urodzony urodziny fodelsedatum
      fodelsedag fodd fodselsdato fodselsdag fodt fodtden syntymaaika syntymapaiva syntpvm syntymapvm datumnarozeni
      datnarozeni datnar narozeni datanasterii datanastere datanasterie nascut imerominiagennisis imniagennisis
      hmerominiagennisis hmniagennisis szuletesidatum`,
  },
  {
    validator: 'birthYear',
    weight: 6,
    phrases: `birthyear yearofbirth yob birthyr anneenaissance anneedenaissance annaissance geburtsjahr gebjahr jahrgang
      anonacimiento anionacimiento annonascita annodinascita geboortejaar anonascimento rokurodzenia fodelsear fodselsar
      syntymavuosi roknarozeni anulnasterii annastere etosgennisis`,
  },
  {
    validator: 'partialBirthDate',
    weight: 6,
    phrases: `birthmonth monthofbirth birthdaymonth bdaymonth moisnaissance moisdenaissance geburtsmonat mesnacimiento mesenascita
      geboortemaand birthdaydm bdayday birthdayday dayofbirth journaissance geburtstagmonat miesiacurodzenia`,
  },
  {
    validator: 'age',
    weight: 5,
    phrases: `age ageyears ageinyears currentage patientage alter lebensalter alterjahre edad eta leeftijd idade wiek alder
      ika vek varsta ilikia`,
  },
];
