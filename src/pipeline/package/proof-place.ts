// Where the proof of a package was changed, as far as that can be known: by the form of its lines, and by what the file
// beside it and the custody log's entry say that it has to be. In: the proof's bytes and the hashes of the file. Out: the
// byte or the line and what stands there, or the part; null where nothing in it is known to be changed.

import { checkInclusion, openNote, parsePublicKey } from '../../custody/index.ts';
import { type PackageProof, signedProof } from './package-proof.ts';
import { type ProofLine, proofLines } from './proof-lines.ts';

type FileHashes = Pick<PackageProof, 'bytes' | 'sha256' | 'pieces'>;

/** `hashesOf`: reads the file, if it is asked. */
export function placeInProof(proof: Buffer, hashesOf: () => FileHashes): string | null {
  const lines = proofLines(proof);
  const odd = lines.find(({ isFit }) => !isFit);
  if (odd) return lineText(odd);
  const last = lines.at(-1);
  if (last?.field !== 'signature of the checkpoint' || last.to === proof.length)
    return `byte ${proof.length}: its end`;
  const signature = lines.findIndex(({ field }) => field === 'signature');
  const begin = lines[signature]!.to + 2;
  const logged = checkInclusion(proof.subarray(begin).toString(), keyIn(lines));
  if (!isSigned(proof.subarray(0, begin - 1), lines))
    return placeInSigned(proof, lines, signature, hashesOf()) ?? partText('signed part', lines, 0, signature);
  if (logged.ok) return null;
  const checkpoint = lines.findIndex(({ field }) => field === 'name of the custody log');
  return logged.what.includes('checkpoint in the proof')
    ? partText('checkpoint', lines, checkpoint, lines.length - 1)
    : partText('entry of the custody log', lines, signature + 2, checkpoint - 2);
}

/** As the file is, the signed part has to be: where the signature holds over that, each byte is known. */
function placeInSigned(
  proof: Buffer,
  lines: readonly ProofLine[],
  signature: number,
  hashes: FileHashes,
): string | null {
  const end = lines[signature]!.from - 1;
  const wanted = Buffer.from(signedProof({ package: nameIn(lines), publicKey: keyIn(lines), ...hashes }));
  const at = firstDifference(proof.subarray(0, end), wanted);
  if (at < 0) return lineText(lines[signature]!);
  if (!isSigned(Buffer.concat([wanted, proof.subarray(end, lines[signature]!.to + 1)]), lines)) return null;
  const line = lines.findLast(({ from }) => from <= at)!;
  return `byte ${at}, line ${line.number} (${line.field})`;
}

/** The package's, as the custody log says it, else as the proof does. */
function nameIn(lines: readonly ProofLine[]): string {
  const said = lines[1]!.text.slice('package '.length);
  const extra = lines.find(({ field }) => field === 'entry of the custody log')!.text;
  try {
    const entry = JSON.parse(Buffer.from(extra.slice('extra '.length), 'base64').toString()) as {
      hashes?: { package?: unknown };
    } | null;
    const logged = entry?.hashes?.package;
    return typeof logged === 'string' ? logged : said;
  } catch {
    return said;
  }
}

function keyIn(lines: readonly ProofLine[]): string {
  return lines[2]!.text.slice('key '.length);
}

function isSigned(note: Buffer, lines: readonly ProofLine[]): boolean {
  return openNote(note.toString(), parsePublicKey(keyIn(lines))!)?.isSigned === true;
}

function firstDifference(found: Uint8Array, wanted: Uint8Array): number {
  const length = Math.max(found.length, wanted.length);
  for (let at = 0; at < length; at++) if (found[at] !== wanted[at]) return at;
  return -1;
}

function lineText({ number, field, from, to }: ProofLine): string {
  return `line ${number} (${field}), byte ${from} to ${to}`;
}

function partText(what: string, lines: readonly ProofLine[], first: number, last: number): string {
  return `lines ${first + 1} to ${last + 1} (${what}), byte ${lines[first]!.from} to ${lines[last]!.to}`;
}
