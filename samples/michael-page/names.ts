/**
 * Invented names of three languages: first names from a list, last names from a list and from
 * syllables. Each comes ready to be written: escaped, in capitals, and folded to the letters an
 * e-mail address or a user name is made of. No two names of a pool fold to the same letters.
 */
import { fragment } from '../byte-writer.ts';
import { escaped } from '../sql-text.ts';

export interface Name {
  text: string;
  sql: Uint8Array;
  upperSql: Uint8Array;
  lowerSql: Uint8Array;
  /** a-z and hyphen; the apostrophe is dropped */
  folded: Uint8Array;
  /** as `folded`, with the apostrophe kept */
  withApostrophe: Uint8Array;
}

export interface NamePool {
  first: Name[];
  last: Name[];
}

export type Locale = 'fr' | 'en' | 'de';

const firstNames: Record<Locale, string> = {
  fr: 'Adèle Adrien Agathe Alain Alice Amandine Amélie Anaïs André Anne-Laure Antoine Arnaud Aurélie Aurélien Baptiste Béatrice Benoît Camille Caroline Cécile Céline Charlotte Chloé Christelle Christophe Clément Clémence Corinne Damien Delphine Denis Didier Édouard Élise Élodie Émilie Éric Estelle Étienne Fabien Fabrice Florence Florian Françoise François Frédéric Gaël Gaëlle Geoffroy Gérald Ghislaine Grégory Guillaume Hélène Hervé Hugues Inès Isabelle Jacques Jean-Baptiste Jean-Luc Jean-Marc Jean-Pierre Jérôme Joëlle Joël Julie Julien Karine Laëtitia Laure Léa Loïc Lucie Ludovic Maëlle Magali Manon Marc Margaux Marie-Claude Marie-Hélène Marion Mathieu Maxime Mélanie Michel Mireille Nadège Nathalie Nicolas Noémie Océane Odile Olivier Pascale Patrice Philippe Pierre-Yves Quentin Raphaël Rémi Romain Sabine Sandrine Sébastien Séverine Solène Stéphanie Sylvain Thérèse Thibault Valérie Véronique Virginie Xavier Yann Yves Zoé',
  en: 'Abigail Adam Aidan Alan Alastair Alexandra Alison Amber Amy Andrew Angela Ashley Barbara Beatrice Benjamin Beth Bradley Brenda Brian Caitlin Callum Cameron Carol Catherine Charles Chloe Christine Claire Colin Connor Craig Daisy Daniel Darren Deborah Declan Diane Donna Duncan Edward Eleanor Elizabeth Ellie Emma Erin Ethan Eve Fiona Frances Frank Gareth Gary Gemma Geoffrey George Georgina Gillian Glenn Grace Graham Hannah Harriet Harry Hayley Hazel Heather Helen Holly Howard Imogen Isla Jack Jacob Janet Jasmine Jeffrey Jennifer Joan Jodie Jonathan Joshua Judith Kate Katherine Keith Kelly Kevin Kieran Kirsty Laura Lauren Leanne Leslie Liam Lily Linda Lorna Louise Lucy Malcolm Martin Matthew Megan Molly Natasha Nathan Neil Nigel Oliver Olivia Owen Patrick Paula Peter Phoebe Poppy Rachel Rebecca Rhys Robert Ross Ruth Ryan Sarah Scott Sean Shannon Sharon Simon Sophie Stephen Stuart Susan Teresa Thomas Timothy Tracy Victoria Vincent Wendy William Zara',
  de: 'Alexander Andrea Andreas Anja Anke Annette Antje Bärbel Bernd Birgit Björn Britta Carsten Christa Christian Claudia Cornelia Dagmar Detlef Dieter Dirk Doris Elke Ernst Eva-Maria Florian Frank Franziska Gabriele Gerd Gisela Günter Hannelore Hans-Jürgen Heike Heinz Helga Holger Ilse Ingo Ingrid Jens Jochen Jörg Jürgen Karin Karl-Heinz Katja Katrin Kerstin Klaus Lars Lothar Lutz Manfred Marco Maren Markus Matthias Monika Nadine Nils Norbert Petra Rainer Ralf Reinhard Renate Rüdiger Sabrina Sebastian Silke Sönke Stefan Susanne Sven Thorsten Torben Ulrike Ursula Uwe Volker Walter Wolfgang Yvonne',
};

const lastNames: Record<Locale, string> = {
  fr: "Arnoult Aubry Bachelet Baudin Bellanger Besnard Béranger Blanchet Boisseau Bonhomme Bouvier Brégeon Caron Cazeneuve Chabrol Chauvin Cordonnier Coulon D'Aubrac D'Estienne Dehaene Delacourt Delaunay Delorme Desbois Descamps Dupont Dubreuil Duchêne Dumoulin Fabreguet Faucheux Février Fontanel Gauchet Gérard Gilbert Girault Guéguen Haudry Hébrard Huguenin Jacquemin Jaubert Kermarec L'Hermitte L'Hostis Lacombe Laforêt Lagarde Lambertin Langlade Laroche Lebrun Lecointre Lefèvre Lemercier Levasseur Loiseau Maréchal Marchandeau Ménard Mercadier Mesnil Montagnac N'Guessan Nadeau Noirot Ollivier Pasquier Pelletan Perrin Picard Plantier Pommeraye Poulain Prévost Queffelec Quéré Rabier Raynal Renaudot Rivière Roussel Saint-Amand Salmon Sauvage Séguin Tessier Thévenet Tournier Trémont Vaillant Vasseur Verdier Vidalin Villeneuve Weiss",
  en: "Abernathy Alderman Anstruther Appleby Atherton Babbington Bairstow Barraclough Beaumont Birtwistle Blackwood Bradshaw Braithwaite Butterworth Cartwright Chadwick Cholmondley Clutterbuck Cresswell Crowther D'Arcy D'Souza Dalrymple Entwistle Fairclough Farquhar Featherstone Fitzgerald Foxcroft Garside Gilchrist Greenhalgh Hargreaves Haythornthwaite Higginbotham Holroyd Illingworth Ingleby Jarrold Kershaw Lazenby Lightfoot Longbottom Macfarlane MacInnes McAllister McBride Merriweather Micklethwait Nettleton O'Brien O'Connor O'Dwyer O'Malley O'Neill Oldroyd Osbaldeston Pendleton Pennington Postlethwaite Quigley Ravenscroft Rowbotham Sandiford Satterthwaite Shufflebottom Smithers Snodgrass Stanhope Sutcliffe Tattersall Thistlethwaite Trelawney Tunnicliffe Uttley Vickerstaff Wainwright Wetherby Wigglesworth Windlesham Worthington Yardley",
  de: 'Abendroth Achterberg Bäcker Bärwald Baumgärtner Birkenfeld Böhmer Brandstätter Buchholz Dittrich Döring Eichendorff Eschenbach Fährmann Feuerstein Förster Frühauf Gärtner Gersdorff Göbel Großmann Grünewald Hagedorn Hölzel Immelmann Jägermeyr Kästner Kirchhoff Köhler Kühnemann Lichtenberg Löwenthal Mühlbauer Münchhausen Nöldeke Obermüller Pfefferkorn Rübsam Sauerbrey Schäffler Schlüter Schöneberg Seidenfaden Strößner Süßkind Tannhäuser Überbach Vögele Wäschle Weißgerber Würzburger Zöllner',
};

/** Syllables of last names: every head with every tail. */
const syllables: Record<Locale, [heads: string, tails: string]> = {
  fr: [
    'Bal Bar Bauv Ber Bois Bour Brév Cad Cham Chant Cour Dard Del Dur Fal Fau Fleur Gal Gar Gél Gran Jour Lam Lav Ler Maill Mar Mir Mont Mor Nav Pal Per Pom Rav Ren Roch Sal Sav Tar Thom Val Var Ver Vill',
    'ac aine ard ault ée eau el elin enne et ette eux ier ière ignac in iot on ondeau onnet ot ou oux urel',
  ],
  en: [
    'Ald Ash Barn Birch Black Brad Brook Clay Cold Cran Dun East Ell Fair Farn Fern Gold Green Grim Hart Haw Hazel Hol Hux Kel Lang Lyn Mal Mar Mel Mor Nor Oak Pem Rad Red Row Shel Stan Stock Stone Thorn Wake West Whit Wood',
    'bridge brook bury by combe cote dale den don field ford gate ham hurst land ley low mere more ridge shaw stead ton wall well wick worth',
  ],
  de: [
    'Acker Adel Alt Auer Berg Birk Blau Brenn Buch Dorn Eber Eich Eisen Erl Falken Feld Forst Franken Gold Gras Grün Hart Hasel Heid Hohen Holz Jung Kalt Kirch Klee Kron Lang Lind Löwen Moos Neu Ober Rosen Roth Sand Schön Silber Sonnen Stein Stern Tal Thal Unter Wald Wein Weiß Wolf',
    'auer bach baum beck berg brink burg dorf egger eder feld hagen haus hoff höfer kamp lich lohe mann müller reuter rieder scheid stätter stein wald',
  ],
};

export function createNamePools(): Record<Locale, NamePool> {
  return { fr: namePool('fr'), en: namePool('en'), de: namePool('de') };
}

function namePool(locale: Locale): NamePool {
  const [heads, tails] = syllables[locale];
  const made = heads.split(' ').flatMap((head) => tails.split(' ').map((tail) => head + tail));
  return {
    first: names(firstNames[locale].split(' ')),
    last: names([...lastNames[locale].split(' '), ...made]),
  };
}

function names(texts: readonly string[]): Name[] {
  const byFolding = new Map<string, Name>();
  for (const text of texts) {
    const folded = foldName(text);
    const key = folded.replaceAll(/[^a-z]/g, '');
    if (byFolding.has(key)) continue;
    byFolding.set(key, {
      text,
      sql: escaped(text),
      upperSql: escaped(text.toUpperCase()),
      lowerSql: escaped(text.toLowerCase()),
      folded: fragment(folded.replaceAll("'", '')),
      withApostrophe: fragment(folded),
    });
  }
  return [...byFolding.values()];
}

/** Lower case, accents dropped, ä ö ü ß spelled out only where dropping would not do. */
function foldName(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
