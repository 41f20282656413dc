// MD4, which Windows takes the NTLM hash of a password with; Node's OpenSSL no longer offers it. In: bytes. Out: 16 bytes.
// It keeps nothing secret, and is used for nothing but to speak of a hash by the name that others know it under.
// Source: RFC 1320, with its vectors in the test.

const blockBytes = 64;
const blockWords = 16;

/** Of each round: what it adds, by how much it turns in four steps, and in which order it takes the words. */
const rounds = [
  { added: 0, turns: [3, 7, 11, 19], order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] },
  { added: 0x5a827999, turns: [3, 5, 9, 13], order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15] },
  { added: 0x6ed9eba1, turns: [3, 9, 11, 15], order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15] },
] as const;

const begin = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as const;

export function md4(bytes: Uint8Array): Buffer {
  const state = Int32Array.from(begin);
  const words = new Int32Array(blockWords);
  const whole = bytes.length - (bytes.length % blockBytes);
  for (let at = 0; at < whole; at += blockBytes) addBlock(state, words, bytes, at);
  const rest = padded(bytes, whole);
  for (let at = 0; at < rest.length; at += blockBytes) addBlock(state, words, rest, at);
  const digest = Buffer.allocUnsafe(16);
  state.forEach((word, i) => digest.writeInt32LE(word, i * 4));
  return digest;
}

/** What is left of the message, a one, zeros, and its length in bits. */
function padded(bytes: Uint8Array, from: number): Buffer {
  const left = bytes.length - from;
  const rest = Buffer.alloc(left + 9 > blockBytes ? 2 * blockBytes : blockBytes);
  rest.set(bytes.subarray(from));
  rest[left] = 0x80;
  rest.writeUInt32LE((bytes.length * 8) >>> 0, rest.length - 8);
  rest.writeUInt32LE(Math.floor(bytes.length / 2 ** 29), rest.length - 4);
  return rest;
}

function addBlock(state: Int32Array, words: Int32Array, bytes: Uint8Array, from: number): void {
  for (let i = 0, at = from; i < blockWords; i++, at += 4)
    words[i] = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  for (let round = 0; round < rounds.length; round++) {
    const { added, turns, order } = rounds[round]!;
    for (let step = 0; step < blockWords; step++) {
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const sum = (a + mixed + words[order[step]!]! + added) | 0;
      const turn = turns[step & 3]!;
      [a, b, c, d] = [d, (sum << turn) | (sum >>> (32 - turn)), b, c];
    }
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
}
