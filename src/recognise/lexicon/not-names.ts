/*
 * Words that tell an organisation's line from a person's, and words of papers that stand in capitals where a name could:
 * titles, sections, months. French, English and German, folded. A line with one of them is nobody's name.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const organisationWords = words(
  `sarl sas sasu eurl sa sci snc scop gie gmbh ag kg ohg gbr ug mbh kgaa ev ltd limited plc llc llp inc incorporated corp
  corporation co company group groupe holding holdings bv nv spa srl se caisse agence agency service services direction
  departement department departementale mairie prefecture ministere ministry hopital hospital clinique clinic klinik
  klinikum krankenhaus praxis cabinet societe entreprise enterprise association verein assurance assurances insurance
  versicherung versicherungen krankenkasse kasse banque bank banken sparkasse credit mutuelle mutual office bureau amt
  finanzamt jobcenter agentur arbeitsagentur stadt stadtwerke gemeinde landkreis council authority university universite universitat
  hochschule ecole school schule college lycee institut institute fondation foundation stiftung syndicat union
  cooperative laboratoire laboratory pharmacie pharmacy apotheke notaire etude avocats kanzlei transports logistique logistics
  logistik industrie industries immobilier immobilien immobiliere property properties estates letting lettings gestion
  management consulting conseil beratung solutions systems systemes technologies energie
  telecom studio atelier ateliers boutique magasin shop store markt restaurant hotel garage librairie editions verlag
  cpam caf urssaf msa pole emploi travail france nhs trust hmrc dwp team equipe personalabteilung verwaltung abteilung
  recrutement ressources humaines resources hr rh comptabilite accounts accounting buchhaltung syndic foncia
  sante health allianz maladie primaire allocations familiales securite sociale retraite tresor public impots tribunal court
  gericht police polizei partners partenaires associates associes sons fils freres bros gebruder international
  distribution import export construction batiment bau maschinenbau werk werke werkzeuge supply supplies trading handel
  handels vertrieb wholesale fournitures outillage metall papier druck druckerei imprimerie nettoyage reinigung
  academy akademie center centre zentrum maison federation chambre chamber kammer musee museum`,
);

export const paperWords = words(
  `objet object subject betreff re ref reference facture invoice rechnung bulletin salaire paie paye payslip payroll
  gehaltsabrechnung lohnabrechnung abrechnung contrat contract vertrag bail lease mietvertrag curriculum vitae lebenslauf
  cv resume experience experiences professionnelle professionnelles berufserfahrung work employment history formation formations education
  ausbildung studium competences skills kenntnisse langues languages sprachen loisirs interests hobbys hobbies profil profile
  diplome diplomes date datum page seite total montant amount betrag attestation certificat certificate bescheinigung
  zeugnis notification bescheid avis notice relevé releve statement kontoauszug decompte conditions generales terms
  general allgemeine geschaftsbedingungen article articles artikel section chapitre chapter kapitel annexe appendix anlage
  anlagen pieces jointes enclosure enclosures madame monsieur mesdames messieurs mademoiselle sir madam dear sehr geehrte geehrter damen herren
  herr frau bonjour hello hallo cordialement regards sincerely faithfully grussen grusse salutations bien vous merci thank thanks
  danke signature unterschrift signed fait lu approuve le la les the der die das un une ein eine and et und ou or oder
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march
  june july august september october november december januar februar marz juni juli oktober
  dezember lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday montag
  dienstag mittwoch donnerstag freitag samstag sonntag candidature application bewerbung motivation lettre letter brief
  cover anschreiben confidentiel confidential vertraulich prix price preis quantite quantity menge description designation
  bezeichnung produit product produkt order commande bestellung client customer kunde numero number nummer north south east west nord
  sud ouest new old saint royal street road avenue lane rue boulevard place chemin impasse allee route strasse weg platz
  tel telephone phone telefon email mail fax mobile siret siren tva vat iban bic nom prenom name vorname nachname adresse
  address anschrift ville city ort pays country land patient employee salarie mieter tenant locataire informations
  information personnelles personal details coordonnees contact kontakt personliche daten etat civil your votre ihr ihre my
  mon ma mein meine our notre unser ce cet cette this these dieser diese que qui nous vous we you sie wir il elle he she
  chef chief senior junior assistant assistante responsable directeur directrice director manager engineer ingenieur
  developer developpeur comptable accountant buchhalter buchhalterin technicien technician stagiaire intern praktikant
  sohn tochter project projet projekt data web marketing sales vente ventes commercial commerciale communication table chaise oak chene lamp`,
);

/** Before a name, with a dot or without. */
export const honorifics = words(
  'm mr mrs ms miss mx mme mlle monsieur madame mademoiselle herr herrn frau dr prof sir lady doctor docteur professeur professor maitre me',
);

/** Titles under which people practise: their letterhead is an office's. */
export const practising = words('dr docteur doctor maitre me prof professeur professor');

/** Within a name, in small letters. */
export const particles = words(
  'de du des d la le les von van der den zu zur zum ten ter da di del della dos das do al el ben bin bint ibn af av y e',
);

/** What ends a letter or a mail; a name may follow. */
export const closings: readonly string[] = [
  'cordialement',
  'bien cordialement',
  'tres cordialement',
  'sinceres salutations',
  'bien a vous',
  'bonne journee',
  'kind regards',
  'best regards',
  'warm regards',
  'regards',
  'many thanks',
  'thanks',
  'best wishes',
  'best',
  'yours sincerely',
  'yours faithfully',
  'sincerely',
  'mit freundlichen grussen',
  'mit freundlichem gruss',
  'freundliche grusse',
  'viele grusse',
  'liebe grusse',
  'beste grusse',
  'merci',
];
