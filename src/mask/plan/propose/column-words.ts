// What the name of a column says where its values say nothing: words of the languages of dumps, folded and in lower case.

/** The moments at which rows were made and changed. */
export const technicalDateWords = words(
  'created create creation cree updated update maj modified modification modifie changed deleted suppression inserted imported import exported synced sync processed expires expiry expiration expire valid timestamp ts time heure at on login access connexion seen activity visit last sent published publication start end debut fin version lastmod mtime ctime angelegt geaendert erstellt aktualisiert geloescht creado modificado actualizado',
);

/** How much or how many. */
export const amountWords = words(
  'amount montant betrag importe price prix preis precio cost cout total sum somme qty quantity quantite menge cantidad count nb nombre number_of size taille length duration duree score points rating note rank position sort order ordre level niveau weight poids width height views hits clicks attempts tries retries percent rate taux discount remise balance solde tax tva vat year annee month mois day jour week version priority stock salary salaire revenu income seconds milliseconds millis ms minutes hours filesize bytes kb mb pages lines',
);

/** Numbers by which somebody is known to an organisation. */
export const memberNumberWords = words(
  'no nr num numero number nummer matricule badge ref reference customer_no account member membership student employee personnel dossier contract contrat policy allocataire adherent patient file pin code otp secret passcode carte card',
);

export const rowNumberWords = words('id ids key fk pk uid guid uuid rowid oid nid pid tid cid gid');

/** Random numbers that stand for somebody's device or session. */
export const deviceWords = words(
  'device session visitor cookie token client advertising idfa gaid push install fingerprint tracking',
);

/** Digests of content. */
export const contentWords = words(
  'checksum md5 sha sha1 sha256 etag digest crc hash content file filename revision commit',
);

export const emailWords = words('email mail courriel mel emails mails');

export const countryWords = words('country pays land nation pais paese');

/** Names of the things that a list of few values is a list of. */
export const listWords = words(
  'status statut state etat type kind category categorie class classe level niveau mode method methode format source channel canal priority priorite reason motif flag code unit unite currency devise colour color couleur size taille plan tier rating group groupe department departement service division region zone locale lang language langue gender sex sexe role permission engine collation charset encoding mime protocol country pays step stage phase event action direction result outcome severity frequency period weekday season set version platform os browser device theme provider gateway art zustand sorte typ kategorie estado tipo categoria stato',
);

/** The name says that somebody is meant. */
export const somebodyWords = words(
  'agent manager seller vendor vendeur owner author auteur assignee assigned handler doctor medecin docteur conseiller commercial referent responsable gestionnaire contact operator operateur editor reviewer approver employee employe student teacher tutor tuteur coach driver chauffeur rep representative by user client customer patient person sender receiver recipient destinataire expediteur witness temoin guardian parent spouse partner member membre leader chef boss supervisor technician consultant recruiter interviewer',
);

export function saysOne(list: ReadonlySet<string>, ofName: readonly string[]): boolean {
  return ofName.some((word) => list.has(word));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
