/**
 * Towns, streets and the way an address is written in four countries. The towns exist, the
 * addresses do not: number, street and postcode are put together at random.
 */
import { fragment } from '../byte-writer.ts';
import { escaped } from '../sql-text.ts';
import type { Country } from './phone.ts';

export interface Town {
  name: Uint8Array;
  /** `69003 Lyon`, `Leeds LS1 4ZZ` */
  withPostcode: Uint8Array;
}

export interface Places {
  towns: Town[];
  streets: Uint8Array[];
}

const towns: Record<Country, string> = {
  fr: "Paris 75009|Paris 75015|Paris 75011|Lyon 69003|Lyon 69006|Marseille 13008|Toulouse 31000|Lille 59800|Bordeaux 33000|Nantes 44000|Strasbourg 67000|Rennes 35000|Grenoble 38000|Montpellier 34000|Nice 06000|Aix-en-Provence 13100|Saint-Étienne 42000|Orléans 45000|Nîmes 30000|Besançon 25000|Boulogne-Billancourt 92100|Neuilly-sur-Seine 92200|Levallois-Perret 92300|Créteil 94000|Versailles 78000|L'Haÿ-les-Roses 94240",
  gb: "London EC2A 4NE|London SW1P 3BU|London E14 5AB|Manchester M2 4WU|Leeds LS1 4DY|Birmingham B3 2HJ|Bristol BS1 6EA|Glasgow G2 1DU|Edinburgh EH2 4AD|Cardiff CF10 1EP|Reading RG1 1AX|Milton Keynes MK9 2FR|Nottingham NG1 5FS|Sheffield S1 2GU|Liverpool L3 9AG|Newcastle upon Tyne NE1 4XD|Guildford GU1 3UW|St Albans AL1 3JQ|Weybridge KT13 8AL|King's Lynn PE30 1EZ",
  us: 'Springfield, IL 62701|Portland, OR 97205|Austin, TX 78701|Denver, CO 80202|Columbus, OH 43215|Raleigh, NC 27601|Madison, WI 53703|Boston, MA 02110|Seattle, WA 98101|Chicago, IL 60606|Atlanta, GA 30303|Phoenix, AZ 85004|Tampa, FL 33602|Sacramento, CA 95814',
  de: 'Berlin 10117|Hamburg 20095|München 80331|Köln 50667|Frankfurt am Main 60311|Düsseldorf 40213|Stuttgart 70173|Nürnberg 90402|Leipzig 04109|Würzburg 97070|Göttingen 37073|Münster 48143',
};

const streets: Record<Country, string> = {
  fr: "rue des Lilas|avenue de la République|boulevard Victor-Hugo|rue de l'Église|allée des Tilleuls|place du Marché|rue Pasteur|chemin des Vignes|impasse du Moulin|rue du Général-de-Gaulle|cours Gambetta|quai des Célestins|rue de la Gare|avenue Jean-Jaurès|rue des Écoles",
  gb: "High Street|Station Road|Church Lane|Victoria Road|Orchard Close|Queen's Drive|Mill Lane|The Crescent|Park Avenue|Albert Terrace|Windsor Road|Manor Way|Chestnut Grove|St John's Road",
  us: 'Maple Avenue|Oak Street|Washington Boulevard|Cedar Lane|Lakeview Drive|Elm Street|2nd Avenue|Main Street|Sunset Road|Hillcrest Court',
  de: 'Lindenstraße|Hauptstraße|Goethestraße|Bahnhofstraße|Am Kirchplatz|Schillerweg|Gartenstraße|Mühlenweg|Königsallee|Ringstraße',
};

export function createPlaces(): Record<Country, Places> {
  return { fr: places('fr'), gb: places('gb'), us: places('us'), de: places('de') };
}

function places(country: Country): Places {
  return {
    towns: towns[country].split('|').map((text) => town(country, text)),
    streets: streets[country].split('|').map(escaped),
  };
}

function town(country: Country, text: string): Town {
  const match = /^(.*?),? ((?:[A-Z]{2} )?\d{5}|[A-Z]{1,2}\d\S* \S+)$/.exec(text);
  const name = match?.[1] ?? text;
  const postcode = match?.[2] ?? '';
  const before = country === 'fr' || country === 'de';
  return {
    name: escaped(name),
    withPostcode: before ? escaped(`${postcode} ${name}`) : escaped(text),
  };
}

/** `12 rue des Lilas` in most countries, `Lindenstraße 12` in Germany. */
export const numberComesLast: Record<Country, boolean> = {
  fr: false,
  gb: false,
  us: false,
  de: true,
};

export const comma = fragment(', ');
