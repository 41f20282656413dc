/**
 * The directory as a CSV file, as a controller would export it. In: a population, shares, a sink. Out: its bytes, with a
 * header, and how many rows they are.
 */
import type { Sink } from '../../sql-writer.ts';
import type { Population } from '../population.ts';
import { type DirectoryRow, directoryRows, type DirectoryShares } from './directory-rows.ts';

export const directoryHeader =
  'IDENTIFIANT;NIR;NOM_NAISSANCE;PRENOMS;DATE_NAISSANCE;COURRIEL;TELEPHONE;ADRESSE;CODE_POSTAL;VILLE;LANGUE';

const pieceRows = 10_000;

/** `onRow` is told each row as it is written. */
export async function writeDirectory(
  population: Population,
  shares: DirectoryShares,
  sink: Sink,
  onRow: (row: DirectoryRow) => void = () => {},
): Promise<{ rows: number }> {
  let lines = [directoryHeader];
  let rows = 0;
  const flush = async () => {
    await sink.write(Buffer.from(`${lines.join('\n')}\n`));
    lines = [];
  };
  for (const row of directoryRows(population, shares)) {
    onRow(row);
    rows++;
    lines.push(
      [
        row.id,
        row.nir,
        row.lastName,
        row.firstName,
        row.born,
        row.email,
        row.phone,
        row.street,
        row.postalCode,
        row.town,
        row.language,
      ].join(';'),
    );
    if (lines.length >= pieceRows) await flush();
  }
  if (lines.length > 0) await flush();
  return { rows };
}
