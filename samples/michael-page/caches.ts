/**
 * Drupal's cache tables, the bulk of a real backup: serialized PHP forms and arrays, base64, CSS,
 * all of it prepared in pieces once and put together differently in every row. No piece holds an
 * address; many hold an @.
 */
import { base64url, fragment, putByte, putBytes, putHex, putNumber, putSymbols } from '../byte-writer.ts';
import type { Random } from '../random.ts';
import { below, createRandom, draw, pick } from '../random.ts';
import { escaped } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import { createTable } from './create-table.ts';
import type { PhpValue } from './php-serialize.ts';
import { phpSerialize } from './php-serialize.ts';
import { stream } from './streams.ts';
import { putTimestamp } from './traffic.ts';
import type { World } from './world.ts';

const words =
  'form_id form_build_id form_token theme attributes class container-inline fieldset title description default_value options required element_validate submit value weight states visible input checked processed parents array_parents tree prefix suffix access cache file module handler base query sort filter relationship display pager style row field label alter make_link absolute rel target ellipsis html trim strip_tags hide_empty empty_zero settings instance widget bundle entity translatable locked cardinality storage indexes foreign keys columns'.split(
    ' ',
  );

const styles = [
  '@font-face{font-family:"Jobs Icons";src:url("../fonts/jobs.woff2?v=4.7.0") format("woff2")}',
  "@media only screen and (min-width:64.063em){.header{background:url('/img/logo@2x.png')}}",
  '.btn:before{content:\'\\\\f101\'} @import url("print.css");',
  '<img src="/sites/default/files/styles/thumb/public/banner@3x.jpg?itok=Zp0x9" alt="L\'emploi" />',
  'Hello @username, your !type was updated on @date at @time (@count items, version 7.44.1).',
  "SELECT n.nid FROM {node} n WHERE n.status = 1 AND n.type IN ('job', 'page') ORDER BY n.created DESC\nLIMIT 0, 10",
];

/** Which cache, how its ids begin, how many pieces of data a row has, whether some are base64. */
export interface CacheShape {
  name: 'cache' | 'cache_bootstrap' | 'cache_form' | 'cache_menu';
  cids: string[];
  pieces: [least: number, most: number];
  base64: boolean;
}

export const cacheShapes = {
  cache: {
    name: 'cache',
    cids: [
      'views_data:',
      'filter_list_format:',
      'theme_registry:jobs:',
      'token_info:',
      'image_styles:',
      'entity_info:fr:',
      'page:http://www.jobs.example.com/node/',
    ],
    pieces: [4, 30],
    base64: false,
  },
  cache_bootstrap: {
    name: 'cache_bootstrap',
    cids: ['variables:', 'module_implements:', 'system_list:', 'lookup_cache:', 'hook_info:'],
    pieces: [2, 12],
    base64: false,
  },
  cache_form: { name: 'cache_form', cids: ['form_form-', 'form_state_form-'], pieces: [6, 40], base64: true },
  cache_menu: {
    name: 'cache_menu',
    cids: ['links:management:tree-data:en:', 'links:main-menu:page:job/%:fr:', 'menu_custom:', 'menu_item:'],
    pieces: [1, 10],
    base64: false,
  },
} satisfies Record<string, CacheShape>;

export function cacheTable(world: World, shape: CacheShape): Table {
  const random = createRandom(draw(world.seed, stream.noise, 16 + shape.name.length));
  const pieces = Array.from({ length: 96 }, () => escaped(phpPiece(random)));
  const blobs = Array.from({ length: 24 }, () => escaped(base64Piece(random)));
  const cids = shape.cids.map((cid) => fragment(`('${cid}`));
  const [least, most] = shape.pieces;
  return {
    name: shape.name,
    create: createTable[shape.name],
    writeRow(out, row) {
      putBytes(out, pick(cids, random()));
      putSymbols(out, base64url, 32, random);
      putByte(out, 0x2d);
      putHex(out, row, 8);
      const count = least + below(random(), most - least);
      const encoded = shape.base64 && random() % 3 === 0;
      putBytes(out, part.open);
      putNumber(out, count + (encoded ? 1 : 0));
      putBytes(out, part.brace);
      for (let i = 0; i < count; i++) {
        putBytes(out, part.key);
        putHex(out, random(), 8);
        putBytes(out, part.endKey);
        putBytes(out, pick(pieces, random()));
      }
      if (encoded) {
        putBytes(out, part.key);
        putHex(out, random(), 8);
        putBytes(out, part.endKey);
        putBytes(out, pick(blobs, random()));
      }
      putBytes(out, part.close);
      putTimestamp(out, row + 1_000_000);
      putByte(out, 0x2c);
      putTimestamp(out, row);
      putBytes(out, part.serialized);
      return true;
    },
  };
}

const part = {
  open: fragment("','a:"),
  brace: escaped(':{'),
  key: escaped('s:9:"k'),
  endKey: escaped('";'),
  close: fragment("}',"),
  serialized: fragment(',1)'),
};

/** A form element or a definition of 0.3 to 2 kB. */
function phpPiece(random: Random): string {
  const element = new Map<string, PhpValue>();
  const size = 6 + below(random(), 24);
  for (let i = 0; i < size; i++) {
    const key = `#${pick(words, random())}_${random() % 100}`;
    element.set(key, phpLeaf(random));
  }
  if (random() % 4 === 0) {
    return phpSerialize({
      className: pick(['stdClass', 'view', 'views_handler_field', 'JobsSearchQuery'], random()),
      properties: Object.fromEntries(element),
    });
  }
  return phpSerialize(element);
}

function phpLeaf(random: Random): PhpValue {
  const hex = (digits: number) => random().toString(16).padStart(8, '0').slice(0, digits);
  switch (random() % 10) {
    case 0:
      return random() % 1000;
    case 1:
      return random() % 2 === 0;
    case 2:
      return pick(styles, random());
    case 3:
      return `${hex(8)}${hex(8)}${hex(8)}${hex(8)}`;
    case 4:
      return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`;
    case 5:
      return 1_470_000_000 + (random() % 6_000_000);
    case 6:
      return [pick(words, random()), pick(words, random()), random() % 60];
    case 7:
      return new Map<string, PhpValue>([
        [pick(words, random()), pick(words, random())],
        ['version', `7.${random() % 60}.${random() % 9}`],
      ]);
    case 8:
      return null;
    default:
      return `${pick(words, random())} ${pick(words, random())} ${pick(words, random())}`;
  }
}

/** A serialized string of base64, 1 to 6 kB. */
function base64Piece(random: Random): string {
  const bytes = new Uint8Array(768 + below(random(), 3800));
  for (let i = 0; i < bytes.length; i++) bytes[i] = random() >>> 24;
  return phpSerialize(Buffer.from(bytes).toString('base64'));
}
