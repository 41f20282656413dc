/**
 * What a made-up shop's tables are filled with besides names: towns, streets, goods, and texts that
 * hold what quotes, separates and ends things in some format.
 */

/** Texts a customer types: each breaks a careless reader of at least one format. */
export const hardTexts: readonly string[] = [
  'Ring twice; the bell says "M. & Mme O\'Neil", second floor',
  'Old path C:\\orders\\new, then 50 % off\n-- this is no comment\n/* nor this */',
  'Leave it at no. 7,\r\nor with the caretaker.\r\n',
  'column\tand\tcolumn, "quoted", \'single\', `back`',
  'ends in a backslash \\',
  "'); DROP TABLE orders;--",
  '🎁 a present, please wrap it 🎀',
  'Ключ под ковриком, спасибо',
  '荷物は玄関の前に置いてください。',
  '<b>fragile</b> & heavy <![CDATA[ not markup ]]>',
  'blue + | - & or green, see {"door": "4B", "code": null}',
  'Türschild „Größe“; bitte klingeln – danke',
  '\\N is not nothing and NULL is a word\\.',
  "it''s already doubled\n\nGO\nINSERT INTO orders VALUES (1);\n",
  '  two blanks before and after  ',
  'ΠΡΟΣΟΧΗ: σκύλος στην αυλή',
];

export const plainTexts: readonly string[] = [
  'Please deliver after six',
  'Back door',
  'No substitutes, thank you',
  'Call before you come',
  'Livrer le matin uniquement',
  'Bitte beim Nachbarn abgeben',
];

interface Region {
  towns: [postalCode: string, town: string][];
  streets: string[];
  /** `Lindenstraße 12`, not `12 Lindenstraße` */
  numberLast: boolean;
}

const region = (towns: string, streets: string, numberLast: boolean): Region => ({
  towns: towns.split('|').map((text) => text.split(':') as [string, string]),
  streets: streets.split('|'),
  numberLast,
});

export const regions = {
  fr: region(
    '75011:Paris|69003:Lyon|06000:Nice|59800:Lille|13100:Aix-en-Provence|42000:Saint-Étienne|44000:Nantes|01000:Bourg-en-Bresse',
    "rue des Lilas|avenue de la République|rue de l'Église|chemin des Vignes|impasse du Moulin|quai des Célestins",
    false,
  ),
  en: region(
    "LS1 4DY:Leeds|BS1 6EA:Bristol|CF10 1EP:Cardiff|EH2 4AD:Edinburgh|NG1 5FS:Nottingham|PE30 1EZ:King's Lynn",
    "High Street|Station Road|Church Lane|Queen's Drive|St John's Road|Orchard Close",
    false,
  ),
  de: region(
    '10117:Berlin|80331:München|04109:Leipzig|97070:Würzburg|48143:Münster|20095:Hamburg',
    'Lindenstraße|Hauptstraße|Goethestraße|Am Kirchplatz|Königsallee|Mühlenweg',
    true,
  ),
} as const;

/** Names that Latin letters do not hold, and what their owners make of them in an address. */
export const namesElsewhere: readonly [first: string, last: string, latin: string][] = [
  ['Анна', 'Соколова', 'anna.sokolova'],
  ['Дмитрий', 'Волков', 'dmitri.volkov'],
  ['Ελένη', 'Παπαδάκη', 'eleni.papadaki'],
  ['Γιώργος', 'Ιωάννου', 'giorgos.ioannou'],
  ['美咲', '田中', 'misaki.tanaka'],
  ['健太', '鈴木', 'kenta.suzuki'],
  ['伟', '王', 'wei.wang'],
  ['서연', '김', 'seoyeon.kim'],
  ['ליאת', 'כהן', 'liat.cohen'],
  ['أحمد', 'حداد', 'ahmad.haddad'],
];

export const domains =
  'example.com example.org example.net mail.example.com post.example.org home.example.net boite.example.fr'.split(
    ' ',
  );

export const goods: readonly [name: string, description: string][] = [
  ['Teapot, blue', 'Holds 1.2 l; lid with a "stay-on" edge'],
  ['Mug 350 ml', 'Stoneware,\nsafe in the dishwasher'],
  ['Notebook A5', "Ruled, 96 leaves; the binder's own thread"],
  ['Desk lamp', 'LED 5 W | warm light & dimmer'],
  ['Wool blanket', '130 × 170 cm – pure wool'],
  ['Bread knife', 'Blade of 20 cm\\8 inches'],
  ['Cutting board', 'Oak, oiled'],
  ['Candle, large', 'Burns for 60 hours'],
  ['Storage box', 'Folds flat; 3 sizes'],
  ['Garden twine', 'Jute, 100 m'],
  ['Watering can', 'Zinc, 5 l'],
  ['Picture frame', '30 × 40 cm, glass front'],
];
