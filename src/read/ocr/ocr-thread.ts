// Entry of the OCR thread: Tesseract (LSTM, compiled to WebAssembly) with the languages that are installed.
// In: `OcrRequest`. Out: `OcrAnswer` in a `ThreadReply`. It reads the engine and its language data from the
// installed packages; it never opens the network, writes no file, keeps no cache.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { limitMemory } from './limit-memory.ts';
import type { ThreadReply } from './limited-thread.ts';
import type { OcrAnswer, OcrRequest } from './ocr-messages.ts';

/** Names of the language packages. All are used for every page: together they cost a tenth to a third more time
 * than the right one alone, the wrong one alone loses the accents. */
const languages = ['fra', 'eng', 'deu'];

/** The largest image that is let in (50 million pixels, 4 bytes each) and its grey and binary copies take about 500 MB. */
const memoryLimitBytes = 768 * 2 ** 20;

/** Of the builds of the engine the one for LSTM and SIMD, which Node has on every machine. */
const coreModule = 'tesseract.js-core/tesseract-core-simd-lstm';

/** LSTM only: the language data installed for it is the small, integer kind. */
const lstmOnly = 1;

/** What EXIF calls the orientations that are quarter turns clockwise; Tesseract turns by them without loss. */
const orientations = [1, 6, 3, 8] as const;

interface TesseractModule {
  FS: { writeFile(path: string, data: Uint8Array): void };
  TessBaseAPI: new () => {
    Init(path: null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): void;
    /** 0 where the image was read. */
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(): string;
    Clear(): void;
  };
}
type CreateTesseract = (options: object) => Promise<TesseractModule>;

const require = createRequire(import.meta.url);
const engine = startEngine();

parentPort!.on('message', (request: OcrRequest) => {
  void answer(request).then((reply) => parentPort!.postMessage(reply));
});

async function answer(request: OcrRequest): Promise<ThreadReply> {
  try {
    const started = await engine;
    return started ? { answer: read(started, request) } : { fault: 'absent' };
  } catch {
    return { fault: 'crashed' };
  }
}

function read(
  { tesseract, api }: { tesseract: TesseractModule; api: InstanceType<TesseractModule['TessBaseAPI']> },
  { image, quarterTurns }: OcrRequest,
): OcrAnswer {
  tesseract.FS.writeFile('/input', image);
  if (api.SetImageFile(orientations[quarterTurns], 0) !== 0) return { tsv: null };
  api.Recognize(null);
  const tsv = api.GetTSVText();
  api.Clear();
  tesseract.FS.writeFile('/input', new Uint8Array(0));
  return { tsv };
}

async function startEngine() {
  const create = loadCore();
  const installed = languages.flatMap((language) => {
    const data = languageData(language);
    return data ? [{ language, data }] : [];
  });
  if (!create || installed.length === 0) return null;
  const tesseract = await create({
    print: () => {},
    printErr: () => {},
    TesseractProgress: () => {},
    instantiateWasm: instantiateLimited,
  });
  for (const { language, data } of installed) tesseract.FS.writeFile(`./${language}.traineddata`, data);
  const api = new tesseract.TessBaseAPI();
  const names = installed.map(({ language }) => language).join('+');
  if (api.Init(null, names, lstmOnly) !== 0) throw new Error('the OCR engine does not start');
  api.SetVariable('tessedit_pageseg_mode', '3'); // finds blocks and columns, leaves pictures out
  return { tesseract, api };
}

/** Not by one literal name: it is an optional dependency of which one build is taken. */
function loadCore(): CreateTesseract | null {
  return resolved(coreModule) ? (require(coreModule) as CreateTesseract) : null;
}

function instantiateLimited(
  imports: WebAssembly.Imports,
  done: (instance: WebAssembly.Instance) => void,
): Record<string, never> {
  const module = new WebAssembly.Module(readFileSync(require.resolve(`${coreModule}.wasm`)));
  const instance = new WebAssembly.Instance(module, imports);
  limitMemory(instance.exports, memoryLimitBytes);
  done(instance);
  return {};
}

function languageData(language: string): Uint8Array | null {
  const found = resolved(`@tesseract.js-data/${language}/package.json`);
  if (!found) return null;
  return gunzipSync(readFileSync(join(dirname(found), '4.0.0_best_int', `${language}.traineddata.gz`)));
}

function resolved(name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}
