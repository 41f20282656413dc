/*
 * Formats that are read by a program of their own, which has to be started anew for each file: one case in so many.
 */
export const slowFormats: Readonly<Record<string, number>> = {
  pdf: 6,
  '7z': 6,
  rar: 4,
  'zip with a password': 6,
  'zip of other methods': 2,
  bzip2: 3,
  xz: 3,
  'xlsx part': 3,
};
