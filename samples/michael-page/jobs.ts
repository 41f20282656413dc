/**
 * `jobs`: adverts, which are nobody's data however much they read like somebody's.
 */
import { fragment, putByte, putBytes, putHex, putNumber, putPadded } from '../byte-writer.ts';
import { draw, pick } from '../random.ts';
import { escaped, putDateTime, quoted } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import { createTable } from './create-table.ts';
import type { Locale } from './names.ts';
import type { Country } from './phone.ts';
import { stream } from './streams.ts';
import { jobTexts, sectorTexts } from './work.ts';
import type { World } from './world.ts';

/** How many adverts there are for so many people. */
export function jobAdverts(people: number): number {
  return Math.min(5000, Math.max(20, Math.ceil(people / 40)));
}

const sentences: Record<Locale, string[]> = {
  en: [
    '<p>Our client, a market leader in its field, is looking for an experienced professional to join its growing team.</p>\r\n',
    "<ul><li>Prepare the monthly management accounts</li><li>Support the wider team's projects</li><li>Act as first point of contact for suppliers</li></ul>\r\n",
    '<p style="color:#333;font-family:\'Open Sans\'">The successful candidate will have at least 5 years\' experience and a "can do" attitude.</p>\r\n',
    "<p>Competitive salary, 25 days' holiday, pension. Apply online only; applications by post can't be considered.</p>",
  ],
  fr: [
    '<p>Notre client, acteur majeur de son secteur, recherche un profil expérimenté pour renforcer son équipe.</p>\r\n',
    "<ul><li>Établir les comptes mensuels</li><li>Participer aux projets de l'équipe</li><li>Être l'interlocuteur des fournisseurs</li></ul>\r\n",
    "<p>De formation bac+5, vous justifiez d'au moins 5 ans d'expérience et vous aimez « aller au fond des choses ».</p>\r\n",
    '<p>Rémunération attractive, 13e mois, RTT. Candidature en ligne uniquement.</p>',
  ],
  de: [
    '<p>Unser Mandant, ein führendes Unternehmen der Branche, sucht zur Verstärkung des Teams eine erfahrene Fachkraft.</p>\r\n',
    '<ul><li>Monatsabschlüsse erstellen</li><li>Projekte begleiten</li><li>Ansprechpartner für Lieferanten sein</li></ul>\r\n',
    '<p>Attraktives Gehalt, 30 Tage Urlaub. Bewerbung ausschließlich online.</p>',
  ],
};

const countryOf: Record<Locale, Country> = { fr: 'fr', en: 'gb', de: 'de' };

export function jobsTable(world: World): Table {
  const { seed } = world;
  const count = jobAdverts(world.people);
  const words = (['fr', 'en', 'de'] as const).map((locale) => ({
    titles: jobTexts[locale].map(quoted),
    sectors: sectorTexts[locale].map(quoted),
    towns: world.places[countryOf[locale]].towns,
    sentences: sentences[locale].map(escaped),
  }));
  return {
    name: 'jobs',
    create: createTable.jobs,
    writeRow(out, row) {
      if (row >= count) return false;
      const bits = (which: number) => draw(seed, stream.jobAdvert, row * 16 + which + 0x40000000);
      const chosen = pick(words, bits(0));
      putByte(out, 0x28);
      putNumber(out, row + 1);
      putBytes(out, part.quote);
      putNumber(out, 4_000_000_000 + row * 7 + (bits(1) % 7));
      putBytes(out, part.between);
      putHex(out, bits(2), 8);
      for (let group = 0; group < 3; group++) {
        putByte(out, 0x2d);
        putHex(out, group === 1 ? 0x4000 | (bits(4) & 0xfff) : bits(3) >>> (group * 8), 4);
      }
      putByte(out, 0x2d);
      putHex(out, bits(5), 8);
      putHex(out, bits(6), 4);
      putByte(out, 0x27);
      putByte(out, 0x2c);
      putBytes(out, pick(chosen.titles, bits(7)));
      putByte(out, 0x2c);
      putBytes(out, pick(chosen.sectors, bits(8)));
      putBytes(out, part.quote);
      putBytes(out, pick(chosen.towns, bits(9)).name);
      putBytes(out, part.between);
      const salary = 24 + (bits(10) % 50);
      putPadded(out, salary, 2);
      putBytes(out, part.thousand);
      putPadded(out, salary + 6, 2);
      putBytes(out, part.thousandEnd);
      for (const sentence of chosen.sentences) putBytes(out, sentence);
      putBytes(out, bits(11) % 5 === 0 ? part.hidden : part.shown);
      putDateTime(out, 1_330_000_000 + Math.floor((row * 140_000_000) / count));
      putByte(out, 0x29);
      return true;
    },
  };
}

const part = {
  quote: fragment(",'"),
  between: fragment("','"),
  thousand: fragment(',000 - '),
  thousandEnd: fragment(",000','"),
  hidden: fragment("',0,"),
  shown: fragment("',1,"),
};
