// The README.txt of a package, in English and French: for somebody at the controller's who never heard of this program.
// In: the manifest's facts. Out: text of at most 78 columns a line.

import type { PackageManifest } from './package-manifest.ts';

type ReadmeFacts = Pick<
  PackageManifest,
  | 'case'
  | 'controller'
  | 'package'
  | 'people'
  | 'complete'
  | 'byIdentifier'
  | 'withoutLine'
  | 'made'
  | 'classes'
>;

export function packageReadme(facts: ReadmeFacts): string {
  return [...english(facts), '', '-'.repeat(78), '', ...french(facts), ''].join('\n');
}

function english(facts: ReadmeFacts): string[] {
  const { case: id, controller, package: name, made, classes } = facts;
  return [
    'PERSONAL DATA - CONFIDENTIAL',
    '',
    `Package ${name}, for ${controller.name}`,
    `Made ${made.at} out of the case ${id}`,
    '',
    ...englishCounts(facts),
    'It holds nobody else, and not what others lost.',
    '',
    'people.csv     one line a person (UTF-8, commas, RFC 4180). "Data classes" says',
    '               what the files hold about the person, "Seen in" in which tables.',
    '               Of names, numbers and addresses the values are there as they',
    '               were leaked, so that you can tell who it is and reach them; of',
    '               everything else, passwords included, only the class.',
    '               Several values stand beside each other with " | " between them;',
    '               \\| and \\\\ are a bar and a backslash inside of a value.',
    '               An apostrophe at the front keeps a spreadsheet from running a',
    '               value as a formula.',
    'manifest.json  the counts below, the hashes of the evidence and of these files',
    'manifest.sig   the signature over it',
    '',
    'In a spreadsheet, import people.csv as text rather than opening it: numbers',
    'then keep their leading zeros. Delete this package when your people have',
    'been told.',
    '',
    ...classLines(classes, 'people', 'en'),
  ];
}

function englishCounts({ people, complete, byIdentifier, withoutLine }: ReadmeFacts): string[] {
  const [all, whole, known, blank] = [people, complete, byIdentifier, withoutLine].map((count) =>
    count.toLocaleString('en'),
  );
  return [
    `People whose data was in leaked files and who were found to be yours: ${all}.`,
    `  ${whole} complete: people.csv has the values of your rows about them.`,
    ...(byIdentifier === 0
      ? []
      : [
          `  ${known} by identifier only: your own list names them, but no row about them`,
          '  could be told to be yours. people.csv has the identifiers of your list by',
          '  which they were found; look them up in your own records.',
        ]),
    ...(withoutLine === 0
      ? []
      : [
          `  ${blank} counted only: nothing that tells who they are could be handed over.`,
          '  They have no line in people.csv.',
        ]),
    ...(byIdentifier + withoutLine === 0
      ? []
      : [
          'What was leaked about these people is not known to be yours. To have it, ask',
          'the sender to say whose the rows are (by rules, or lists that are shared) and',
          'to make the package again.',
        ]),
  ];
}

function frenchCounts({ people, complete, byIdentifier, withoutLine }: ReadmeFacts): string[] {
  const [all, whole, known, blank] = [people, complete, byIdentifier, withoutLine].map((count) =>
    count.toLocaleString('fr'),
  );
  return [
    'Personnes dont les données figuraient dans des fichiers divulgués et qui',
    `relèvent de vous : ${all}.`,
    `  Complètes : ${whole}. people.csv contient les valeurs de vos lignes sur elles.`,
    ...(byIdentifier === 0
      ? []
      : [
          `  Par identifiant seulement : ${known}. Votre propre liste les désigne, mais`,
          '  aucune ligne les concernant n’a pu être reconnue comme la vôtre. people.csv',
          '  contient les identifiants de votre liste par lesquels elles ont été',
          '  trouvées ; recherchez-les dans vos propres fichiers.',
        ]),
    ...(withoutLine === 0
      ? []
      : [
          `  Comptées seulement : ${blank}. Rien de ce qui dit qui elles sont n’a pu être`,
          '  remis. Elles n’ont pas de ligne dans people.csv.',
        ]),
    ...(byIdentifier + withoutLine === 0
      ? []
      : [
          'Ce qui a été divulgué sur ces personnes n’est pas reconnu comme relevant de',
          'vous. Pour l’obtenir, demandez à l’expéditeur de préciser à qui sont les',
          'lignes (par des règles, ou des listes partagées) et de refaire le paquet.',
        ]),
  ];
}

function french(facts: ReadmeFacts): string[] {
  const { case: id, controller, package: name, made, classes } = facts;
  return [
    'DONNÉES À CARACTÈRE PERSONNEL - CONFIDENTIEL',
    '',
    `Paquet ${name}, pour ${controller.name}`,
    `Établi le ${made.at} à partir du dossier ${id}`,
    '',
    ...frenchCounts(facts),
    'Il ne contient personne d’autre, ni ce que d’autres ont perdu.',
    '',
    'people.csv     une ligne par personne (UTF-8, virgules, RFC 4180).',
    '               « Data classes » dit ce que les fichiers contiennent sur la',
    '               personne, « Seen in » dans quelles tables.',
    '               Les noms, numéros et adresses y sont tels',
    '               qu’ils ont été divulgués, pour que vous puissiez reconnaître et',
    '               joindre la personne ; du reste, mots de passe compris, seule la',
    '               catégorie est indiquée.',
    '               Plusieurs valeurs sont séparées par « | » ; \\| et \\\\ sont une',
    '               barre et une barre oblique inverse dans une valeur.',
    '               Une apostrophe en tête empêche un tableur d’exécuter une valeur.',
    'manifest.json  les décomptes ci-dessous, les empreintes des pièces et fichiers',
    'manifest.sig   la signature qui porte sur lui',
    '',
    'Dans un tableur, importez people.csv comme texte au lieu de l’ouvrir : les',
    'numéros gardent ainsi leurs zéros. Supprimez ce paquet une fois les personnes',
    'informées.',
    '',
    ...classLines(classes, 'personnes', 'fr'),
  ];
}

function classLines(classes: ReadmeFacts['classes'], unit: string, language: string): string[] {
  return classes.map(
    ({ class: name, people }) => `${people.toLocaleString(language).padStart(12)} ${unit}  ${name}`,
  );
}
