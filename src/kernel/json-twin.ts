// The plain TypeScript twin of assembly/json.ts, byte by byte: the oracle of its property test, and what
// runs where no compiled kernel is found. In: the same memory. Out: the same answers, at the same places.

import { type JsonKernelCode, jsonEnds, jsonLimits, jsonRoom } from './json-code.ts';
import { JsonTwinKeys, type TwinKey } from './json-twin-keys.ts';

/** Thrown and caught here: how reading a row ended, and where. */
class Stop {
  readonly code: number;
  readonly at: number;

  constructor(code: number, at: number) {
    this.code = code;
    this.at = at;
  }
}

export function createJsonTwin(bytes: Uint8Array, words: Uint32Array): JsonKernelCode {
  let room = 0;
  let atOut = 0;
  let atCapacity = 0;
  let withinLines = false;
  let keys = new JsonTwinKeys(bytes, words, room);
  let root: TwinKey;
  let to = 0;
  let stamp = 0;
  let end = 0;
  let count = 0;
  let ats = 0;

  function stop(code: number, at: number): never {
    throw at >= to ? new Stop(jsonEnds.cut, to) : new Stop(code, at);
  }

  function skipSpace(from: number): number {
    let p = from;
    for (; p < to && isSpace(bytes[p]!); p++) if (withinLines && bytes[p] === newline) break;
    return p;
  }

  function stringEnd(from: number): number {
    for (let p = from; p < to; p++) {
      const byte = bytes[p]!;
      if (byte === quote) return p;
      if (byte === newline) stop(jsonEnds.malformed, p);
      if (byte === at) {
        if (ats === atCapacity) stop(jsonEnds.tooManyAts, p);
        words[atOut / 4 + ats++] = p;
      }
      if (byte === backslash && ++p < to && bytes[p]! < 0x20) stop(jsonEnds.malformed, p);
    }
    return stop(jsonEnds.cut, to);
  }

  function bareEnd(from: number): number {
    let p = from;
    while (p < to && isBare(bytes[p]!)) p++;
    if (p === from || p === to) stop(jsonEnds.malformed, p);
    if (bytes[p] !== 0x28) return p;
    for (p++; p < to && bytes[p] !== 0x29; p++) {
      const byte = bytes[p]!;
      if (byte === quote) p = stringEnd(p + 1);
      else if (!isBare(byte) && byte !== 0x20 && byte !== comma && byte !== colon)
        stop(jsonEnds.malformed, p);
    }
    return p < to ? p + 1 : stop(jsonEnds.cut, to);
  }

  function nestedEnd(from: number): number {
    const open: number[] = [];
    for (let p = from; p < to; p++) {
      const byte = bytes[p]!;
      if (byte === quote) p = stringEnd(p + 1);
      else if (byte === brace || byte === bracket) {
        if (open.length === jsonLimits.nesting) stop(jsonEnds.tooDeep, p);
        open.push(byte + 2);
      } else if (byte === brace + 2 || byte === bracket + 2) {
        if (open.pop() !== byte) stop(jsonEnds.malformed, p);
        if (open.length === 0) return p + 1;
      } else if (!isBare(byte) && !betweenValues.has(byte) && (byte !== newline || withinLines)) {
        stop(jsonEnds.malformed, p);
      }
    }
    return stop(jsonEnds.cut, to);
  }

  function valueEnd(from: number): number {
    if (from >= to) stop(jsonEnds.cut, to);
    const byte = bytes[from];
    if (byte === quote) return stringEnd(from + 1) + 1;
    return byte === bracket || byte === brace ? nestedEnd(from) : bareEnd(from);
  }

  function putValue(key: TwinKey, from: number): number {
    if (key.column < 0 && !keys.addColumn(root, key)) stop(jsonEnds.tooManyKeys, from);
    return putSpan(key.column, from, valueEnd(from));
  }

  function putSpan(column: number, from: number, valueStop: number): number {
    words[(room + jsonRoom.starts) / 4 + column] = from;
    words[(room + jsonRoom.ends) / 4 + column] = valueStop;
    return valueStop;
  }

  /** The members of the object at `from`, down to one past its closing brace. */
  function readMembers(parent: TwinKey, from: number, depth: number): number {
    const mark = keys.mark();
    const atMark = ats;
    let p = skipSpace(from + 1);
    while (p < to && bytes[p] === quote) {
      p = readMember(parent, p, depth);
      if (depth > 0 && parent.children > jsonLimits.children) {
        keys.dropTo(root, mark);
        parent.isWhole = true;
        ats = atMark;
        return putValue(parent, from);
      }
      p = skipSpace(p);
      if (p < to && bytes[p] === comma) p = skipSpace(p + 1);
      else break;
    }
    return bytes[p] === brace + 2 && p < to ? p + 1 : stop(jsonEnds.malformed, p);
  }

  function readMember(parent: TwinKey, from: number, depth: number): number {
    const close = stringEnd(from + 1);
    if (close - from - 1 > jsonLimits.keyBytes) stop(jsonEnds.longKey, close);
    const name = Buffer.from(bytes.subarray(from + 1, close)).toString('latin1');
    let key = keys.find(parent, name) ?? stop(jsonEnds.tooManyKeys, close);
    if (key.stamp === stamp) key = keys.repeated(key, stamp) ?? stop(jsonEnds.repeatedKey, close);
    key.stamp = stamp;
    let p = skipSpace(close + 1);
    if (bytes[p] !== colon || p >= to) stop(jsonEnds.malformed, p);
    p = skipSpace(p + 1);
    if (bytes[p] === brace && depth < jsonLimits.depth && !key.isWhole) {
      const inside = skipSpace(p + 1);
      if (bytes[inside] !== quote || bytes[inside + 1] !== 0x24) return readMembers(key, p, depth + 1);
    }
    return putValue(key, p);
  }

  function row(until: number, read: () => number): number {
    to = until;
    ats = 0;
    keys.added = [];
    stamp++;
    try {
      end = read();
      return jsonEnds.row;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      end = error.at;
      return error.code;
    }
  }

  return {
    jsonBegin(roomAt, atsAt, capacity, lines) {
      [room, atOut, atCapacity, withinLines] = [roomAt, atsAt, capacity, lines];
      keys = new JsonTwinKeys(bytes, words, room);
      stamp = 0;
    },
    jsonTable: (reserved) => keys.addRoot(reserved),
    jsonObject(from, until, table) {
      root = keys.keyOf(table);
      keys.added = [];
      const mark = keys.mark();
      for (const part of [jsonRoom.starts, jsonRoom.ends])
        words.fill(0, (room + part) / 4, (room + part) / 4 + root.columns);
      const code = row(until, () => readMembers(root, from, 0));
      if (code !== jsonEnds.row) keys.dropTo(root, mark);
      count = root.columns;
      return code;
    },
    jsonArray(from, until) {
      count = 0;
      return row(until, () => {
        for (let p = skipSpace(from + 1); p >= to || bytes[p] !== bracket + 2;) {
          if (count >= jsonLimits.columns) stop(jsonEnds.tooManyKeys, p);
          p = skipSpace(putSpan(count, p, valueEnd(p)));
          count++;
          if (p < to && bytes[p] === comma) p = skipSpace(p + 1);
          else if (p >= to || bytes[p] !== bracket + 2) stop(jsonEnds.malformed, p);
          if (p < to && bytes[p] === bracket + 2) return p + 1;
        }
        return skipSpace(from + 1) + 1;
      });
    },
    jsonValue(from, until) {
      count = 1;
      return row(until, () => putSpan(0, from, valueEnd(from)));
    },
    jsonEnd: () => end,
    jsonCount: () => count,
    jsonNewColumns: () => keys.added.length,
    jsonAts: () => ats,
  };
}

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const at = 0x40;
const bracket = 0x5b;
const backslash = 0x5c;
const brace = 0x7b;
const betweenValues = new Set([0x20, 0x0d, 0x09, comma, colon, 0x28, 0x29]);

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;
}

function isBare(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x5f
  );
}
