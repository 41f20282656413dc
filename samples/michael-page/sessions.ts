/**
 * `sessions`: a visitor, a session id, an IP address and what PHP kept for the visit.
 */
import { base64url, fragment, putByte, putBytes, putNumber, putSymbols } from '../byte-writer.ts';
import { createRandom, draw, pick } from '../random.ts';
import { escaped } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import { createTable } from './create-table.ts';
import { lost } from './data-classes.ts';
import type { PhpValue } from './php-serialize.ts';
import { phpSerialize } from './php-serialize.ts';
import { stream } from './streams.ts';
import { createTraffic, putTimestamp } from './traffic.ts';
import type { World } from './world.ts';
import { plant } from './world.ts';

const contents: Record<string, PhpValue>[] = [
  {},
  { language: 'fr' },
  {
    language: 'en',
    job_search: new Map<string, PhpValue>([
      ['sector', 12],
      ['location', 'Lyon'],
      ['page', 3],
    ]),
  },
  {
    messages: new Map<string, PhpValue>([
      ['status', ['Votre recherche a été enregistrée.', "L'offre n'est plus disponible."]],
    ]),
  },
  { last_jobs: [4000012345, 4000230099, 4000771203, 4000012931], dblog_overview_filter: new Map() },
  {
    job_basket: new Map<string, PhpValue>([
      ['token', 'kq3v9m2x7c1b5n8z'],
      ['items', ['4000098127', '4000511873']],
      ['theme', 'jobs@mobile'],
    ]),
  },
  {
    cv_upload: new Map<string, PhpValue>([
      ['fid', 48213],
      ['md5', '9e107d9d372bb6826bd81d3542a419d6'],
      ['name', 'cv_final_v2.pdf'],
    ]),
    language: 'de',
  },
];

export function sessionsTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.noise, 2));
  const traffic = createTraffic(world, random, 0.45);
  const data = contents.map((content) =>
    escaped(
      Object.entries(content)
        .map(([key, value]) => `${key}|${phpSerialize(value)}`)
        .join(''),
    ),
  );
  return {
    name: 'sessions',
    create: createTable.sessions,
    writeRow(out, row) {
      const visitor = traffic.visitor();
      putByte(out, 0x28);
      putNumber(out, traffic.uid(visitor));
      putBytes(out, part.open);
      putSymbols(out, base64url, 43, random);
      putBytes(out, part.noSsid);
      traffic.putHostname(out, visitor);
      putBytes(out, part.time);
      putTimestamp(out, row);
      putBytes(out, part.session);
      putBytes(out, pick(data, random()));
      const bits = random();
      if ((bits & 3) === 0) {
        putBytes(out, part.token);
        putSymbols(out, base64url, 43, random);
        putBytes(out, part.endToken);
      }
      putByte(out, 0x27);
      putByte(out, 0x29);
      if (visitor >= 0) plant(world, visitor, lost.ip);
      return true;
    },
  };
}

const part = {
  open: fragment(",'"),
  noSsid: fragment("','','"),
  time: fragment("',"),
  session: fragment(",0,'"),
  token: escaped('csrf_token|s:43:"'),
  endToken: escaped('";'),
};
