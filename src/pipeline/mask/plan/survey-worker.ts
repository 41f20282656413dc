// The thread that surveys: reads every file once, in order. It asks for what comes through the pipe, and answers once.

import { parentPort, workerData } from 'node:worker_threads';
import type { SurveyJob, SurveyMessage } from './survey-job.ts';
import { surveyHere } from './survey-here.ts';

const tell = (message: SurveyMessage): void => parentPort!.postMessage(message);
const surveys = surveyHere(workerData as SurveyJob, (file) => tell({ kind: 'feed', file }));
tell({ kind: 'surveys', surveys });
