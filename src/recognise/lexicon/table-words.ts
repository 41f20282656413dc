/*
 * What table names say: tables whose rows are people, accounts, organisations, adverts. Singular and plural are both
 * listed where the plural is not the singular with an s.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const peopleTables = words(
  `customer client contact candidate employee person people member patient student teacher doctor user staff worker
  applicant attendee participant passenger driver tenant subscriber donor volunteer author buyer seller beneficiary guest lead
  jobseeker recruiter resident citizen profile personnel salarie candidat personne membre adherent eleve etudiant
  professeur beneficiaire assure locataire abonne usager utilisateur demandeur individu kunde kunden mitarbeiter bewerber
  mitglied mitglieder benutzer schueler personen person cliente clientes empleado empleados persona personas alumno
  candidato candidati usuario usuarios dipendente dipendenti persona persone utente utenti klant klanten medewerker
  medewerkers persoon personen leerling gebruiker gebruikers identity individual referee reference account actor
  pracownik pracownicy pracownika klient klienci pacjent pacjenci uczniowie uzytkownik uzytkownicy kund kunder anstallda
  medlemmar patienter anvandare ansatte medarbejdere medlemmer brugere elever asiakas asiakkaat tyontekijat potilaat
  kayttajat opiskelijat henkilot zakaznik zakaznici zamestnanci pacienti uzivatele studenti osoby angajat angajati clienti
  pacienti utilizatori elevi persoane funcionario funcionarios utentes alunos socios utilizadores trabalhadores pelates
  pelatis ergazomenoi mathites inwoner inwoners burger burgers verzekerden cittadino cittadini iscritti assistiti
  versicherte versicherter schuler lehrer salaries demandeurs allocataires administres agents
  consultant freelancer insured claimant voter owner addressbook crew`,
);

/** Rows are accounts people log in with: a `name` beside a password is a username there. */
export const accountTables = words(
  'user users account accounts login logins member members utilisateur utilisateurs benutzer usuario usuarios utente utenti gebruiker gebruikers admin admins auth',
);

/** Rows are firms and places of business: their address and telephone are not a person's. */
export const organisationTables = words(
  `company companies organisation organization store stores shop warehouse supplier vendor branch branches venue school
  hospital hotel restaurant agency agencies office firm societe entreprise etablissement magasin fournisseur agence
  firma unternehmen lieferant filiale empresa proveedor tienda azienda fornitore negozio bedrijf leverancier winkel
  location site partner shipper carrier transporteur spediteur bank banks banque banques banken banco bancos banca manufacturer brand
  publisher institution dealer dealership pharmacy clinic retailer merchant laboratory insurer municipality municipalities
  entrepot entrepots lager magazzino almacen`,
);

/** Rows are things, and so are their names, whatever first names are among them. */
export const thingTables = words(
  `product produit produkt producto prodotto article artikel articulo item sku category categorie kategorie categoria tag term
  album song track film movie book game plant animal breed dog cat horse pet ship boat vehicle car model color colour couleur
  country countries pays land city cities ville town region state province currency currencies language langue role permission
  privilege group department departement abteilung status statuses statut type types room building hotel server host machine
  device printer campaign event session course lesson subject template page menu block module plugin extension theme setting
  option variable config configuration parameter job cron task queue report dashboard project milestone release build branch
  repository repo commit file document folder image photo video playlist genre ingredient recipe dish wine beer tax taxes rate
  rates discount coupon voucher promotion promo collection catalog catalogue material size unit zone warehouse inventory stock
  shipment parcel method methods gateway team club league stadium holiday award badge achievement level skill drug medicine
  disease symptom procedure`,
);

/** Rows are adverts: what they name is nobody's. */
export const advertTables = words(
  `job jobs vacancy vacancies offer offers advert adverts ad ads posting postings listing listings position positions offre
  offres annonce annonces stelle stellen stellenangebot oferta ofertas empleo offerta offerte lavoro vacature vacatures
  opening openings requisition`,
);

/** Keys to people: a table that has one describes the person it points at. */
export const personKeys = words(
  `user uid usr userid customer client contact candidate employee person member patient student staff applicant author
  owner account participant attendee subscriber utilisateur candidat salarie personne membre adherent eleve kunde mitarbeiter
  bewerber benutzer mitglied usuario cliente empleado persona utente dipendente klant medewerker gebruiker profile actor
  customerid clientid candidateid`,
);
