/*
 * Words of addresses that stay: what sort of a street it is, of a company, which floor. What ends the names of invented towns.
 * Folded.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const streetWords =
  words(`rue avenue av ave boulevard bd blvd bld place pl chemin ch che allee allees all impasse imp route
  rte quai cours square sq passage sentier villa cite residence res lotissement lot hameau faubourg fbg esplanade promenade ruelle
  rond point voie zone za zi zac batiment bat appartement appt apt app etage esc escalier porte bis ter quater bp cs cedex lieu dit
  street st road rd lane ln drive dr close court ct crescent cres gardens grove hill mews park parade row terrace walk way flat
  unit house floor suite po box block building
  strasse str weg platz gasse allee ring ufer damm chaussee hof steig pfad markt haus wohnung etage postfach
  calle c avenida avda plaza paseo carretera ctra camino ronda travesia urbanizacion piso puerta escalera izq dcha bajo
  via viale piazza corso largo vicolo strada piazzale interno scala
  straat laan weg plein gracht kade france deutschland germany allemagne uk england espana italia suisse schweiz belgique`);

/** German streets are one word with what they are: `Hauptstraße`. */
export const streetEndings = [
  'strasse',
  'str',
  'weg',
  'platz',
  'gasse',
  'allee',
  'ring',
  'damm',
  'ufer',
  'straat',
  'laan',
];

export const companyWords =
  words(`sarl sas sasu eurl sa sci snc scop scp selarl gie gmbh ag kg ohg gbr ug mbh kgaa ev eg ltd
  limited plc llc llp inc incorporated corp corporation co company cie group groupe gruppe holding holdings bv nv spa srl sl slu
  slp sas se ab oy as aps association verein university universite hopital hospital clinique france deutschland europe
  international services service consulting conseil solutions and et und fils sons de du des la le les the of d l`);

export const townEndings = {
  fr: ['y', 'ac', 'ay', 'ières', 'oncourt', 'euil', 'eville', 'an', 'igny', 'olles'],
  en: ['ington', 'bury', 'ford', 'mouth', 'hampton', 'ley', 'don', 'stow', 'worth', 'chester'],
  de: ['ingen', 'hausen', 'heim', 'stadt', 'dorf', 'au', 'bronn', 'felden', 'roda', 'leben'],
  es: ['eda', 'uela', 'arejo', 'osa', 'anos', 'ales', 'eros', 'ada', 'ilejo', 'ondo'],
  it: ['ano', 'ate', 'eto', 'ara', 'asco', 'ello', 'isi', 'aro', 'ena', 'ino'],
} as const;
