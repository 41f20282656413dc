// Questions to a server that come one by one, asked many at a time: each by itself would cost a way there and back, and
// more of both processors than its answer. In: how many are asked at once. Out: a question's own answer.

import { registerError } from './register-errors.ts';

/** Answers in the order of the questions. */
export type AskAll<Question, Answer> = (questions: readonly Question[]) => Promise<readonly Answer[]>;

export interface GatherOptions {
  /** Of one query. */
  most: number;
}

/** More at the same time keep other queries waiting for a connection. */
const queriesAtOnce = 3;

/** A query that takes longer waits for its disk: those that came meanwhile do not wait for it. */
const patienceMs = 5;

interface Asked<Question, Answer> {
  question: Question;
  answer: (answer: Answer) => void;
  fail: (error: unknown) => void;
}

/** While a query is on its way the next ones gather: the busier the server, the more of them in one. */
export function gatherQuestions<Question, Answer>(
  ask: AskAll<Question, Answer>,
  { most }: GatherOptions,
): (question: Question) => Promise<Answer> {
  const waiting: Asked<Question, Answer>[] = [];
  let running = 0;
  let isDue = false;
  let patience: NodeJS.Timeout | null = null;

  const begin = (): void => {
    running++;
    void answerAll(ask, waiting.splice(0, most)).finally(() => {
      running--;
      start();
    });
  };

  const start = (): void => {
    isDue = false;
    if (patience !== null) clearTimeout(patience);
    patience = null;
    if (running === 0 && waiting.length > 0) begin();
    for (let free = queriesAtOnce - running; free > 0 && waiting.length >= most; free--) begin();
    if (running < queriesAtOnce && waiting.length > 0) patience = setTimeout(lose, patienceMs);
  };

  const lose = (): void => {
    begin();
    start();
  };

  return (question) =>
    new Promise((answer, fail) => {
      waiting.push({ question, answer, fail });
      if (isDue || patience !== null || running >= queriesAtOnce) return;
      isDue = true;
      // after all of this turn have asked
      setImmediate(start);
    });
}

async function answerAll<Question, Answer>(
  ask: AskAll<Question, Answer>,
  asked: readonly Asked<Question, Answer>[],
): Promise<void> {
  try {
    const answers = await ask(asked.map(({ question }) => question));
    for (const [i, { answer }] of asked.entries()) answer(answers[i]!);
  } catch (error) {
    const told = registerError(error);
    for (const { fail } of asked) fail(told);
  }
}
