// One stored value as text. In: what a page holds, and what the schema says it is. Out: numbers in full,
// dates and times as ISO 8601 has them, decimals exactly; text as text, other bytes as they are.

import { isUtf8 } from 'node:buffer';
import type { SchemaElement } from 'hyparquet';
import type { RecordValue } from '../unpack/unpack-sink.ts';

export type RawValue = number | bigint | boolean | Uint8Array;

const windows1252 = new TextDecoder('windows-1252');
const utf8 = new TextDecoder();

/** How values of this column become text. */
export function valueText(element: SchemaElement): (value: RawValue) => RecordValue {
  const { type, converted_type: converted, logical_type: logical } = element;
  const kind = logical?.type;
  if (type === 'INT96') return (value) => int96Text(value as Uint8Array);
  if (converted === 'DECIMAL' || kind === 'DECIMAL') {
    const scale = Math.min(Math.max(element.scale ?? (kind === 'DECIMAL' ? logical.scale : 0), 0), maxScale);
    return (value) => decimalText(integerOf(value), scale);
  }
  if (type === 'BYTE_ARRAY') {
    const isText = converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON' || kind === 'STRING';
    return (value) => bytesText(value as Uint8Array, isText);
  }
  if (type === 'FIXED_LEN_BYTE_ARRAY') {
    if (kind === 'UUID') return (value) => uuidText(value as Uint8Array);
    if (kind === 'FLOAT16') return (value) => String(float16(value as Uint8Array));
    if (converted === 'INTERVAL') return (value) => intervalText(value as Uint8Array);
    return (value) => bytesText(value as Uint8Array, false);
  }
  if (type === 'FLOAT') return (value) => floatText(value as number);
  if (converted === 'DATE' || kind === 'DATE')
    return (value) => instantText(BigInt(value as number) * 86_400n, 1n, 10);
  const perSecond = timeUnit(element);
  if (perSecond !== 0n && (converted?.startsWith('TIME_') || kind === 'TIME'))
    return (value) => instantText(BigInt(value as number), perSecond, 19).slice(11);
  if (perSecond !== 0n) {
    const zone = kind === 'TIMESTAMP' && !logical.isAdjustedToUTC ? '' : 'Z';
    return (value) => instantText(BigInt(value as number), perSecond, 19) + zone;
  }
  const isUnsigned = converted?.startsWith('UINT_') || (kind === 'INTEGER' && !logical.isSigned);
  if (isUnsigned && type === 'INT32') return (value) => String((value as number) >>> 0);
  if (isUnsigned) return (value) => String(BigInt.asUintN(64, value as bigint));
  return String;
}

/** Decimals of more places than databases keep are a lie. */
const maxScale = 1000;

/** Units of a time in a second; 0 where it is none. */
function timeUnit({ converted_type: converted, logical_type: logical }: SchemaElement): bigint {
  if (logical?.type === 'TIMESTAMP' || logical?.type === 'TIME')
    return { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n }[logical.unit];
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIME_MILLIS') return 1000n;
  return converted === 'TIMESTAMP_MICROS' || converted === 'TIME_MICROS' ? 1_000_000n : 0n;
}

/** `chars` of the instant in ISO 8601, and the fraction of the second where it has one. */
function instantText(units: bigint, perSecond: bigint, chars: number): string {
  const rest = ((units % perSecond) + perSecond) % perSecond;
  const time = new Date(Number((units - rest) / perSecond) * 1000);
  if (Number.isNaN(time.getTime())) return String(units);
  const iso = time.toISOString();
  const years = iso.indexOf('-', 1) - 4; // signs and digits of years that have more than four
  const fraction =
    rest === 0n
      ? ''
      : `.${String(perSecond + rest)
          .slice(1)
          .replace(/0+$/u, '')}`;
  return iso.slice(0, chars + years) + fraction;
}

/** Nanoseconds of the day and Julian day, as Impala began and Spark kept it. */
function int96Text(value: Uint8Array): string {
  const view = viewOf(value);
  const day = BigInt(view.getUint32(8, true)) - 2_440_588n;
  const perSecond = 1_000_000_000n;
  return instantText(day * 86_400n * perSecond + view.getBigInt64(0, true), perSecond, 19);
}

function integerOf(value: RawValue): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value);
  // decimals are 38 digits, 16 bytes; the cost of a longer one grows with its square
  const bytes = value.subarray(0, 64);
  return bytes.length === 0
    ? 0n
    : BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
}

function decimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return (value < 0n ? '-' : '') + (scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`);
}

function bytesText(bytes: Uint8Array, isText: boolean): RecordValue {
  if (isUtf8(bytes) && (isText || !bytes.includes(0))) return utf8.decode(bytes);
  return isText ? windows1252.decode(bytes) : new Uint8Array(bytes);
}

function uuidText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

/** The shortest number that is this float. */
function floatText(value: number): string {
  for (const digits of [6, 7, 8]) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

function float16(bytes: Uint8Array): number {
  const bits = viewOf(bytes).getUint16(0, true);
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits >> 15 ? -1 : 1;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

function intervalText(bytes: Uint8Array): string {
  const view = viewOf(bytes);
  return `P${view.getUint32(0, true)}M${view.getUint32(4, true)}DT${view.getUint32(8, true) / 1000}S`;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
