/*
 * Data classes and kinds as a French reader knows them. In: a name as `recognise` gives it. Out: the French one; a
 * name that is the same in both languages (bcrypt, IBAN), or that nobody has translated, as it is.
 */

const frenchClasses: Readonly<Record<string, string>> = {
  'Account balances': 'Soldes de compte',
  Ages: 'Âges',
  'Astrological signs': 'Signes astrologiques',
  'Auth tokens': 'Jetons d’authentification',
  'Bank account numbers': 'Numéros de compte bancaire',
  Bios: 'Biographies',
  'Browser user agent details': 'Navigateurs utilisés',
  Comments: 'Commentaires',
  'Credit card CVV': 'Cryptogrammes de carte bancaire',
  'Credit cards': 'Cartes bancaires',
  'Dates of birth': 'Dates de naissance',
  'Deceased date': 'Dates de décès',
  'Deceased statuses': 'Mentions de décès',
  "Driver's licenses": 'Permis de conduire',
  'Education levels': 'Niveaux d’études',
  'Email addresses': 'Adresses e-mail',
  Employers: 'Employeurs',
  'Employment statuses': 'Situations professionnelles',
  "Family members' names": 'Noms de proches',
  'Family structure': 'Situation familiale',
  Genders: 'Sexe ou genre',
  'Geographic locations': 'Lieux',
  'Government issued IDs': 'Numéros d’identité officiels',
  'IMEI numbers': 'Numéros IMEI',
  'IP addresses': 'Adresses IP',
  'Income levels': 'Revenus',
  'Instant messenger identities': 'Identités de messagerie instantanée',
  'Job applications': 'Candidatures',
  'Job titles': 'Postes',
  'Latitude and longitude pairs': 'Coordonnées géographiques',
  'MAC addresses': 'Adresses MAC',
  'Marital statuses': 'États civils',
  'Mothers maiden names': 'Noms de naissance de la mère',
  Names: 'Noms',
  Nationalities: 'Nationalités',
  Occupations: 'Professions ou secteurs',
  'Partial credit card data': 'Données partielles de carte bancaire',
  'Partial dates of birth': 'Dates de naissance partielles',
  'Passport numbers': 'Numéros de passeport',
  'Password hints': 'Indices de mot de passe',
  Passwords: 'Mots de passe',
  'Payment methods': 'Moyens de paiement',
  'Personal health data': 'Données de santé',
  'Phone numbers': 'Numéros de téléphone',
  Photos: 'Photos',
  'Physical addresses': 'Adresses postales',
  'Physical attributes': 'Caractéristiques physiques',
  'Places of birth': 'Lieux de naissance',
  'Professional skills': 'Compétences professionnelles',
  Salutations: 'Civilités',
  'Security questions and answers': 'Questions de sécurité et leurs réponses',
  'Social media profiles': 'Profils de réseaux sociaux',
  'Social security numbers': 'Numéros de sécurité sociale',
  'Spoken languages': 'Langues parlées',
  'Spouses names': 'Noms de conjoints',
  'User website URLs': 'Sites web personnels',
  Usernames: 'Noms d’utilisateur',
  'Vehicle identification numbers (VINs)': 'Numéros de série de véhicule (VIN)',
  'Vehicle registration plates': 'Plaques d’immatriculation',
  'Years of birth': 'Années de naissance',
};

const frenchKinds: Readonly<Record<string, string>> = {
  'first name': 'prénom',
  'last name': 'nom',
  'full name': 'nom complet',
  'street address': 'rue',
  'postal code': 'code postal',
  'IPv4, public': 'IPv4 publique',
  'IPv4, private': 'IPv4 privée',
  'IPv6, public': 'IPv6 publique',
  'IPv6, private': 'IPv6 privée',
  'NIR, provisional': 'NIR provisoire',
  'NIR, without key': 'NIR sans clé',
  'plain text': 'en clair',
  'other network': 'autre réseau',
  'payment card number': 'numéro de carte',
  'card security code': 'cryptogramme',
  'passport number': 'numéro de passeport',
  'identity document number': 'numéro de pièce d’identité',
  'driving licence number': 'numéro de permis de conduire',
  'national account number': 'numéro de compte national',
  'card expiry or last digits': 'expiration ou derniers chiffres',
  'other hash, not recognised': 'autre empreinte, non reconnue',
};

/** Classes of which a kind says more than the class does. */
const tellingKinds: ReadonlySet<string> = new Set([
  'Bank account numbers',
  'Credit cards',
  'Government issued IDs',
  'IP addresses',
  'Names',
  'Partial credit card data',
  'Passport numbers',
  'Passwords',
  'Physical addresses',
  'Social media profiles',
  'Social security numbers',
]);

export function frenchClass(name: string): string {
  return Object.hasOwn(frenchClasses, name) ? frenchClasses[name]! : name;
}

export function frenchKind(kind: string): string {
  return frenchKinds[kind] ?? passwordWords.reduce((text, [from, to]) => text.replaceAll(from, to), kind);
}

/** The words that stand around the names of hashes, which are the same in all languages. */
const passwordWords: readonly (readonly [RegExp, string])[] = [
  [/ with salt in a column beside it$/gu, ' avec sel dans une colonne voisine'],
  [/ with a salt, whose place in the hash is not written$/gu, ' avec un sel dont la place n’est pas écrite'],
  [/ with salt\b/gu, ' avec sel'],
  [/, unsalted\b/gu, ', sans sel'],
  [/ salted (\S+(?: or \S+)?)/gu, ' $1 salé'],
  [/ or plain text\b/gu, ' ou en clair'],
  [/ pair \(/gu, ' en paire ('],
  [/ or another \(/gu, ' ou autre ('],
  [/, low cost$/gu, ', coût faible'],
  [/\biterated\b/gu, 'itéré'],
  [/\bmigrated\b/gu, 'migré'],
  [/, capitals\)/gu, ', majuscules)'],
  [/ bytes in Base64\)/gu, ' octets en Base64)'],
  [/ signs\)/gu, ' signes)'],
  [/\b(of an?) (?=[A-Z])/gu, 'd’un '],
  [/ or /gu, ' ou '],
  [/ and /gu, ' et '],
];

export function hasTellingKinds(dataClass: string): boolean {
  return tellingKinds.has(dataClass);
}
