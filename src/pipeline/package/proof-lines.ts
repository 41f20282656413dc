// The lines of a package's proof, each with what has to stand in it. In: the bytes of a proof. Out: its lines with their
// places, in the order of the file; which of them does not have the form it has to have.

import { parsePublicKey } from '../../custody/index.ts';

export interface ProofLine {
  /** From 1. */
  number: number;
  /** Bytes in the proof, without the line feed. */
  from: number;
  to: number;
  text: string;
  field: string;
  isFit: boolean;
}

type Form = readonly [field: string, isFit: (text: string) => boolean];

const [lineFeed, hashBytes] = [0x0a, 32];

/** A file of empty lines is looked at no further than a proof of that size has lines. */
const [fewLines, pieceLineBytes] = [300, 69];

export function proofLines(proof: Buffer): ProofLine[] {
  const lines: { from: number; to: number; text: string }[] = [];
  const most = fewLines + proof.length / pieceLineBytes;
  for (let from = 0; from < proof.length && lines.length < most;) {
    const found = proof.indexOf(lineFeed, from);
    const to = found < 0 ? proof.length : found;
    lines.push({ from, to, text: proof.subarray(from, to).toString() });
    from = to + 1;
  }
  const forms = formsOf(lines.map(({ text }) => text));
  return lines.map((line, i) => {
    const [field, isFit] = forms[i] ?? ['nothing more', () => false];
    return { ...line, number: i + 1, field, isFit: isFit(line.text) };
  });
}

function formsOf(texts: readonly string[]): Form[] {
  const key = parsePublicKey(texts[2]?.replace(/^key /u, '') ?? '');
  const signed = (text: string) => {
    const [, name, encoded = ''] = /^— (\S+) (\S+)$/u.exec(text) ?? [];
    if (name === undefined || !isBase64(encoded)) return false;
    return (
      key === null ||
      (name === key.keyName && Buffer.from(encoded, 'base64').subarray(0, 4).equals(key.keyHash))
    );
  };
  const empty: Form = ['empty line', (text) => text === ''];
  const head: Form[] = [
    ['name of the format', (text) => text === 'tocsin package proof 1'],
    ['package', (text) => /^package \S+$/u.test(text)],
    ['key', (text) => text.startsWith('key ') && key !== null],
    ['bytes', (text) => /^bytes (?:0|[1-9]\d{0,14})$/u.test(text)],
    ['sha256', (text) => /^sha256 [0-9a-f]{64}$/u.test(text)],
  ];
  const pieces = upToEmpty(texts, head.length).map((_, i): Form => [`hash of MiB ${i + 1}`, isPiece]);
  const custody: Form[] = [
    empty,
    ['signature', signed],
    empty,
    ['name of the custody proof', (text) => text === 'c2sp.org/tlog-proof@v1'],
    [
      'entry of the custody log',
      (text) => text.startsWith('extra ') && isBase64(text.slice('extra '.length)),
    ],
    ['number of the entry', (text) => /^index (?:0|[1-9]\d{0,14})$/u.test(text)],
  ];
  const start = head.length + pieces.length + custody.length;
  const way = upToEmpty(texts, start).map((): Form => ['hash of the custody log', isHash]);
  return [
    ...head,
    ...pieces,
    ...custody,
    ...way,
    empty,
    ['name of the custody log', (text) => key === null || text === key.keyName],
    ['size of the custody log', (text) => /^(?:0|[1-9]\d{0,14})$/u.test(text)],
    ['root of the custody log', isHash],
    empty,
    ['signature of the checkpoint', signed],
  ];
}

function upToEmpty(texts: readonly string[], from: number): readonly string[] {
  const end = texts.indexOf('', from);
  return texts.slice(from, end < 0 ? texts.length : end);
}

function isPiece(text: string): boolean {
  return /^mib [0-9a-f]{64}$/u.test(text);
}

function isHash(text: string): boolean {
  return isBase64(text) && Buffer.from(text, 'base64').length === hashBytes;
}

function isBase64(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64').toString('base64') === text;
}
