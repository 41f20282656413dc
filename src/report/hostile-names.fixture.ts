/*
 * Names for tables, columns and files as somebody would choose them who wants to break the reader's
 * terminal or page. For the tests of this folder.
 */

/** Names that steer, escape, overflow or look like markup. */
export const hostileNames: readonly string[] = [
  '\x1b[2J\x1b]0;owned\x07users',
  '\u009b31musers',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>body{display:none}</style>',
  'users\u202egnp.exe',
  'a\r\nb\tc\0d',
  'use\u200brs\u2066\u3164\ufeff',
  `z${'\u0300'.repeat(400)}`,
  '顧客の個人情報テーブル'.repeat(9),
  '👨‍👩‍👧‍👦'.repeat(30),
  '\ud800 lone',
  'ᄀ'.repeat(60) + 'ᅡ'.repeat(60),
  'x'.repeat(5000),
  '',
  '   ',
  '&amp;<!--',
  '__proto__',
];
