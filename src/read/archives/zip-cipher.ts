// Encrypted entries of zip files: PKWARE's old cipher (APPNOTE 6.1), and WinZip's AES (AE-1 and AE-2).
// In: what stands before the encrypted bytes, and passwords. Out: the first password that fits, as a decrypter;
// null where none does.

import {
  createCipheriv,
  createHmac,
  pbkdf2Sync,
  timingSafeEqual,
  type Cipheriv,
  type Hmac,
} from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { AesHeader } from './zip-entry.ts';

export interface Decrypter {
  /** Decrypts in place and returns the same bytes; to be called in order. */
  update(bytes: Uint8Array): Uint8Array;
  /** Whether `code`, which stands behind the bytes, vouches for them. */
  isWhole(code: Uint8Array): boolean;
}

export const oldHeaderBytes = 12;
export const aesCodeBytes = 10;

/** Salt and check. */
export function aesHeaderBytes(aes: AesHeader): number {
  return 4 + 4 * aes.strength + 2;
}

/**
 * `check`: the byte that the header must end with, of the checksum or the time. One wrong password in 256 passes
 * that: what it makes of `head`, the first bytes behind the header, must make sense too.
 */
export function openOldCipher(
  header: Uint8Array,
  check: number,
  head: Uint8Array,
  makesSense: (head: Uint8Array) => boolean,
  passwords: readonly string[],
): { decrypter: Decrypter; password: string } | null {
  for (const password of passwords) {
    const begin = (): ((bytes: Uint8Array) => Uint8Array) | null => {
      const update = oldCipher(Buffer.from(password));
      return update(Uint8Array.from(header))[oldHeaderBytes - 1] === check ? update : null;
    };
    const trial = begin()?.(Uint8Array.from(head));
    const update = begin();
    if (trial === undefined || update === null || !makesSense(trial)) continue;
    return { password, decrypter: { update, isWhole: () => true } };
  }
  return null;
}

export function openAes(
  header: Uint8Array,
  aes: AesHeader,
  passwords: readonly string[],
): { decrypter: Decrypter; password: string } | null {
  const saltBytes = 4 + 4 * aes.strength;
  const keyBytes = 8 + 8 * aes.strength;
  for (const password of passwords) {
    const keys = pbkdf2Sync(password, header.subarray(0, saltBytes), 1000, 2 * keyBytes + 2, 'sha1');
    if (!keys.subarray(2 * keyBytes).equals(header.subarray(saltBytes))) continue;
    return {
      password,
      decrypter: aesDecrypter(
        keys.subarray(0, keyBytes),
        createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes)),
      ),
    };
  }
  return null;
}

/** Counter mode as WinZip has it: the counter begins at 1 and its first byte is its lowest. */
function aesDecrypter(key: Buffer, hmac: Hmac): Decrypter {
  const cipher: Cipheriv = createCipheriv(`aes-${8 * key.length}-ecb`, key, null).setAutoPadding(false);
  let block = 0;
  let left: Uint8Array = new Uint8Array(0);
  return {
    update: (bytes) => {
      hmac.update(bytes);
      let at = 0;
      const use = (stream: Uint8Array): void => {
        const count = Math.min(stream.length, bytes.length - at);
        for (let i = 0; i < count; i++) bytes[at + i] = (bytes[at + i] ?? 0) ^ (stream[i] ?? 0);
        at += count;
        left = stream.subarray(count);
      };
      use(left);
      if (at < bytes.length) {
        const blocks = Math.ceil((bytes.length - at) / 16);
        const counters = new DataView(new ArrayBuffer(16 * blocks));
        for (let i = 0; i < blocks; i++) counters.setBigUint64(16 * i, BigInt(++block), true);
        use(cipher.update(new Uint8Array(counters.buffer)));
      }
      return bytes;
    },
    isWhole: (code) => {
      const digest = hmac.digest().subarray(0, aesCodeBytes);
      return code.length === aesCodeBytes && timingSafeEqual(digest, code);
    },
  };
}

function oldCipher(password: Uint8Array): (bytes: Uint8Array) => Uint8Array {
  let key0 = 0x12345678;
  let key1 = 0x23456789;
  let key2 = 0x34567890;
  const step = (byte: number): void => {
    key0 = (crcTable[(key0 ^ byte) & 255] ?? 0) ^ (key0 >>> 8);
    key1 = (Math.imul((key1 + (key0 & 255)) | 0, 134_775_813) + 1) | 0;
    key2 = (crcTable[(key2 ^ (key1 >>> 24)) & 255] ?? 0) ^ (key2 >>> 8);
  };
  for (const byte of password) step(byte);
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) {
      const word = (key2 & 0xffff) | 2;
      const plain = (bytes[i] ?? 0) ^ ((Math.imul(word, word ^ 1) >>> 8) & 255);
      step(plain);
      bytes[i] = plain;
    }
    return bytes;
  };
}

/** The table of CRC-32: zlib's own value of each byte, less what it adds before and after. */
const crcTable = Int32Array.from(
  { length: 256 },
  (_, byte) => ~crc32(Uint8Array.of(byte ^ 0xff)) ^ 0x00ff_ffff,
);
