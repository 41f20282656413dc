/*
 * Telephone numbers that nobody has, set aside for films and examples by those who give numbers out. In: nothing. Out: by
 * country code, ranges of national numbers without the leading 0. Sources: Arcep decision 2018-0881 (France), Ofcom (United
 * Kingdom), NANPA (North America), Bundesnetzagentur (Germany), ACMA (Australia), ComReg (Ireland), PTS (Sweden).
 */

export interface FictionRange {
  /** The digits that all numbers of the range begin with. */
  prefix: string;
  /** How many digits follow. */
  free: number;
  /** The first digits of the real numbers that it stands for before others; an empty one for any. */
  kinds: readonly string[];
}

export interface FictionCountry {
  code: string;
  /** Digits of a whole national number, without the leading 0: least and most. */
  digits: readonly [least: number, most: number];
  /** Written with a leading 0 within the country. */
  hasTrunk: boolean;
  ranges: readonly FictionRange[];
}

const range = (prefix: string, free: number, ...kinds: string[]): FictionRange => ({ prefix, free, kinds });

/** Where a North American number is from tells; one of these codes stands for all. */
const areaCodes =
  '202 206 212 213 215 216 305 312 313 314 404 412 415 416 503 504 512 514 602 604 612 613 617 702 713 718 808 816 901 902';

export const fictionCountries: readonly FictionCountry[] = [
  {
    code: '33',
    digits: [9, 9],
    hasTrunk: true,
    ranges: [
      range('63998', 4, '6', '7'),
      range('19900', 4, '1', '8', '9'),
      range('26191', 4, '2'),
      range('35301', 4, '3'),
      range('46571', 4, '4'),
      range('53649', 4, '5'),
    ],
  },
  {
    code: '44',
    digits: [9, 10],
    hasTrunk: true,
    ranges: [range('7700900', 3, '7'), range('1632960', 3, '1', '3', '8'), range('2079460', 3, '2')],
  },
  {
    code: '49',
    digits: [6, 11],
    hasTrunk: true,
    ranges: [
      range('17139200', 2, '15', '16', '17'),
      range('176040690', 2, '15', '16', '17'),
      range('3023125', 3, '3'),
      range('4066969', 3, '4'),
      range('6990009', 3, '6'),
      range('2214710', 3, '2'),
      range('8999998', 3, '8', '7', '9', '5'),
    ],
  },
  {
    code: '1',
    digits: [10, 10],
    hasTrunk: false,
    ranges: areaCodes.split(' ').map((code) => range(`${code}55501`, 2, '')),
  },
  {
    code: '61',
    digits: [9, 9],
    hasTrunk: true,
    ranges: [
      range('25550', 4, '2', '4'),
      range('27010', 4, '2', '4'),
      range('35550', 4, '3'),
      range('75550', 4, '7'),
      range('85550', 4, '8'),
    ],
  },
  { code: '353', digits: [8, 9], hasTrunk: true, ranges: [range('20910', 4, '')] },
  {
    code: '46',
    digits: [7, 9],
    hasTrunk: true,
    ranges: [range('8465004', 2, '8'), range('3139006', 2, ''), range('4062804', 2, '')],
  },
];
