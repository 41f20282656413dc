/*
 * The published contract, docs/reference/openapi.yaml, and whether an answer keeps it: the path, the status, the kind of
 * content and the content itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { projectRoot } from '../architecture/read-modules.ts';
import { readYaml } from './read-yaml.fixture.ts';

interface Content {
  schema: object;
}

interface Answer {
  $ref?: string;
  content?: Record<string, Content>;
}

interface Contract {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, Answer> }>>;
  components: { responses: Record<string, Answer>; schemas: Record<string, object> };
}

export interface SentAnswer {
  method: string;
  /** Path and query, as it was asked. */
  target: string;
  status: number;
  contentType: string | undefined;
  body: string;
}

export const contract = readYaml(
  readFileSync(join(projectRoot, 'docs/reference/openapi.yaml'), 'utf8'),
) as Contract;

const ajv = new Ajv2020({ strict: false, allErrors: false });
ajv.addSchema({ $id: 'contract', components: contract.components });

const validators = new Map<string, ValidateFunction>();

/** Operations with the statuses that were seen, `breaches 200`. */
export const keptAnswers = new Set<string>();

/** Throws where an answer breaks the contract; paths that it does not name are 404 or of another part. */
export function keepsContract({ method, target, status, contentType, body }: SentAnswer): void {
  const path = target
    .replace(/\?.*$/u, '')
    .replaceAll(/\/{2,}/gu, '/')
    .replace(/(?<=.)\/$/u, '');
  const template = templateOf(path);
  const operation =
    template === null
      ? undefined
      : contract.paths[template]![method === 'HEAD' ? 'get' : method.toLowerCase()];
  if (operation === undefined) return;
  const named = operation.responses[String(status)];
  if (!named) throw new Error(`${operation.operationId} answers ${status}, which its contract does not name`);
  keptAnswers.add(`${operation.operationId} ${status}`);
  const answer = named.$ref ? contract.components.responses[named.$ref.split('/').at(-1)!]! : named;
  if (!answer.content) {
    if (body !== '') throw new Error(`${operation.operationId} answers ${status} with a body`);
    return;
  }
  const kind = contentType?.split(';')[0] ?? '';
  const content = answer.content[kind];
  if (!content) throw new Error(`${operation.operationId} answers ${status} as ${kind}`);
  if (method === 'HEAD') return;
  const name = `${operation.operationId} ${status} ${kind}`;
  const validate = validators.get(name) ?? compiled(name, content.schema);
  if (!validate(kind === 'application/json' ? JSON.parse(body) : body))
    throw new Error(`${name}: ${ajv.errorsText(validate.errors)}`);
}

function compiled(name: string, schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"contract#/components');
  const validate = ajv.compile(JSON.parse(text) as object);
  validators.set(name, validate);
  return validate;
}

/** The one with the fewest parameters. */
function templateOf(path: string): string | null {
  const fitting = Object.keys(contract.paths).filter((template) => {
    const pattern = template.replaceAll(/\{\w+\}/gu, '[^/]+');
    return new RegExp(`^${pattern}$`, 'iu').test(path);
  });
  fitting.sort((a, b) => b.replaceAll(/\{\w+\}/gu, '').length - a.replaceAll(/\{\w+\}/gu, '').length);
  return fitting[0] ?? null;
}
