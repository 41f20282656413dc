/**
 * The pole-emploi shape: extracts of a register of jobseekers as a processor would hold them, one of fixed-width
 * lines and one CSV, that overlap. In: options and a sink for each. Out: the bytes, in one pass that holds nothing
 * of the people, and how many rows and bytes they are.
 */
import { createByteWriter, putBytes } from '../byte-writer.ts';
import type { Sink } from '../sql-writer.ts';
import { createPerson, readPerson } from './population.ts';
import { csvHeader, maxRowBytes, putRow, putTestIdentity, type RowBytes, testIdentities } from './put-row.ts';
import {
  createRegistration,
  csv,
  type Extract,
  type ExtractFormat,
  type Extracts,
  fixed,
  readRegistration,
} from './registration.ts';

/** Names of the files, by extract. */
export const extractFiles: Record<Extract, string> = { [fixed]: 'demandeurs.txt', [csv]: 'inscriptions.csv' };

export interface Written {
  rows: number;
  bytes: number;
}

/** Called for each row of a person, with its number in the file from 1, the header not counted. */
export type OnRow = (person: number, isSecond: boolean, row: number) => void;

export function extractsOf(format: ExtractFormat): Extract[] {
  return format === 'both' ? [fixed, csv] : [format === 'fixed' ? fixed : csv];
}

const pieceBytes = 1 << 20;

/** A second registration stands this share of the people after the first. */
const lagShare = 0.3;

/** The same options give the same bytes. */
export async function writeExtract(
  extracts: Extracts,
  extract: Extract,
  rowBytes: RowBytes,
  sink: Sink,
  onRow?: OnRow,
): Promise<Written> {
  const { population } = extracts;
  const out = createByteWriter(pieceBytes + maxRowBytes);
  const person = createPerson();
  const registration = createRegistration();
  const written: Written = { rows: 0, bytes: 0 };
  const flush = async () => {
    await sink.write(out.bytes.subarray(0, out.at));
    written.bytes += out.at;
    out.at = 0;
  };
  const put = (number: number, isSecond: boolean) => {
    readPerson(population, number, person);
    if (!readRegistration(extracts, person, extract, isSecond, registration)) return;
    putRow(out, person, registration, rowBytes);
    written.rows++;
    onRow?.(number, isSecond, written.rows);
  };
  const order = orderOf(extract, population.people);
  const lag = Math.floor(population.people * lagShare);
  const tests = testIdentities[extract].length;
  if (extract === csv) putBytes(out, csvHeader);
  for (let at = 0, tested = 0; at < population.people + lag; at++) {
    if (tested < tests && at >= ((tested + 0.5) * population.people) / tests) {
      putTestIdentity(out, extract, tested++, rowBytes);
      written.rows++;
    }
    if (at < population.people) put(order(at), false);
    if (at >= lag) put(order(at - lag), true);
    if (out.at >= pieceBytes - 2 * maxRowBytes) await flush();
  }
  await flush();
  return written;
}

/** The fixed-width extract is sorted by who came first, the CSV by something that the file does not hold. */
function orderOf(extract: Extract, people: number): (at: number) => number {
  if (extract === fixed) return (at) => at;
  let step = Math.max(1, Math.floor(people * 0.618));
  while (greatestDivisor(step, people) !== 1) step++;
  return (at) => (at * step) % people;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
