// The headers that every answer has, set before anything else happens to it. In: a path, and whether the world reaches
// us by TLS. Out: names and values. Pages load nothing of others, run no script but our files, and are in no frame.

/** `connect-src`: the private look-up asks from the page. No style and no script stands in a page. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const permissions = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'usb',
]
  .map((feature) => (feature.includes('=') ? feature : `${feature}=()`))
  .join(', ');

type Headers = readonly (readonly [string, string])[];

const pageHeaders: Headers = [
  ['Content-Security-Policy', pagePolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', permissions],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** For programs, some of them in pages of others. */
const dataHeaders: Headers = [
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
];

const twoYears: Headers = [['Strict-Transport-Security', 'max-age=63072000; includeSubDomains']];

export function secureHeaders({ isTls }: { isTls: boolean }): (path: string) => Headers {
  const page = isTls ? [...pageHeaders, ...twoYears] : pageHeaders;
  const data = isTls ? [...dataHeaders, ...twoYears] : dataHeaders;
  return (path) => (isData(path) ? data : page);
}

/** What programs ask for, whatever the case of its letters. */
export function isData(path: string): boolean {
  return /^\/(?:api|range|enterprise|metrics)(?:[/?]|$)/iu.test(path);
}
