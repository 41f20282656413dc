/*
 * The names that the program itself gives to tables, columns and categories, and its lines on passwords, in French.
 * In: an English one. Out: the French one. What comes from a file, such as the name of its own table, stays as it is.
 */

const tables: Readonly<Record<string, string>> = {
  'people in documents': 'personnes dans des documents',
  'numbers in documents': 'numéros dans des documents',
  'text outside of rows': 'texte hors des lignes',
  'mail messages': 'messages',
  'mail recipients': 'destinataires de messages',
};

const columns: Readonly<Record<string, string>> = {
  name: 'nom complet',
  'first name': 'prénom',
  'last name': 'nom',
  'street address': 'rue',
  'postal code': 'code postal',
  place: 'lieu',
  'date of birth': 'date de naissance',
  'place of birth': 'lieu de naissance',
  'e-mail address': 'adresse e-mail',
  'e-mail address 2': 'adresse e-mail 2',
  telephone: 'téléphone',
  'telephone 2': 'téléphone 2',
  date: 'date',
  subject: 'objet',
  'from name': 'nom de l’expéditeur',
  'from address': 'adresse de l’expéditeur',
  address: 'adresse',
};

/** A column without a name is told by its number. */
export function frenchPlace({ table, column }: { table: string; column: string }): {
  table: string;
  column: string;
} {
  const ours = tables[table];
  const told = ours === undefined ? undefined : columns[column];
  return { table: ours ?? table, column: told ?? column.replace(/^column (?=\d+$)/u, 'colonne ') };
}

const categories: Readonly<Record<string, string>> = {
  health: 'santé',
  disability: 'handicap',
  'religion or belief': 'religion ou conviction',
  'trade union membership': 'appartenance syndicale',
  'political opinion': 'opinion politique',
  'sex life or sexual orientation': 'vie ou orientation sexuelle',
  'racial or ethnic origin': 'origine raciale ou ethnique',
  'biometric or genetic data': 'données biométriques ou génétiques',
  'convictions and offences': 'condamnations et infractions',
  'social assistance': 'aide sociale',
};

export function frenchCategory(category: string): string {
  return categories[category] ?? category;
}

const found = {
  short: 'les mots de passe courts ou courants seront trouvés',
  hours: 'la plupart sont trouvés en quelques heures',
  days: 'la plupart sont trouvés en quelques jours',
};

const meanings: Readonly<Record<string, string>> = {
  'Readable as it stands: can be used at once, wherever it serves':
    'Lisible tel quel : utilisable aussitôt, partout où il sert',
  'Encrypted, not hashed: readable to whoever also holds the key':
    'Chiffré et non haché : lisible pour qui détient aussi la clé',
  'Slowed too little for today: short and common passwords will be found': `Trop peu ralenti pour aujourd’hui : ${found.short}`,
  'Salted and slowed: short and common passwords will be found': `Salé et ralenti : ${found.short}`,
  'Salted, slowed a little: short and common passwords will be found': `Salé, un peu ralenti : ${found.short}`,
  'Old MD5 hashed again slowly: short and common passwords will be found': `Ancien MD5 haché de nouveau lentement : ${found.short}`,
  'Old and fast to guess: all but long random passwords will be found':
    'Ancien et vite deviné : tous seront trouvés, sauf longs et aléatoires',
  'Salted but fast to guess: all but long random passwords will be found':
    'Salé mais vite deviné : tous seront trouvés, sauf longs et aléatoires',
  'One of several old kinds: count on all but long passwords being found':
    'D’une ancienne sorte : tous seront sans doute trouvés, sauf les longs',
  'Slow to guess by design: only very weak or reused passwords may be found':
    'Conçu pour être lent à deviner : seuls les très faibles ou déjà utilisés ailleurs peuvent être trouvés',
  'Slow to guess by design: weak and reused passwords may still be found':
    'Conçu pour être lent à deviner : les faibles et ceux déjà utilisés ailleurs peuvent être trouvés',
  'Salted, slowed too little for today: most passwords will be found in time':
    'Salé, trop peu ralenti pour aujourd’hui : la plupart seront trouvés avec le temps',
  'Treat as readable: fast and seemingly unsalted, most are found within hours': `À tenir pour lisible : rapide et semble-t-il sans sel, ${found.hours}`,
  'Treat as readable: fast and seemingly unsalted, most are found within days': `À tenir pour lisible : rapide et semble-t-il sans sel, ${found.days}`,
  'Treat as readable: so old that nearly every password can be tried':
    'À tenir pour lisible : si ancien que presque tous les mots de passe peuvent être essayés',
  'Treat as readable: fast and without salt, most are found within hours': `À tenir pour lisible : rapide et sans sel, ${found.hours}`,
  'Treat as readable: fast and without salt, most are found within days': `À tenir pour lisible : rapide et sans sel, ${found.days}`,
  'Kind not known: treat as readable until its owner shows otherwise':
    'Sorte inconnue : à tenir pour lisible, sauf preuve du contraire',
};

/** Of `passwordMeaning`; null where there is none. */
export function frenchMeaning(meaning: string): string | null {
  return meanings[meaning] ?? null;
}
