// The README.txt of a package, in English and French: for somebody at the controller's who never heard of this program.
// In: the manifest's facts. Out: text of at most 78 columns a line.

import type { PackageManifest } from './package-manifest.ts';

type ReadmeFacts = Pick<PackageManifest, 'case' | 'controller' | 'package' | 'people' | 'made' | 'classes'>;

export function packageReadme(facts: ReadmeFacts): string {
  return [...english(facts), '', '-'.repeat(78), '', ...french(facts), ''].join('\n');
}

function english({ case: id, controller, package: name, people, made, classes }: ReadmeFacts): string[] {
  return [
    'PERSONAL DATA - CONFIDENTIAL',
    '',
    `Package ${name}, for ${controller.name}`,
    `Made ${made.at} out of the case ${id}`,
    '',
    `It holds ${people.toLocaleString('en')} people whose data was in leaked files`,
    'and who were found to be yours, and nobody else. It does not hold what others',
    'lost.',
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

function french({ case: id, controller, package: name, people, made, classes }: ReadmeFacts): string[] {
  return [
    'DONNÉES À CARACTÈRE PERSONNEL - CONFIDENTIEL',
    '',
    `Paquet ${name}, pour ${controller.name}`,
    `Établi le ${made.at} à partir du dossier ${id}`,
    '',
    `Il contient ${people.toLocaleString('fr')} personnes dont les données figuraient`,
    'dans des fichiers divulgués et qui relèvent de vous, et personne d’autre.',
    'Il ne contient pas ce que d’autres ont perdu.',
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
