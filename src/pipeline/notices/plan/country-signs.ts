// In which country somebody is reached, from what is written: the name of a country, a telephone number, the end of an
// e-mail address; and which language is read there. In: texts. Out: codes of ISO 3166, null where nothing is known.

/** Names without accents, as people write them in French, English and German. */
const names: Readonly<Record<string, string>> = {
  FR: 'france|frankreich|fra',
  GB: 'united kingdom|uk|great britain|england|scotland|wales|northern ireland|royaume-uni|grande-bretagne|angleterre|grossbritannien|gbr',
  US: 'united states|united states of america|usa|etats-unis|vereinigte staaten',
  DE: 'germany|allemagne|deutschland|deu|ger',
  BE: 'belgium|belgique|belgie|belgien|bel',
  CH: 'switzerland|suisse|schweiz|svizzera|che',
  LU: 'luxembourg|luxemburg|lux',
  MC: 'monaco|mco',
  ES: 'spain|espagne|espana|spanien|esp',
  IT: 'italy|italie|italia|italien|ita',
  PT: 'portugal|prt',
  NL: 'netherlands|the netherlands|pays-bas|nederland|niederlande|holland|nld',
  AT: 'austria|autriche|osterreich|oesterreich|aut',
  IE: 'ireland|irlande|irland|irl',
  PL: 'poland|pologne|polska|polen|pol',
  RO: 'romania|roumanie|rumanien|rou',
  SE: 'sweden|suede|sverige|schweden|swe',
  DK: 'denmark|danemark|danmark|danemark|dnk',
  NO: 'norway|norvege|norge|norwegen|nor',
  FI: 'finland|finlande|suomi|finnland|fin',
  CA: 'canada|kanada|can',
  AU: 'australia|australie|australien|aus',
  MA: 'morocco|maroc|marokko|mar',
  DZ: 'algeria|algerie|algerien|dza',
  TN: 'tunisia|tunisie|tunesien|tun',
};

const codeOfName = new Map(
  Object.entries(names).flatMap(([code, list]) => list.split('|').map((name) => [name, code] as const)),
);

/** `F`, `D` and the like, as they stand in front of a postcode. */
const oldSigns: Readonly<Record<string, string>> = { F: 'FR', D: 'DE', B: 'BE', L: 'LU', A: 'AT', I: 'IT' };

export function countryNamed(text: string): string | null {
  const plain = text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('.', '');
  const named = codeOfName.get(plain);
  if (named !== undefined) return named;
  const code = plain.toUpperCase();
  if (/^[A-Z]$/u.test(code)) return oldSigns[code] ?? null;
  return Object.hasOwn(names, code) ? code : null;
}

/** Calling codes of one country each. */
const callingCodes: readonly (readonly [string, string])[] = [
  ['33', 'FR'],
  ['44', 'GB'],
  ['1', 'US'],
  ['49', 'DE'],
  ['32', 'BE'],
  ['41', 'CH'],
  ['352', 'LU'],
  ['377', 'MC'],
  ['34', 'ES'],
  ['39', 'IT'],
  ['351', 'PT'],
  ['31', 'NL'],
  ['43', 'AT'],
  ['353', 'IE'],
  ['48', 'PL'],
  ['40', 'RO'],
  ['46', 'SE'],
  ['45', 'DK'],
  ['47', 'NO'],
  ['358', 'FI'],
  ['61', 'AU'],
  ['212', 'MA'],
  ['213', 'DZ'],
  ['216', 'TN'],
];

const countryOfCode = new Map(callingCodes);
const codeOfCountry = new Map(callingCodes.map(([code, country]) => [country, code]));

export function callingCode(country: string): string | null {
  return country === 'CA' ? '1' : (codeOfCountry.get(country) ?? null);
}

/** `number`: of E.164, with its +. */
export function countryCalled(number: string): string | null {
  const digits = number.slice(1);
  for (let length = 3; length > 0; length--) {
    const country = countryOfCode.get(digits.slice(0, length));
    if (country !== undefined) return country;
  }
  return null;
}

/** Ends of addresses that are a country's; a company anywhere may have one of the others. */
export function countryOfDomain(domain: string): string | null {
  const end = domain.slice(domain.lastIndexOf('.') + 1).toUpperCase();
  if (end === 'UK') return 'GB';
  return Object.hasOwn(names, end) ? end : null;
}

/** Where one language is read by nearly all. */
const languages: Readonly<Record<string, string>> = {
  FR: 'fr',
  MC: 'fr',
  GB: 'en',
  US: 'en',
  IE: 'en',
  AU: 'en',
  DE: 'de',
  AT: 'de',
  ES: 'es',
  IT: 'it',
  PT: 'pt',
  NL: 'nl',
  PL: 'pl',
  RO: 'ro',
  SE: 'sv',
  DK: 'da',
  NO: 'no',
  FI: 'fi',
};

export function languageOf(country: string | null): string | null {
  return country === null ? null : (languages[country] ?? null);
}
