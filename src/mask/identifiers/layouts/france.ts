// How the numbers of France are made: NIR, SIREN, SIRET, SPI. See src/recognise/identifiers/nir.ts and france.ts.

import {
  type DateRule,
  digitCharacters,
  type Layouts,
  readDigits,
  rememberedAt,
  run,
  writeDigits,
} from '../layout.ts';
import { laPoste } from '../la-poste.ts';

const letterA = 65;
/** 01 to 95, then 2A and 2B. */
const departments = 97;

/** Month 31 to 42: 30 is added where it is not sure. All others beyond 12 are no months, and stay. */
const nirDate: DateRule = {
  read(form) {
    const written = readDigits(form, 3, 2);
    const month = written > 30 && written < 43 ? written - 30 : written;
    return month > 12 ? -1 : readDigits(form, 1, 2) * 10_000 + month * 100;
  },
  write(form, _, date) {
    const raised = readDigits(form, 3, 2) > 30 ? 30 : 0;
    writeDigits(form, 1, 2, Math.floor(date / 10_000));
    writeDigits(form, 3, 2, raised + (Math.floor(date / 100) % 100));
    return true;
  },
};

/** Of a department: its place among those of the mainland and Corsica; -1 of others, which stay. */
function departmentRank(form: Uint8Array): number {
  if (form[6]! >= letterA) return departments - 2 + form[6]! - letterA;
  const number = readDigits(form, 5, 2);
  return number >= 1 && number <= departments - 2 ? number - 1 : -1;
}

export const frenchLayouts: Layouts = {
  nir: {
    places: (form) => (form[rememberedAt] === 1 ? run(5, 8) : run(7, 6)),
    date: nirDate,
    // a department of the mainland or Corsica becomes another of these
    classOf: (form, _, kind) => {
      const other = departmentRank(form) < 0 ? 1 + readDigits(form, 5, 2) : 0;
      return kind * 1000 + other;
    },
    open(form) {
      const rank = departmentRank(form);
      form[rememberedAt] = rank < 0 ? 0 : 1;
      if (rank >= 0) writeDigits(form, 5, 2, rank);
    },
    // the 13 characters before the key, which follows from them
    close(form) {
      if (form[rememberedAt] === 1) {
        const rank = readDigits(form, 5, 2);
        if (rank >= departments) return false;
        if (rank < departments - 2) writeDigits(form, 5, 2, rank + 1);
        else {
          form[5] = 50;
          form[6] = letterA + rank - (departments - 2);
        }
      }
      return true;
    },
  },
  siren: {
    places: () => run(0, 8),
    checks: () => [8],
    solve: { place: 8, characters: digitCharacters },
  },
  siret: {
    places: (form) => (readDigits(form, 0, 9) === laPoste ? run(9, 5) : run(9, 4)),
    checks: () => [13],
    solve: { place: 13, characters: digitCharacters },
  },
  spi: {
    places: () => run(1, 9),
    checks: () => run(10, 3),
    close(form) {
      writeDigits(form, 10, 3, readDigits(form, 0, 10) % 511);
      return true;
    },
  },
};
