// The records of a pax header: "length key=value\n", one after the other. In: its bytes. Out: its keys, as far
// as they can be read.

import { decodeName } from './tar-header.ts';

export function parsePaxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < bytes.length) {
    const blank = bytes.indexOf(0x20, at);
    if (blank < 0 || blank - at > 10) break;
    const length = Number(Buffer.from(bytes.subarray(at, blank)).toString('latin1'));
    if (!Number.isSafeInteger(length) || length < blank - at + 3 || at + length > bytes.length) break;
    const record = bytes.subarray(blank + 1, at + length - 1);
    const sign = record.indexOf(0x3d);
    if (sign > 0) records.set(decodeName(record.subarray(0, sign)), decodeName(record.subarray(sign + 1)));
    at += length;
  }
  return records;
}
