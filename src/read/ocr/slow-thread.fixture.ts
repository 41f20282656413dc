// A thread that does as it is told: answers, never answers, fails, or ends.

import { parentPort } from 'node:worker_threads';

parentPort!.on('message', (request: string) => {
  if (request === 'hang') for (;;);
  if (request === 'end') process.exit(1);
  parentPort!.postMessage(request === 'fail' ? { fault: 'crashed' } : { answer: request });
});
