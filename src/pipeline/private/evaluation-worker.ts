// A thread that makes entries of the private look-up. In: the key and the contents by workerData, items by messages. Out:
// for each message its records.

import { parentPort, workerData } from 'node:worker_threads';
import { createMakeRecords, type RecordItem, type RecordSetup } from './make-records.ts';

const makeRecords = await createMakeRecords(workerData as RecordSetup);

parentPort!.on('message', (items: RecordItem[]) => {
  const records = makeRecords(items);
  parentPort!.postMessage(records, [records.buffer]);
});
