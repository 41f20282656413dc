/*
 * Short lists of words that values of some classes consist of, in the languages of identity-headers.ts, folded (lower case, no accents).
 * A value counts when it, or for jobs and streets one of its words, is in the list.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const phrases = (text: string): ReadonlySet<string> =>
  new Set(text.split('|').map((phrase) => phrase.trim()));

export const salutations = words(
  'mr mrs ms miss mx dr prof sir madam m mme mlle monsieur madame mademoiselle me maitre herr frau hr fr doktor professor sr sra srta don dona senor senora senorita sig sigra signor signora signorina dott dottssa avv dhr mevr mw mevrouw heer rev pr ing senhor senhora sra srta exmo exma dna pan pani panna pana fru froken hra rva herra rouva neiti domnul doamna domnisoara dl dna dra kyrios kyria slecna bc mgr ur kand juffrouw jonkheer caro',
);

export const genders = phrases(
  'm|f|male|female|man|woman|other|o|x|d|u|unknown|homme|femme|h|masculin|feminin|autre|mann|w|maennlich|mannlich|weiblich|divers|hombre|mujer|masculino|femenino|varon|uomo|donna|maschio|femmina|v|vrouw|mannelijk|vrouwelijk|nonbinary|non-binary|0|1|2|9|n|masculino|feminino|homem|mulher|mezczyzna|kobieta|k|kvinna|mand|kvinde|kvinne|mies|nainen|muz|zena|z|barbat|femeie|b|andras|gynaika|arren|thily|a|diverse|not specified|prefer not to say|non specifie|onbekend|nezname',
);

export const maritalStatuses = phrases(
  'single|married|divorced|widowed|widow|widower|separated|partnered|cohabiting|civil partnership|celibataire|marie|mariee|marie(e)|divorce|divorcee|divorce(e)|veuf|veuve|veuf(ve)|separe|separee|pacse|pacsee|pacs|concubinage|union libre|ledig|verheiratet|geschieden|verwitwet|getrennt lebend|soltero|soltera|casado|casada|divorciado|divorciada|viudo|viuda|celibe|nubile|coniugato|coniugata|divorziato|divorziata|vedovo|vedova|ongehuwd|gehuwd|gescheiden|weduwe|weduwnaar|s|m|d|w|c|solteiro|solteira|casado(a)|solteiro(a)|viuvo|uniao de facto|uniao estavel|separado|separada|kawaler|panna|zonaty|zamezna|rozwiedziony|rozwiedziona|wdowiec|wdowa|wolny|wolna|ogift|gift|skild|franskild|anka|ankling|sambo|registrerad partner|ugift|skilt|fraskilt|enke|enkemand|samlever|registreret partner|naimaton|avioliitossa|naimisissa|eronnut|leski|avoliitossa|svobodny|svobodna|zenaty|vdana|rozvedeny|rozvedena|vdovec|vdova|necasatorit|necasatorita|casatorit|casatorita|divortat|divortata|vaduv|vaduva|agamos|agami|engamos|engami|diazevgmenos|chiros|verpartnert|eingetragene partnerschaft|verwittwet|samenwonend|geregistreerd partnerschap|pareja de hecho|unito civilmente|separato|separata|partenaire pacse|en couple|vie maritale',
);

export const employmentStatuses = phrases(
  "permanent|temporary|temp|contract|contractor|interim|full time|full-time|fulltime|part time|part-time|parttime|freelance|freelancer|self employed|self-employed|employed|unemployed|student|retired|intern|internship|apprentice|apprenticeship|casual|seasonal|zero hours|fixed term|cdi|cdd|interimaire|stage|stagiaire|alternance|apprentissage|independant|temps plein|temps partiel|en poste|en recherche|sans emploi|chomage|demandeur d'emploi|salarie|retraite|etudiant|vollzeit|teilzeit|festanstellung|unbefristet|befristet|praktikum|minijob|selbststandig|selbstaendig|arbeitslos|ausbildung|tiempo completo|tiempo parcial|jornada completa|media jornada|indefinido|temporal|autonomo|desempleado|practicas|tempo pieno|tempo parziale|tempo indeterminato|tempo determinato|disoccupato|tirocinio|occupato|voltijd|deeltijd|vast|tijdelijk|zzp|werkloos|bijbaan|perm|ftc|vie|full|part|regular|employee|zeitarbeit|freiberuflich|werkstudent|leiharbeit|beamter|angestellt|selbstandig|uitzend|intermittent|fonctionnaire|profession liberale|efetivo|efetiva|a termo|sem termo|desempregado|estagiario|reformado|estudante|umowa o prace|umowa zlecenie|umowa o dzielo|pelny etat|niepelny etat|student|bezrobotny|emeryt|tillsvidare|tillsvidareanstallning|visstid|heltid|deltid|vikariat|praktikant|arbetslos|fastansat|tidsbegraenset|fuldtid|elev|ledig|vakituinen|maaraaikainen|kokoaikainen|osa-aikainen|tyoton|opiskelija|elakelainen|plny uvazek|castecny uvazek|dpp|dpc|osvc|nezamestnany|dochodce|norma intreaga|norma partiala|perioada nedeterminata|perioada determinata|somer|pensionar|angajat",
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
  directeur ontwikkelaar adviseur medewerker boekhouder verkoper monteur verpleegkundige leraar chauffeur hoofd engenheiro engenheira contabilista tecnico gerente enfermeiro enfermeira motorista diretor diretora assistente
  inzynier ksiegowy ksiegowa kierownik specjalista specjalistka sprzedawca nauczyciel nauczycielka lekarz kierowca pracownik dyrektor
  ingenjor utvecklare ekonom saljare chef larare sjukskoterska forare handlaggare konsult
  ingenior udvikler saelger leder laerer sygeplejerske medarbejder konsulent projektleder
  insinoori kehittaja kirjanpitaja myyja opettaja johtaja hoitaja sairaanhoitaja kuljettaja asiantuntija
  ucetni programator prodavac ucitel lekar ridic vedouci manazer technik
  inginer contabil vanzator profesor medic sofer asistenta functionar economist operator`,
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
  straat laan plein kade dijk gracht singel steeg hof gata gatan vej gade ulica ul rua travessa largo estrada praca alameda avda ctra pasaje aleja aleje plac osiedle namesti trida nabrezi strada str bulevardul bd aleea calea piata vagen vag stigen torget plads alle torv katu kuja polku odos leoforos plateia utca krt`,
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
  'vagen',
  'gatan',
  'kuja',
  'vagur',
  'vegen',
  'torget',
  'stien',
];

/** States of things and answers to questions: a column of these is no place and no name. */
export const stateWords = phrases(
  'open|closed|active|inactive|pending|new|done|draft|published|archived|deleted|approved|rejected|shortlisted|cancelled|canceled|complete|completed|processing|shipped|paid|unpaid|failed|success|ok|error|yes|no|oui|non|ja|nein|si|true|false|on|off|enabled|disabled|in progress|received|hired|interview|sent|queued|running|waiting|locked|valid|invalid|ouvert|ferme|actif|inactif|en cours|termine|nouveau|offen|geschlossen|aktiv|inaktiv|abierto|cerrado|activo|aperto|chiuso|attivo',
);
