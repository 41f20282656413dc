/*
 * What column names mean, in English, French, German, Spanish, Italian and Dutch. Each line: what the column holds, the
 * weight of the name as log-odds, and the phrases, written without separators and accents (`date_of_birth`,
 * `DateOfBirth` and `dateofbirth` are one). 6 and more: says it outright. 3 to 5: usual, values must agree. Below:
 * says little without siblings. Reading rules are in column-header.ts.
 */

import type { ValidatorName } from '../validators.ts';

export interface HeaderLine {
  validator: ValidatorName;
  weight: number;
  phrases: string;
}

export const headerLines: readonly HeaderLine[] = [
  {
    validator: 'email',
    weight: 6,
    phrases: `email emails emailaddress emailaddresses emailaddr eaddress mailaddress courriel courriels adressemail adressemel
      adresseemail adressecourriel mel emailadresse mailadresse emailpro correo correoelectronico correos indirizzoemail
      postaelettronica mailadres emailadres emailid mailid usermail useremail contactemail paypalemail`,
  },
  { validator: 'email', weight: 4, phrases: 'mail mails init replyto' },
  {
    validator: 'phone',
    weight: 6,
    phrases: `phone phones phonenumber phonenumbers phoneno phonenum telephone telephones telephonenumber tel telno telnr telnum
      numtel numerotelephone notelephone telfixe telephonefixe telephoneportable telportable telmobile mobilephone mobilenumber
      mobileno cellphone cellnumber contactnumber contactno telefon telefonnummer telefonnr rufnummer handy handynummer handynr
      mobiltelefon mobilnummer mobilfunk festnetz telefono telefonos movil telefonomovil celular cellulare numerotelefono
      numeroditelefono telefoon telefoonnummer telefoonnr mobielnummer gsm gsmnummer fax faxnumber faxno faxnummer telecopie
      telefax msisdn homephone workphone dayphone eveningphone whatsapp smsnumber`,
  },
  {
    validator: 'phone',
    weight: 4,
    phrases: 'mobile mobil mobiel cell portable landline fixe cel phonehome phonework',
  },
  {
    validator: 'firstName',
    weight: 6,
    phrases: `firstname fname givenname givennames forename forenames christianname prenom prenoms prenomusuel vorname vornamen
      nombrepila primernombre segundonombre nombres voornaam voornamen middlename middleinitial secondname deuxiemeprenom
      prenom2 rufname zweitname firstnames`,
  },
  { validator: 'firstName', weight: 3, phrases: 'first givn prenm pnom middle' },
  {
    validator: 'lastName',
    weight: 6,
    phrases: `lastname lname surname familyname nomfamille nomdefamille nomusage nomdusage nomnaissance nomdenaissance
      nomjeunefille nompatronymique nommarital nomepouse patronyme nachname familienname zuname geburtsname apellido apellidos
      primerapellido segundoapellido apellidopaterno apellidomaterno cognome achternaam geboortenaam sobrenome maidenname
      birthname marriedname lastnames`,
  },
  { validator: 'lastName', weight: 3, phrases: 'last' },
  {
    validator: 'fullName',
    weight: 6,
    phrases: `fullname realname completename nomcomplet nomprenom nometprenom prenomnom nomprenoms vollstaendigername
      vollstandigername nombrecompleto nombreyapellidos nombreapellidos nomecompleto nomecognome nominativo volledigenaam
      ansprechpartner contactperson contactname customername clientname candidatename employeename patientname membername
      studentname guestname passengername cardholder cardholdername accountholder recipientname beneficiaryname attendeename
      applicantname billingname shippingname nomclient nomcandidat nomsalarie nompatient nomcontact kundenname nombrecliente
      nomecliente klantnaam personname namefull legalname ownername parentname spousename commentauthor authorname emergencycontactname refereename`,
  },
  { validator: 'fullName', weight: 4, phrases: 'displayname dispname' },
  {
    validator: 'username',
    weight: 6,
    phrases: `username userlogin loginname login logon logonname screenname benutzername benutzer nutzername nomutilisateur
      identifiantconnexion nombreusuario nomeutente gebruikersnaam uname usernm userlogon logonid loginid usernicename
      usercode accountname`,
  },
  {
    validator: 'username',
    weight: 4,
    phrases:
      'user nickname nick pseudo pseudonyme pseudonym identifiant usuario utente gebruiker handle utilisateur apodo',
  },
  {
    validator: 'password',
    weight: 6,
    phrases: `password passwords passwd passwordhash passwdhash passhash pwdhash hashedpassword encryptedpassword cryptedpassword
      passwordencrypted passworddigest passwordmd5 md5password userpass userpassword userpwd motdepasse motpasse mdp mdphash
      passwort passworthash kennwort wachtwoord contrasena contrasenia contrasenya parolachiave parola senha loginpassword
      accountpassword passwordenc passwordsha passphrase passwordtext plainpassword authenticationstring`,
  },
  { validator: 'password', weight: 5, phrases: 'pw pwd pass psw pswd pword passw userpw' },
  { validator: 'password', weight: 2.5, phrases: 'hash clave secretword' },
  {
    validator: 'ipAddress',
    weight: 5,
    phrases: `ip ipaddress ipaddr ipadresse adresseip ipadres direccionip indirizzoip remoteaddr remoteaddress remoteip
      clientip userip lastip loginip signupip registrationip registerip ipv4 ipv6 iplogin lastloginip sourceip visitorip`,
  },
  { validator: 'ipAddress', weight: 2, phrases: 'hostname host addr remotehost' },
  {
    validator: 'birthDate',
    weight: 6,
    phrases: `dob birthdate birthdates birthday birthdt dateofbirth datebirth bday born borndate bornon datenaissance
      datedenaissance datenaiss dtnaissance dtnaiss datnaiss ddn nele neele naissance geburtsdatum gebdatum gebdat geburtstag
      gebtag fechanacimiento fechadenacimiento fechanac fecnac nacimiento datanascita datadinascita dtnascita nascita
      geboortedatum datumgeboorte geboortedag datanascimento`,
  },
  {
    validator: 'streetAddress',
    weight: 5.5,
    phrases: `address addresses addr address1 addressline addressline1 addrline1 address2 addressline2 addrline2 addresslines
      streetaddress street street1 street2 streetname postaladdress mailingaddress homeaddress billingaddress shippingaddress
      deliveryaddress residentialaddress fulladdress adresse adresse1 adresse2 adresse3 adressepostale adressecomplete
      adresselivraison adressefacturation adressedomicile rue libellevoie voie nomvoie nomrue complementadresse strasse
      strassennr strassehausnummer strassehausnr anschrift wohnadresse str direccion direccionpostal domicilio calle
      indirizzo indirizzoresidenza residenza indirizzo1 adres straat straatnaam adresregel woonadres huisadres domicile
      addressfull`,
  },
  {
    validator: 'postalCode',
    weight: 6,
    phrases: `zip zipcode zippostal postcode postalcode codepostal postleitzahl plz codigopostal codicepostale codpostal cpostal
      ziporpostcode zippostalcode postcodes codpost`,
  },
  { validator: 'postalCode', weight: 3, phrases: 'cp cap npa' },
  {
    validator: 'place',
    weight: 5,
    phrases: `city town ville commune localite ort stadt wohnort ciudad poblacion municipio localidad citta localita plaats
      woonplaats stad suburb cityname country countryname pays land pais paese paysresidence countrycode codepays county
      province provincia provincie bundesland departement stateprovince statename stateregion homecity hometown residencecity`,
  },
  {
    validator: 'place',
    weight: 4,
    phrases:
      'state location localisation lieu region district canton kanton region1 neighborhood quartier nation statefull',
  },
  {
    validator: 'birthPlace',
    weight: 6,
    phrases: `birthplace placeofbirth birthcity birthtown birthcountry countryofbirth cityofbirth lieunaissance lieudenaissance
      villenaissance villedenaissance paysnaissance communenaissance geburtsort geburtsland lugarnacimiento luogonascita
      luogodinascita comunenascita geboorteplaats geboorteland deptnaissance lieunaiss lieunais villenaiss birthcity`,
  },
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
      cuentabancaria numerocuenta contobancario bankrekening bankrekeningnummer rekeningnummer`,
  },
  {
    validator: 'socialProfile',
    weight: 5,
    phrases: `linkedin linkedinurl linkedinprofile facebook facebookurl twitter twitterurl xing viadeo instagram github githuburl
      socialprofile socialurl profilelinkedin lienlinkedin profillinkedin linkedinlink profileurl profilurl socialnetwork reseausocial socialmedia`,
  },
  {
    validator: 'website',
    weight: 4,
    phrases:
      'website websiteurl homepage homepageurl siteweb siteperso webseite personalsite blogurl paginaweb sitoweb blog userurl webpage',
  },
  {
    validator: 'jobTitle',
    weight: 6,
    phrases: `jobtitle currentjob currentposition currenttitle currentrole currentjobtitle positiontitle intituleposte
      posteactuel postoccupe posteoccupe emploioccupe dernierposte stellenbezeichnung berufsbezeichnung puestoactual
      functietitel huidigefunctie worktitle lastposition lastjob previousjob titreposte emploiactuel`,
  },
  {
    validator: 'jobTitle',
    weight: 4,
    phrases: 'jobrole designation fonction poste puesto cargo mansione ruolo functie qualifica',
  },
  { validator: 'jobTitle', weight: 2, phrases: 'title position job emploi stelle' },
  {
    validator: 'employer',
    weight: 6,
    phrases: `employer employername currentemployer currentcompany employeur employeuractuel entrepriseactuelle arbeitgeber
      empleador datoredilavoro werkgever lastemployer previousemployer`,
  },
  {
    validator: 'employer',
    weight: 4.5,
    phrases: `company companyname societe entreprise raisonsociale organisation organization organisationname organizationname
      firma firmenname unternehmen empresa azienda ragionesociale bedrijf bedrijfsnaam companyorganization`,
  },
  {
    validator: 'occupation',
    weight: 5,
    phrases: `occupation profession metier beruf profesion ocupacion professione beroep categoriesocioprofessionnelle csp
      sector subsector industry industries secteur secteuractivite soussecteur domaineactivite branche berufsfeld sectoractividad settore bedrijfstak
      jobsector jobfunction romecode coderome`,
  },
  {
    validator: 'employmentStatus',
    weight: 5,
    phrases: `jobtype employmentstatus employmenttype employmentstate contracttype typecontrat typedecontrat typeemploi
      situationprofessionnelle situationemploi statutemploi statutprofessionnel beschaeftigungsstatus beschaftigungsart
      anstellungsart vertragsart tipocontrato tipocontratto situacionlaboral contractsoort dienstverband worktype workstatus`,
  },
  { validator: 'employmentStatus', weight: 2, phrases: 'contract contrat vertrag' },
  {
    validator: 'jobApplication',
    weight: 6,
    phrases: `coverletter coverletters coverlettertext coveringletter coveringmessage covermessage covernote motivationletter
      lettremotivation lettredemotivation lettre motivation anschreiben bewerbungsschreiben bewerbungstext motivationsschreiben
      cartapresentacion cartamotivacion letterapresentazione letteramotivazione motivatiebrief sollicitatiebrief cvtext
      cvcontent resumetext cvbody textecv applicationtext applicationletter candidatetext`,
  },
  { validator: 'jobApplication', weight: 4, phrases: 'cv curriculum curriculumvitae lebenslauf resume' },
  {
    validator: 'photo',
    weight: 4,
    phrases: `photo photos picture profilepicture profilephoto portrait avatar foto fotos bild passbild lichtbild imagen fotografia
      pasfoto photoidentite userphoto userpicture userimage headshot`,
  },
  {
    validator: 'gender',
    weight: 5,
    phrases: 'gender sex sexe genre geschlecht genero sexo sesso genere geslacht gendercode',
  },
  {
    validator: 'salutation',
    weight: 4,
    phrases:
      'salutation civilite anrede tratamiento titolo aanhef title honorific courtesytitle nameprefix anredetitel titre titel',
  },
  {
    validator: 'nationality',
    weight: 6,
    phrases:
      'nationality nationalite staatsangehoerigkeit staatsangehorigkeit nationalitaet nationalitat nacionalidad nazionalita cittadinanza nationaliteit citizenship staatsbuergerschaft',
  },
  {
    validator: 'maritalStatus',
    weight: 6,
    phrases:
      'maritalstatus situationfamiliale situationmatrimoniale etatcivil familienstand estadocivil statocivile burgerlijkestaat civilstatus maritalstate',
  },
  {
    validator: 'skills',
    weight: 5,
    phrases:
      'skills skill keyskills skillset competences competence faehigkeiten fahigkeiten kenntnisse habilidades competencias competenze vaardigheden qualifications',
  },
  {
    validator: 'bio',
    weight: 5,
    phrases:
      'bio biography biographie aboutme about apropos selfdescription personalstatement profilesummary ueberuns ubermich biografia presentation',
  },
  {
    validator: 'comment',
    weight: 4,
    phrases:
      'commentcontent commenttext commentbody comment comments commentaire commentaires remark remarks remarque remarques note notes bemerkung bemerkungen kommentar anmerkung notiz notizen observaciones observation observations comentario comentarios osservazioni commento opmerking opmerkingen internalnotes',
  },
];

/** Names of columns that hold a name of something; whose it is only the table and the siblings can say. */
export const genericNames = new Set('name names nom noms nombre nome naam'.split(' '));
