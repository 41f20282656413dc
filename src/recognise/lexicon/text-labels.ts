/*
 * What stands before a value in letters and forms, in French, English and German, and what it says of the value. Kept
 * as people write it; compared folded, signs left out (`Né(e) le` is `ne e le`). `subject`: a name follows, of the one
 * the paper is about. `other`: what follows is somebody else's or an office's.
 */

export const labelRoles = [
  'lastName',
  'birthName',
  'firstName',
  'fullName',
  'subject',
  'nir',
  'email',
  'phone',
  'birthDate',
  'birthPlace',
  'street',
  'postalCode',
  'place',
  'iban',
  'other',
] as const;

export type LabelRole = (typeof labelRoles)[number];

export const textLabels: Readonly<Record<LabelRole, string>> = {
  lastName: `nom|nom de famille|nom d'usage|nom d'epouse|nom usuel|nom marital|surname|last name|family name|nachname|familienname|zuname`,
  birthName: `nom de naissance|nom de jeune fille|nom patronymique|maiden name|birth name|name at birth|geburtsname`,
  firstName: `prenom|prenoms|prenom(s)|prenom usuel|first name|first names|first name(s)|given name|given names|forename|forenames|forename(s)|vorname|vornamen|vorname(n)|rufname`,
  fullName: `name|full name|nom et prenom|nom et prenoms|nom et prenom(s)|nom prenom|nom, prenom|nom / prenom|prenom et nom|prenom nom|nom complet|name, vorname|name vorname|vor- und nachname|vor- und zuname|vorname, nachname|vorname und name|vorname, name|vollstandiger name|your name|ihr name|votre nom`,
  subject: `patient|patiente|patient(e)|patient name|name of patient|nom du patient|assure|assuree|assure(e)|nom de l'assure|salarie|salariee|salarie(e)|nom du salarie|employe|employee|employee name|name of employee|locataire|le locataire|la locataire|preneur|le preneur|tenant|the tenant|tenant name|name of tenant|mieter|mieterin|der mieter|die mieterin|mieter/in|candidat|candidate|candidat(e)|nom du candidat|candidate name|applicant|applicant name|name of applicant|bewerber|bewerberin|antragsteller|antragstellerin|antragsteller/in|arbeitnehmer|arbeitnehmerin|mitarbeiter|mitarbeiterin|versicherte|versicherter|versicherte person|name des patienten|patientin|beneficiaire|allocataire|nom de l'allocataire|demandeur|demandeur d'emploi|adherent|adherente|titulaire|titulaire du compte|titulaire du contrat|account holder|card holder|kontoinhaber|kontoinhaberin|policyholder|policy holder|insured|insured person|beneficiary|claimant|student|student name|etudiant|etudiante|eleve|nom de l'eleve|je soussigne|je soussignee|je soussigne(e)|je, soussigne|je, soussignee|i, the undersigned|the undersigned|ich, der unterzeichnende|nom du client|customer name|client name|kunde|kundin|name des kunden`,
  nir: `nir|n° de securite sociale|no de securite sociale|numero de securite sociale|n° securite sociale|num. securite sociale|numero securite sociale|n° de secu|n° secu|numero de secu|n° s.s.|n° ss|n°ss|no ss|num ss|n° de ss|securite sociale|n° insee|numero insee|n°insee|n° d'immatriculation|numero d'immatriculation|matricule s.s.|n° nir|numero nir|n° d'assure|numero d'assure|n° d'assure social|numero d'assure social|immatriculation ss|n° d'immatriculation a la securite sociale|immatricule a la securite sociale sous le numero|immatriculee a la securite sociale sous le numero|numero d'immatriculation a la securite sociale|n° d'affiliation|french social security number|social security number|social security no|social security no.|sozialversicherungsnummer|sozialversicherungs-nr.|franzosische sozialversicherungsnummer|numero de securite sociale (nir)|n° de securite sociale (nir)`,
  email: `e-mail|email|mail|courriel|mel|adresse e-mail|adresse email|adresse mail|adresse electronique|adresse de courriel|adresse courriel|email address|e-mail address|e-mail-adresse|emailadresse|mailadresse|mail address`,
  phone: `tel|tel.|telephone|n° de telephone|numero de telephone|tel. portable|tel portable|tel. mobile|tel mobile|tel. fixe|telephone portable|telephone mobile|telephone fixe|telephone domicile|telephone personnel|portable|mobile|mob|mob.|gsm|phone|phone number|telephone number|mobile phone|mobile number|cell|cell phone|home phone|telefon|telefonnummer|telefon-nr.|tel.-nr.|handy|handynummer|mobil|mobilnummer|mobiltelefon|festnetz|rufnummer|telefon privat`,
  birthDate: `ne le|nee le|ne(e) le|ne / nee le|ne.e le|ne·e le|date de naissance|date naissance|date de naiss.|d.d.n.|ddn|born|born on|date of birth|dob|d.o.b.|birth date|birthdate|birthday|geburtsdatum|geb.|geb. am|geboren|geboren am|geburtstag|geb.-datum`,
  birthPlace: `lieu de naissance|lieu naissance|commune de naissance|ville de naissance|ne a|nee a|ne(e) a|place of birth|birthplace|birth place|geburtsort|geboren in`,
  street: `adresse|adresse postale|adresse personnelle|adresse du domicile|adresse actuelle|domicile|domicilie|domiciliee|domicilie(e)|domicilie au|domiciliee au|domicilie a|domiciliee a|demeurant|demeurant au|demeurant a|residant|residant au|residant a|habitant|habitant au|rue|voie|n° et rue|address|home address|postal address|current address|street|street address|residing at|residing|resident at|residential address|living at|anschrift|wohnanschrift|wohnadresse|privatanschrift|wohnhaft|wohnhaft in|wohnhaft in der|strasse|strasse, hausnummer|strasse, hausnr.|strasse und hausnummer|strasse, nr.|strasse/hausnr.|strasse, haus-nr.|street and number|adresse du patient|adresse de l'assure|adresse du locataire`,
  postalCode: `code postal|cp|postcode|postal code|post code|zip|zip code|plz|postleitzahl`,
  place: `ville|commune|localite|city|town|ort|wohnort|code postal et ville|code postal / ville|cp ville|cp / ville|plz ort|plz, ort|plz/ort|plz / ort|plz und ort|postcode and city|town/city|city, zip`,
  iban: `iban|rib|iban du salarie|compte bancaire|coordonnees bancaires|rib / iban|rib/iban|iban / rib|bank account|bank account (iban)|account number|account number (iban)|bankverbindung|kontonummer|ihre iban|votre iban|your iban|iban du beneficiaire|iban de l'allocataire|paiement sur le compte|vire sur le compte`,
  other: `contact|votre contact|votre conseiller|votre conseillere|votre interlocuteur|votre interlocutrice|votre gestionnaire|votre correspondant|conseiller|conseillere|interlocuteur|gestionnaire|dossier suivi par|suivi par|affaire suivie par|medecin|medecin traitant|medecin prescripteur|prescripteur|docteur|praticien|employeur|employer|arbeitgeber|entreprise|societe|raison sociale|denomination sociale|company|company name|firma|bailleur|le bailleur|bailleresse|proprietaire|landlord|the landlord|vermieter|der vermieter|vermieterin|mandataire|agence|organisme|caisse|banque|bank|etablissement|emetteur|expediteur|absender|sender|signataire|gerant|directeur|directrice|president|manager|line manager|your contact|contact person|contact name|your adviser|your advisor|adviser|advisor|case worker|caseworker|handled by|sales contact|account manager|doctor|gp|physician|consultant|referring doctor|sachbearbeiter|sachbearbeiterin|sachbearbeitung|ansprechpartner|ansprechpartnerin|ihr ansprechpartner|ihre ansprechpartnerin|bearbeiter|bearbeiterin|arzt|behandelnder arzt|geschaftsfuhrer|geschaftsfuhrung|vorstand|personne a prevenir|personne a contacter|contact d'urgence|emergency contact|next of kin|notfallkontakt|conjoint|spouse|ehepartner|kontakt|responsable|fournisseur|supplier|vendor|lieferant|vendeur|seller|facture par|hotline|service client|customer service|kundenservice|support|siege social|registered office|site web|website|siret|siren|produit|product|article|nom du produit|product name|file name|host name`,
};
