/*
 * Column names of what somebody works as, for whom, what was learnt and written to get there. In the languages of
 * identity-headers.ts; see header-line.ts.
 */

import type { HeaderLine } from './header-line.ts';

export const workHeaders: readonly HeaderLine[] = [
  {
    validator: 'jobTitle',
    weight: 6,
    phrases: `jobtitle currentjob currentposition currenttitle currentrole currentjobtitle positiontitle intituleposte
      intituledeposte intituleduposte posteactuel postoccupe posteoccupe emploioccupe dernierposte stellenbezeichnung
      berufsbezeichnung puestoactual puestodetrabajo functietitel huidigefunctie worktitle lastposition lastjob previousjob
      titreposte emploiactuel cargoatual stanowiskopracy yrkestitel jobbtitel stillingsbetegnelse jobtitel tehtavanimike
      ammattinimike pracovnipozice thesiergasias`,
  },
  {
    validator: 'jobTitle',
    weight: 4,
    phrases:
      'jobrole designation fonction poste puesto cargo mansione ruolo functie qualifica funcao stanowisko befattning stilling funkce functia',
  },
  { validator: 'jobTitle', weight: 2, phrases: 'title position job emploi stelle' },
  {
    validator: 'employer',
    weight: 6,
    phrases: `employer employername currentemployer currentcompany employeur employeuractuel entrepriseactuelle arbeitgeber
      empleador datoredilavoro datorelavoro werkgever lastemployer previousemployer empregador pracodawca arbetsgivare
      arbejdsgiver arbeidsgiver tyonantaja zamestnavatel angajator ergodotis`,
  },
  {
    validator: 'employer',
    weight: 4.5,
    phrases: `company companyname societe entreprise raisonsociale organisation organization organisationname organizationname
      firma firmenname unternehmen empresa azienda ragionesociale bedrijf bedrijfsnaam companyorganization nazwafirmy foretag
      foretagsnamn virksomhed yritys nazevfirmy companie`,
  },
  {
    validator: 'occupation',
    weight: 5,
    phrases: `occupation profession metier beruf profesion ocupacion professione beroep categoriesocioprofessionnelle csp
      sector subsector industry industries secteur secteuractivite secteurdactivite soussecteur domaineactivite branche
      berufsfeld sectoractividad settore bedrijfstak jobsector jobfunction romecode coderome profissao ocupacao zawod branza
      yrke erhverv beskaeftigelse ammatti toimiala povolani ocupatie profesie profesia epangelma`,
  },
  {
    validator: 'employmentStatus',
    weight: 5,
    phrases: `jobtype employmentstatus employmenttype employmentstate contracttype typecontrat typedecontrat typeemploi
      situationprofessionnelle situationemploi statutemploi statutprofessionnel beschaeftigungsstatus beschaftigungsstatus
      beschaeftigungsart beschaftigungsart anstellungsart vertragsart tipocontrato tipodecontrato tipocontratto
      tipodicontratto situacionlaboral contractsoort contracttypewerk dienstverband worktype workstatus situacaoprofissional
      rodzajumowy typumowy anstallningsform ansaettelsesform tyosuhde typuvazku tipcontract`,
  },
  { validator: 'employmentStatus', weight: 2, phrases: 'contract contrat vertrag' },
  {
    validator: 'educationLevel',
    weight: 5,
    phrases: `education educationlevel levelofeducation highesteducation highestdegree highestqualification degree niveauetudes
      niveauetude niveaudetudes niveauformation niveaudiplome diplome diplomes dernierdiplome plushautdiplome schulabschluss
      bildungsabschluss hochschulabschluss bildungsstand abschluss nivelestudios niveldeestudios estudios titulacion
      titolodistudio titolostudio livellodiistruzione opleidingsniveau hoogsteopleiding opleiding escolaridade habilitacoes
      habilitacoesliterarias wyksztalcenie utbildning utbildningsniva uddannelse uddannelsesniveau koulutus koulutusaste
      vzdelani nejvyssivzdelani nivelstudii studii epipedoekpaidefsis`,
  },
  {
    validator: 'jobApplication',
    weight: 6,
    phrases: `coverletter coverletters coverlettertext coveringletter coveringmessage covermessage covernote motivationletter
      lettremotivation lettredemotivation lettre motivation anschreiben bewerbungsschreiben bewerbungstext motivationsschreiben
      cartapresentacion cartadepresentacion cartamotivacion letterapresentazione letteradipresentazione letteramotivazione
      motivatiebrief sollicitatiebrief cvtext cvcontent resumetext cvbody textecv applicationtext applicationletter
      candidatetext cartamotivacao cartadeapresentacao listmotywacyjny personligtbrev ansogning hakemuskirje motivacnidopis
      scrisoaredeintentie`,
  },
  { validator: 'jobApplication', weight: 4, phrases: 'cv curriculum curriculumvitae lebenslauf resume' },
  {
    validator: 'skills',
    weight: 5,
    phrases: `skills skill keyskills skillset competences competence faehigkeiten fahigkeiten kenntnisse habilidades competencias
      competenze vaardigheden qualifications umiejetnosci kompetenser kompetencer taidot dovednosti competente`,
  },
];
