// A text as a QR code, for the camera of a telephone. In: a text. Out: an SVG within the page, black on white in a dark
// page too; nothing has to be fetched.

import { html } from 'hono/html';
import { encode } from 'uqr';
import type { PageMarkup } from '../page/page-layout.ts';

/** Around it, in modules. Source: ISO/IEC 18004, quiet zone. */
const border = 4;

/** Of a module, on the screen. */
const modulePixels = 4;

export function qrCode(text: string, label: string): PageMarkup {
  const { size, data } = encode(text, { border, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const side = size * modulePixels;
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${size} ${size}"
    width="${side}"
    height="${side}"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
}
