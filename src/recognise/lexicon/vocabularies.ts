/*
 * Short lists of words that values of some classes consist of, in six languages, folded (lower case, no accents).
 * A value counts when it, or for jobs and streets one of its words, is in the list.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const phrases = (text: string): ReadonlySet<string> =>
  new Set(text.split('|').map((phrase) => phrase.trim()));

export const salutations = words(
  'mr mrs ms miss mx dr prof sir madam m mme mlle monsieur madame mademoiselle me maitre herr frau hr fr doktor professor sr sra srta don dona senor senora senorita sig sigra signor signora signorina dott dottssa avv dhr mevr mw mevrouw heer rev pr ing',
);

export const genders = phrases(
  'm|f|male|female|man|woman|other|o|x|d|u|unknown|homme|femme|h|masculin|feminin|autre|mann|w|maennlich|mannlich|weiblich|divers|hombre|mujer|masculino|femenino|varon|uomo|donna|maschio|femmina|v|vrouw|mannelijk|vrouwelijk|nonbinary|non-binary|0|1|2|9|n',
);

export const maritalStatuses = phrases(
  'single|married|divorced|widowed|widow|widower|separated|partnered|cohabiting|civil partnership|celibataire|marie|mariee|marie(e)|divorce|divorcee|divorce(e)|veuf|veuve|veuf(ve)|separe|separee|pacse|pacsee|pacs|concubinage|union libre|ledig|verheiratet|geschieden|verwitwet|getrennt lebend|soltero|soltera|casado|casada|divorciado|divorciada|viudo|viuda|celibe|nubile|coniugato|coniugata|divorziato|divorziata|vedovo|vedova|ongehuwd|gehuwd|gescheiden|weduwe|weduwnaar|s|m|d|w|c',
);

export const employmentStatuses = phrases(
  "permanent|temporary|temp|contract|contractor|interim|full time|full-time|fulltime|part time|part-time|parttime|freelance|freelancer|self employed|self-employed|employed|unemployed|student|retired|intern|internship|apprentice|apprenticeship|casual|seasonal|zero hours|fixed term|cdi|cdd|interimaire|stage|stagiaire|alternance|apprentissage|independant|temps plein|temps partiel|en poste|en recherche|sans emploi|chomage|demandeur d'emploi|salarie|retraite|etudiant|vollzeit|teilzeit|festanstellung|unbefristet|befristet|praktikum|minijob|selbststandig|selbstaendig|arbeitslos|ausbildung|tiempo completo|tiempo parcial|jornada completa|media jornada|indefinido|temporal|autonomo|desempleado|practicas|tempo pieno|tempo parziale|tempo indeterminato|tempo determinato|disoccupato|tirocinio|occupato|voltijd|deeltijd|vast|tijdelijk|zzp|werkloos|bijbaan|perm|ftc|vie|full|part|regular|employee|zeitarbeit|freiberuflich|werkstudent|leiharbeit|beamter|angestellt|selbstandig|uitzend|intermittent|fonctionnaire|profession liberale",
);

/** A word of a job title; the last letters may carry a plural or a gender. */
export const jobWords = words(
  `manager director engineer developer analyst consultant assistant accountant auditor officer executive administrator
  coordinator specialist supervisor technician designer architect advisor adviser representative agent clerk secretary
  receptionist nurse doctor teacher lecturer lawyer solicitor paralegal buyer planner controller treasurer recruiter trader
  broker head chief president vp ceo cfo cto coo partner associate intern trainee apprentice driver operator operative
  counsel conducteur conductrice attache attachee einkaufer einkauferin bauleiter assistentin assistent worker foreman electrician plumber carpenter mechanic chef cook waiter waitress cashier salesperson sales marketing
  programmer scientist researcher tester lead leader merchandiser bookkeeper cleaner guard pharmacist therapist editor
  journalist translator writer photographer surveyor estimator welder machinist packer picker staff
  directeur directrice responsable ingenieur ingenieure developpeur developpeuse analyste consultante assistante comptable
  auditeur auditrice technicien technicienne chargee charge gestionnaire commercial commerciale conseiller conseillere
  vendeur vendeuse acheteur acheteuse juriste avocat avocate secretaire ingenieurs infirmier infirmiere medecin enseignant professeur
  chauffeur ouvrier ouvriere operateur operatrice chef cheffe cuisinier serveur serveuse caissier caissiere agent
  coordinateur coordinatrice controleur controleuse recruteur recruteuse stagiaire apprenti redacteur redactrice
  leiter leiterin ingenieurin entwickler entwicklerin berater beraterin sachbearbeiter sachbearbeiterin buchhalter
  buchhalterin kaufmann kauffrau mitarbeiter mitarbeiterin verkaeufer verkaufer techniker technikerin fahrer koch
  krankenschwester arzt lehrer referent referentin geschaeftsfuehrer geschaftsfuhrer projektleiter controllerin
  director directora gerente ingeniero ingeniera desarrollador analista consultor consultora asistente contable tecnico
  tecnica comercial abogado abogada secretaria enfermero enfermera medico profesor conductor operario vendedor
  direttore direttrice responsabile ingegnere sviluppatore consulente impiegato impiegata contabile tecnico avvocato
  segretaria infermiere insegnante autista operaio venditore commesso
  directeur ontwikkelaar adviseur medewerker boekhouder verkoper monteur verpleegkundige leraar chauffeur hoofd`,
);

/** A word that a street line has. */
export const streetWords = words(
  `street st road rd avenue ave av lane ln drive dr boulevard blvd bd way court ct place pl square sq close crescent terrace
  parkway pkwy highway hwy loop manor circle trail gardens grove hill row walk mews quay park apt suite unit floor box
  rue chemin che allee allees impasse quai cours route rte residence lotissement faubourg passage sentier villa hameau bis
  ter lieu-dit batiment bat appt
  strasse str weg platz gasse ring damm ufer chaussee
  calle c avenida avda plaza paseo carretera camino ronda travesia
  via viale vle piazza pza corso largo vicolo strada
  straat laan plein kade dijk gracht singel steeg hof gata gatan vej gade ulica ul`,
);

/** Endings of street names written in one word. */
export const streetEndings = [
  'strasse',
  'str.',
  'straat',
  'weg',
  'gasse',
  'platz',
  'laan',
  'plein',
  'allee',
  'gata',
  'gatan',
  'veien',
  'vej',
  'gade',
  'ring',
  'damm',
  'gracht',
  'katu',
  'utca',
];

/** States of things and answers to questions: a column of these is no place and no name. */
export const stateWords = phrases(
  'open|closed|active|inactive|pending|new|done|draft|published|archived|deleted|approved|rejected|shortlisted|cancelled|canceled|complete|completed|processing|shipped|paid|unpaid|failed|success|ok|error|yes|no|oui|non|ja|nein|si|true|false|on|off|enabled|disabled|in progress|received|hired|interview|sent|queued|running|waiting|locked|valid|invalid|ouvert|ferme|actif|inactif|en cours|termine|nouveau|offen|geschlossen|aktiv|inaktiv|abierto|cerrado|activo|aperto|chiuso|attivo',
);
