/*
 * Words that values of attributes.ts consist of, folded (lower case, no accents), in the languages of
 * identity-headers.ts.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const phrases = (text: string): ReadonlySet<string> =>
  new Set(text.split('|').map((phrase) => phrase.trim()));

export const languageNames = words(
  `english french german spanish italian dutch portuguese polish swedish danish norwegian finnish czech slovak romanian greek
  hungarian bulgarian croatian serbian russian ukrainian turkish arabic chinese mandarin cantonese japanese korean hindi
  urdu bengali hebrew latin irish welsh breton catalan basque galician luxembourgish maltese estonian latvian lithuanian
  slovenian anglais francais allemand espagnol italien neerlandais portugais polonais suedois danois norvegien finnois
  tcheque slovaque roumain grec hongrois bulgare croate serbe russe ukrainien turc arabe chinois japonais coreen breton
  englisch franzosisch franzoesisch deutsch spanisch italienisch niederlandisch portugiesisch polnisch schwedisch danisch
  norwegisch finnisch tschechisch slowakisch rumanisch griechisch ungarisch bulgarisch kroatisch serbisch russisch
  ukrainisch turkisch tuerkisch arabisch chinesisch japanisch koreanisch ingles frances aleman espanol castellano italiano
  neerlandes portugues polaco sueco danes noruego finlandes checo rumano griego ruso ucraniano turco arabe chino japones
  inglese francese tedesco spagnolo olandese portoghese polacco svedese danese norvegese finlandese ceco rumeno greco russo
  ucraino arabo cinese giapponese engels frans duits spaans italiaans nederlands portugees pools zweeds deens noors fins
  angielski francuski niemiecki hiszpanski wloski polski rosyjski engelska franska tyska spanska svenska finska danska
  norska engelsk fransk tysk spansk svensk dansk norsk finsk englanti ranska saksa espanja suomi ruotsi venaja viro
  anglictina nemcina cestina francouzstina engleza franceza germana romana spaniola italiana en fr de es it nl pt pl sv da
  no fi cs ro el hu bg hr ru uk tr ar zh ja`,
);

export const educationWords = words(
  `bachelor bachelors master masters mba phd doctorate doctoral doctor degree diploma undergraduate postgraduate graduate gcse
  gcses alevel alevels btec nvq hnd hnc college university school secondary primary vocational apprenticeship associate bsc
  msc ba ma llb llm bac baccalaureat brevet cap bep bts dut deug licence maitrise doctorat ingenieur diplome certificat
  aucun sans lycee universite abitur fachabitur hauptschule hauptschulabschluss realschule realschulabschluss mittlere
  reife fachhochschule hochschule hochschulabschluss universitat promotion staatsexamen ausbildung lehre meister gymnasium
  bachillerato eso grado licenciatura licenciado diplomatura doctorado formacion universidad universitaria primaria
  secundaria laurea laureato triennale magistrale diploma maturita scuola media superiore dottorato licenza mbo hbo wo
  vmbo havo vwo basisonderwijs mestrado doutoramento bacharelato ensino secundario basico superior podstawowe srednie
  wyzsze zawodowe licencjat magister inzynier doktorat grundskola gymnasieskola gymnasium hogskola universitet folkeskole
  erhvervsuddannelse kandidat peruskoulu lukio ammattikoulu ylioppilas kandidaatti maisteri tohtori zakladni
  stredoskolske vysokoskolske vyucen bakalar liceu facultate postuniversitar scoala gimnaziu niveau level`,
);

export const cardBrands = phrases(
  'visa|mastercard|master card|master|mc|amex|american express|americanexpress|discover|jcb|diners|diners club|maestro|cb|carte bleue|cartebleue|visa electron|electron|v pay|vpay|unionpay|union pay|girocard|bancontact|dankort|carte bancaire|visa debit|mastercard debit|visa credit|eurocard',
);

export const zodiacSigns = words(
  `aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces belier taureau gemeaux lion vierge
  balance scorpion sagittaire capricorne verseau poissons widder stier zwillinge krebs lowe loewe jungfrau waage skorpion
  schutze schuetze steinbock wassermann fische tauro geminis escorpio sagitario capricornio acuario piscis ariete toro
  gemelli cancro leone vergine bilancia scorpione sagittario capricorno acquario pesci ram stier tweelingen kreeft leeuw
  maagd weegschaal schorpioen boogschutter steenbok waterman vissen`,
);

export const bodyWords = words(
  `brown blue green hazel grey gray black blond blonde red auburn amber white bald slim athletic average curvy marron bleu bleus
  vert verts noisette gris noir noirs brun bruns chatain chatains roux blonds blanc blancs braun blau grun gruen grau schwarz
  rot weiss azules verdes marrones negro castano rubio pelirrojo azzurri castani neri biondi rossi bruin blauw groen grijs
  zwart bla gron`,
);
