/*
 * Words around the telling part of a column name: those that leave its meaning alone, those that turn the column into
 * something else (`email_sent`, `phone_type`, `mailing_list_id`), and those that say whose a generic name is.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** After or before the telling part; they change nothing. */
export const neutralWords = words(
  `number no nr num numero nummer nbr home work main primary secondary other private prive prives pro perso personal personnel
  persoonlijk privat dienst geschaeftlich geschaftlich business office mobile day evening night alt alternate alternative
  alternatif backup recovery old new current actuel actual last first previous precedent value val text txt string str raw enc
  encrypted crypted clear full complete complet original orig initial latin native local en fr de es it nl d du des la le l
  of the del della di da van der usage naissance famille jeune fille postal postale birth client clients customer cust candidate
  candidat employee emp salarie contact user usr utilisateur member membre person personne patient student eleve
  guest billing bill shipping ship delivery livraison facturation invoice facture recipient sender from to reply owner
  parent father mother pere mere spouse conjoint emergency urgence referee reference ref manager recruiter agent author auteur
  line ligne part kunde kunden mitarbeiter bewerber cliente clientes empleado persona usuario utente klant medewerker
  a b i ii p c t f x my web login account acct profile profil tx col field fld data db tbl s admin hash md sha
  maand jaar maandelijks jaarlijks omschrijving bezeichnung koti kotiosoite tyo hem hjem bolig auto voiture wagen vehicule
  pojazdu veiculo veicolo vehiculo charge nbr nm num1 kontaktowy kontakt kontaktowa gsmnr zamieszkania korrespondencji
  gross net brutto netto brut bruto neto lordo annual monthly yearly annuel annuelle mensuel mensuelle jaehrlich monatlich
  anual mensual mensile annuo rok miesieczne roczne pacient klienta zakaznik zakaznika klienti pacjenta
  pracownika angajat client kund kunds kundens asiakas asiakkaan tyontekijan funcionario cliente utilizador paciente
  domicile domicilio wohnung legal residence residential permanent temporary temp public display international intl national
  1 2 3 4 5 one two three`,
);

/** In any place of the name: the column is about the thing, not the thing itself. */
export const turningWords = words(
  `id ids key keys uuid guid count counts counter cnt type types kind flag flags is has can opt optin optout sent send status statut
  verified verify verification confirmed confirmation confirm validated valid validation enabled enable disabled active
  token tokens secret nonce salt seed format template templates list lists listing mailing subject body html lang language locale expires expiry expired expiration reset resetat changed change updated update created create modified at on date time
  timestamp ts attempts attempt tries policy strength hint question answer limit max min size length width height uri path file
  files filename extension ext mime index idx sort order ordering rank weight visible hidden show allow allowed notify
  notification notifications subscribe subscribed subscription unsubscribe newsletter bounced bounce blacklist failed failure required
  score provider service server port protocol config setting settings option options preference preferences pref prefs mode
  version ver build release checksum etag sum total amount price rate tax`,
);

/** In any place of the name: the numbers are those of goods, papers and machines, whatever check they pass. */
export const thingWords = words(
  `isbn issn ean gtin upc asin sku barcode codebarre product produit produkt producto article artikel articulo item stock order
  commande bestellung pedido ordine invoice facture rechnung factura fattura quote devis ticket tracking colis shipment parcel
  sscc lot batch serial serie seriennummer chassis meter compteur pod version release build revision timestamp ts epoch
  time date transaction trx txn payment reference checksum hash crc md fingerprint commit revision port zip postal gift loyalty
  voucher coupon sim iccid imsi imei meid duns patent isrc ismn doi oclc lccn opus cas naf ape nace rome insee commune`,
);

/** Turning words that leave a class alone, because they are part of how its columns are named. */
export const toleratedWords: Readonly<Record<string, ReadonlySet<string>>> = {
  password: words('has'),
  place: words('code'),
  email: words('id ids list newsletter subscribed subscription'),
  ipAddress: words('server created create at last failed'),
  birthDate: words('date'),
  employmentStatus: words('type types status statut kind'),
  maritalStatus: words('status statut'),
  photo: words('file'),
  gender: words('id'),
  username: words('id'),
  jobApplication: words('body file html'),
};

/** Before a name of something: whose column says it is a person's (`candidate name`, `nom client`). */
export const peopleWords = words(
  `customer client contact candidate employee person people member patient student teacher doctor physician nurse user
  owner manager recruiter recipient sender holder cardholder guest billing shipping delivery parent spouse father mother
  emergency referee applicant attendee participant passenger driver tenant subscriber donor volunteer author buyer seller
  beneficiary insured debtor creditor salarie candidat personne membre adherent eleve etudiant professeur patiente
  beneficiaire assure locataire abonne usager agent interlocuteur kunde kunden mitarbeiter bewerber person ansprechpartner
  mitglied schueler patient versicherter cliente empleado persona socio alumno paciente usuario dipendente paziente utente
  socio klant medewerker persoon lid leerling patient full real your my complete first last vor nach lead
  guardian tutor tuteur vormund encarregado educacao legal
  kd kde cli clt adh etu medico medecin arzt hausarzt huisarts medic traitant curante behandelnder lekarz cabecera
  pracownik pracownika pacjent pacjenta klient klienta uczen student kund medlem patienten kunde anstalld medarbejder
  asiakas asiakkaan potilas potilaan tyontekija opiskelija zakaznik zakaznika zamestnanec zamestnance pacientul angajat
  angajatului pacient funcionario funcionaria utente aluno socio utilizador pelatis pelati ergazomenos asthenis
  jobseeker staff worker consultant freelancer agentname resident citizen`,
);

/** Before the part that would tell: it is something else altogether (`ip_address`, `file_name`, `host_name`). */
export const otherThings: Readonly<Record<string, ReadonlySet<string>>> = {
  streetAddress: words(
    'ip mac email mail web url site internet memory wallet bitcoin btc eth ethereum contract hardware bus server host from to cc bcc reply network',
  ),
  phone: words('id serial imei model version'),
  place: words(
    'file page url uri solid application order workflow session machine job task process http menu item block storage shelf bin warehouse promised update login',
  ),
  password: words('day ski season boarding bus transit travel pass first second test unit yellow'),
  jobTitle: words(
    'page node site book film movie song track album product article news menu item category section event video course lesson post blog task report file document list question survey form chapter meta og seo display sort order row column cursor list x y start end',
  ),
  salutation: words(
    'page node site book film movie song track album product article news menu item category section event video course lesson post blog task report file document list question survey form chapter meta og seo job alternative original',
  ),
  occupation: words('boot disk memory'),
  comment: words(
    'agent karma approved parent post track song product order delivery release version commit film column table',
  ),
  bio: words('product company'),
  birthDate: words('product film'),
  employer: words('insurance shipping delivery parent film production record'),
  photo: words('product film item category banner logo'),
  ipAddress: words('version'),
  card: words(
    'gift loyalty member membership points bonus rewards sim graphics video sound memory business id identity health insurance library student fuel score phone score key time access badge',
  ),
  bankAccount: words('chart ledger gl'),
  coordinates: words('store shop product film text field'),
  age: words('file log cache session max minimum maximum min account wine limit'),
  income: words('store shop net company band'),
  vehiclePlate: words('dinner name back hot'),
  nir: words('commune communes code ville city town postal lieu pays cog dep departement region bureau'),
  username: words('db database smtp ftp proxy last first previous failed next date'),
};
