// Whether a sentence is the program's own advice, which sends people to their accounts and banks as nothing else may. In: a
// sentence. Out: yes or no; changed by a letter it is not.

import { adviceTopics } from '../../../report/index.ts';
import { createSpeaker } from '../words/speaker.ts';
import { writtenWords } from '../words/written-words.ts';
import { type PlacedSentence, sentencesOf } from './notice-sentences.ts';

let known: ReadonlySet<string> | undefined;

/** What a list of advice begins with is the names of classes, up to the colon. */
export function isUsualAdvice({ place, text, isItem }: PlacedSentence): boolean {
  if (!isItem || (place !== 'advice' && place !== 'consequences')) return false;
  known ??= usualSentences();
  return known.has(text) || known.has(text.replace(/^[^:]*?[\u00a0 ]?: /u, ''));
}

function usualSentences(): ReadonlySet<string> {
  return new Set(
    Object.values(writtenWords).flatMap((words) => {
      const { spaced, afterColon } = createSpeaker(words, null);
      return adviceTopics.flatMap((topic) =>
        [words.advice[topic], words.consequences[topic]]
          .flatMap((text) => [text, afterColon(text)])
          .flatMap((text) => sentencesOf(spaced(text))),
      );
    }),
  );
}
