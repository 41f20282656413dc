// The signs of base64, of both alphabets.

const base64Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By byte: its six bits in either alphabet; -1 for others. */
export const base64Value = new Int8Array(256).fill(-1);
for (const alphabet of [base64Signs, `${base64Signs.slice(0, 62)}-_`])
  for (let index = 0; index < 64; index++) base64Value[alphabet.charCodeAt(index)] = index;
