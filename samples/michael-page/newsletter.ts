/**
 * `newsletter`: subscriptions by address alone, most of them of people who are elsewhere too.
 */
import { putByte, putNumber } from '../byte-writer.ts';
import { draw } from '../random.ts';
import type { Table } from '../sql-writer.ts';
import { chooseForm, putAddress, putForm } from './address.ts';
import { createTable } from './create-table.ts';
import { lost } from './data-classes.ts';
import { stream } from './streams.ts';
import type { World } from './world.ts';
import { plant } from './world.ts';

export function newsletterTable(world: World): Table {
  const { seed, subscribers, scratch } = world;
  return {
    name: 'newsletter',
    create: createTable.newsletter,
    writeRow(out, row) {
      const person = subscribers[row];
      if (person === undefined) return false;
      putByte(out, 0x28);
      putNumber(out, row + 1);
      putByte(out, 0x2c);
      putByte(out, 0x27);
      scratch.at = 0;
      putAddress(world, scratch, person);
      putForm(out, scratch, chooseForm(draw(seed, stream.newsletter, person + 0x40000000), true));
      putByte(out, 0x27);
      putByte(out, 0x2c);
      putNumber(out, 1_300_000_000 + (draw(seed, stream.created, person) % 170_000_000));
      putByte(out, 0x29);
      plant(world, person, lost.email);
      return true;
    },
  };
}
