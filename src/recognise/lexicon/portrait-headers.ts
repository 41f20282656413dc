/*
 * Column names of what describes somebody without saying who it is: gender, status, family, looks, words of their own.
 * In the languages of identity-headers.ts; see header-line.ts.
 */

import type { HeaderLine } from './header-line.ts';

export const portraitHeaders: readonly HeaderLine[] = [
  {
    validator: 'photo',
    weight: 4,
    phrases: `photo photos picture profilepicture profilephoto portrait avatar foto fotos bild passbild lichtbild imagen fotografia
      pasfoto photoidentite userphoto userpicture userimage headshot profielfoto profilbild fotoperfil zdjecie kuva valokuva
      fotografie poza`,
  },
  {
    validator: 'gender',
    weight: 5,
    phrases: `gender sex sexe genre geschlecht genero sexo sesso genere geslacht gendercode plec kon kjonn sukupuoli pohlavi fylo
      fyllo codesexe sexcode`,
  },
  {
    validator: 'salutation',
    weight: 4,
    phrases: `salutation civilite codecivilite anrede tratamiento titolo aanhef title honorific courtesytitle nameprefix anredetitel
      titre titel tratamento puhuttelu osloveni apelativ zwrotgrzecznosciowy tiltale appellativo`,
  },
  {
    validator: 'nationality',
    weight: 6,
    phrases: `nationality nationalite staatsangehoerigkeit staatsangehorigkeit nationalitaet nationalitat nacionalidad nazionalita
      cittadinanza nationaliteit citizenship staatsbuergerschaft staatsburgerschaft nacionalidade cidadania narodowosc
      obywatelstwo nationalitet medborgarskap statsborgerskab statsborgerskap kansalaisuus statniprislusnost narodnost
      obcanstvi nationalitate cetatenie ithageneia ypikootita`,
  },
  {
    validator: 'maritalStatus',
    weight: 6,
    phrases: `maritalstatus situationfamiliale situationfam situationmatrimoniale statutmatrimonial etatcivil familienstand
      estadocivil statocivile burgerlijkestaat burgerlijkestand civilstatus civilstate maritalstate stancywilny civilstand
      sivilstand aegteskabeligstilling siviilisaaty rodinnystav starecivila stareacivila starecivil oikogeneiakikatastasi csaladiallapot
      familystatus`,
  },
  {
    validator: 'familyStructure',
    weight: 6,
    phrases: `numberofchildren numchildren nbchildren childrencount nochildren nrofchildren nbenfants nombreenfants nombredenfants
      nombreenfantsacharge enfantsacharge numberofdependents numberofdependants dependentscount nbpersonnesacharge
      anzahlkinder kinderzahl kinderanzahl numerohijos numerodehijos numhijos numerofigli nfigli aantalkinderen numerofilhos
      liczbadzieci antalbarn lastenmaara pocetdeti numarcopii familysize householdsize taillefoyer compositionfamiliale`,
  },
  {
    validator: 'spouseName',
    weight: 6,
    phrases: `spousename spousesname spousefirstname spouselastname spousefullname partnername partnerfullname husbandname wifename
      nomconjoint prenomconjoint nomduconjoint ehepartner ehepartnername nombreconyuge nombredelconyuge nomeconiuge
      naampartner partnernaam nomeconjuge imiemalzonka namemake aegtefaelle puolisonnimi jmenomanzela numesot`,
  },
  {
    validator: 'motherMaidenName',
    weight: 6,
    phrases: `mothermaidenname mothersmaidenname mothersmaiden mothermaiden mmn nomjeunefillemere nomdejeunefilledelamere
      nomjeunefilledelamere geburtsnamemutter geburtsnamedermutter mutterpersonname apellidomadre cognomemadre meisjesnaammoeder
      nomesolteiradamae nazwiskopanienskiematki nazwiskorodowematki morsflicknamn aidintyttonimi rodneprijmenimatky
      numemama`,
  },
  {
    validator: 'familyMember',
    weight: 6,
    phrases: `fathername fathersname fatherfirstname fatherlastname fatherfullname mothername mothersname motherfirstname
      motherlastname motherfullname childname childfirstname childlastname childrennames sonname daughtername nextofkin
      nextofkinname nompere prenompere nomdupere nommere prenommere nomdelamere nomenfant prenomenfant namedesvaters
      namedermutter vatername muttername namekind nombrepadre nombremadre nombredelpadre nombredelamadre nombrehijo
      nomepadre nomemadre nomedopai nomedamae nomepai nomemae naamvader naammoeder naamkind imieojca imiematki imieojcaimatki
      farsnamn morsnamn patronymo onomapatros onomamitros jmenootce jmenomatky numetata numelemamei prenumetata prenumemama`,
  },
  {
    validator: 'income',
    weight: 5.5,
    phrases: `income annualincome yearlyincome monthlyincome householdincome incomelevel incomerange netincome grossincome salary
      annualsalary monthlysalary basesalary grosssalary netsalary currentsalary expectedsalary desiredsalary salaryexpectation
      salarymonthly salaryannual revenu revenuannuel revenumensuel revenusannuels revenusmensuels revenufiscal
      revenufiscalreference quotientfamilial salaire salairebrut salairenet salairebrutannuel salaireannuel salairemensuel
      pretentionsalariale remuneration gehalt bruttogehalt nettogehalt jahresgehalt monatsgehalt einkommen jahreseinkommen
      haushaltseinkommen salario salariobruto salarioneto sueldo ingresos ingresosanuales stipendio stipendiolordo reddito
      redditoannuo salaris brutosalaris jaarsalaris inkomen jaarinkomen rendimento rendimentoanual ordenado vencimento
      wynagrodzenie pensja dochod dochodroczny lon manadslon arslon inkomst arsinkomst loon manedslonn arslonn
      indkomst arsindkomst palkka kuukausipalkka tulot plat mzda hrubamzda prijem salariubrut salariunet venituri venitlunar
      misthos eisodima`,
  },
  {
    validator: 'accountBalance',
    weight: 5,
    phrases: `accountbalance currentbalance availablebalance walletbalance bankbalance soldecompte soldeducompte soldedisponible
      kontostand kontosaldo saldocuenta saldoconto saldodisponible saldorekening rekeningsaldo saldodaconta saldokonta
      kontosaldo stavuctu soldcont`,
  },
  {
    validator: 'spokenLanguage',
    weight: 5,
    phrases: `spokenlanguages spokenlanguage languagesspoken languageskills foreignlanguages mothertongue nativelanguage
      languesparlees langueparlee languematernelle languesetrangeres sprachkenntnisse muttersprache fremdsprachen
      idiomashablados lenguamaterna linguamadre lingueparlate gesprokentalen moedertaal linguamaterna idiomasfalados
      jezykojczysty znajomoscjezykow modersmal talatsprak aidinkieli kielitaito materskyjazyk limbavorbita limbivorbite
      limbamaterna mitrikiglossa`,
  },
  {
    validator: 'physicalAttribute',
    weight: 5,
    phrases: `heightcm weightkg heightininches weightlbs bodyheight bodyweight haircolor haircolour eyecolor eyecolour
      couleuryeux couleurcheveux couleurdesyeux augenfarbe haarfarbe koerpergroesse korpergrosse korpergewicht
      colorojos colordeojos colorpelo coloreocchi colorecapelli kleurogen oogkleur haarkleur shoesize bodytype
      centimeters kilograms pounds feetinches taillecm poidskg`,
  },
  {
    validator: 'bloodGroup',
    weight: 6,
    phrases: `bloodtype bloodgroup groupesanguin blutgruppe gruposanguineo tiposangre grupposanguigno bloedgroep grupakrwi
      blodgrupp blodtype veriryhma krevniskupina grupasanguina omadaaimatos`,
  },
  {
    validator: 'zodiacSign',
    weight: 5,
    phrases: `zodiac zodiacsign starsign astrologicalsign tropicalzodiac signeastrologique signezodiaque sternzeichen
      signozodiacal segnozodiacale sterrenbeeld signozodiaco znakzodiaku stjarntecken stjernetegn horoskooppimerkki znameni
      zodia zodie`,
  },
  {
    validator: 'deceasedDate',
    weight: 6,
    phrases: `deathdate dateofdeath deceaseddate datedeceased dod diedon deceasedat deathdt datedeces datededeces dtdeces decedele
      sterbedatum todesdatum todestag sterbetag fechadefuncion fechadedefuncion fechafallecimiento fechamuerte datadecesso
      datamorte datadimorte overlijdensdatum datumoverlijden sterfdatum datafalecimento dataobito datadeobito datazgonu
      dodsdatum dodsdato kuolinpaiva kuolinaika datumumrti datadecesului datadeces imerominiathanatou`,
  },
  {
    validator: 'deceasedStatus',
    weight: 6,
    phrases: `deceased isdeceased deceasedflag deceasedstatus dead isdead vitalstatus lifestatus alive isalive decede estdecede
      indicateurdeces topdeces statutvital verstorben istverstorben lebensstatus fallecido fallecida deceduto deceduta
      overleden isoverleden falecido falecida zmarly zgon avliden afdod dod kuollut zesnuly zemrel decedat`,
  },
  {
    validator: 'bio',
    weight: 5,
    phrases:
      'bio biography biographie aboutme about apropos selfdescription personalstatement profilesummary ueberuns ubermich uebermich biografia presentation sobremi sobremim overmij omig ommig',
  },
  {
    validator: 'comment',
    weight: 4,
    phrases: `commentcontent commenttext commentbody comment comments commentaire commentaires remark remarks remarque remarques
      note notes bemerkung bemerkungen kommentar anmerkung notiz notizen observaciones observation observations comentario
      comentarios osservazioni commento commenti opmerking opmerkingen internalnotes observacoes uwagi komentarz anteckning
      anteckningar kommentarer bemaerkninger huomautus huomautukset poznamka poznamky observatii comentariu comentarii
      nota notas note1 sxolia paratiriseis`,
  },
];
