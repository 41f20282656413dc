// A process that destroys a case, or finishes what another began, and is killed as soon as a step is done, for the kill
// test. In: the instance folder, the case or `-`, the step. Out: nothing; it ends by itself where the step never comes.

import { findCase, openHome } from '../../store/index.ts';
import { destroyPlanned } from './destroy-planned.ts';
import { finishDestructions } from './finish-destructions.ts';
import { planDestruction } from './plan-destruction.ts';

const [path, id, wanted] = process.argv.slice(2);
const onStep = (step: string): void => {
  if (step === wanted || wanted === 'any') process.kill(process.pid, 'SIGKILL');
};
if (id === '-') await finishDestructions(path!, {}, { onStep });
else {
  const home = openHome(path);
  const record = findCase(home, id!)!;
  const options = { areNamesKept: false, isKeyReplaced: true, why: null };
  const planned = planDestruction(home, record, { who: 'Ada Example', role: 'owner' }, options);
  await destroyPlanned(home, record, planned, { onStep });
}
