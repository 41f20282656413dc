// A YAML document as maps of texts with their lines. In: text. Out: its outermost map. All scalars are texts. What plans
// have no use for is refused before it is parsed, since it is what hostile files are made of: anchors, tags, deep nesting.

import { CST, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { TocsinError } from '../../base/index.ts';

export type YamlNode = YamlText | YamlMap | YamlList;

export interface YamlText {
  is: 'text';
  text: string;
  line: number;
}

export interface YamlMap {
  is: 'map';
  entries: Map<string, { value: YamlNode; line: number }>;
  line: number;
}

export interface YamlList {
  is: 'list';
  items: YamlNode[];
  line: number;
}

/** 100,000 columns with what was found in each. */
export const maxPlanBytes = 1 << 24;
const maxFlowDepth = 4;
const maxIndicatorsInLine = 2;
const maxIndent = 64;

/** Throws MASK_PLAN with the line. */
export function parseYaml(text: string): YamlMap {
  if (text.length > maxPlanBytes) throw planError(1, `it is longer than ${maxPlanBytes >> 20} MB`);
  refuseTraps(text);
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    // compared one by one by the library
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lineOf = (offset: number): number => counter.linePos(offset).line;
  const [error] = document.errors;
  if (error) throw planError(lineOf(error.pos[0]), 'it is not valid YAML there');
  const root = document.contents === null ? null : readNode(document.contents, lineOf);
  if (root?.is !== 'map') throw planError(1, 'it does not begin with a key');
  return root;
}

export function planError(line: number, what: string): TocsinError {
  return new TocsinError('MASK_PLAN', `the plan cannot be used: line ${line}: ${what}`);
}

function readNode(node: Node | null, lineOf: (offset: number) => number): YamlNode {
  const line = lineOf(node?.range?.[0] ?? 0);
  if (node === null) return { is: 'text', text: '', line };
  if (isScalar(node)) return { is: 'text', text: textOf(node), line };
  if (isSeq(node))
    return { is: 'list', items: node.items.map((item) => readNode(item as Node, lineOf)), line };
  if (!isMap(node)) throw planError(line, 'anchors and aliases are not allowed');
  const entries: YamlMap['entries'] = new Map();
  for (const { key, value } of node.items) {
    if (!isScalar(key)) throw planError(line, 'a key is not a text');
    const keyLine = lineOf(key.range?.[0] ?? 0);
    const name = textOf(key);
    if (entries.has(name)) throw planError(keyLine, `the key ${JSON.stringify(name)} is there twice`);
    entries.set(name, { value: readNode(value as Node | null, lineOf), line: keyLine });
  }
  return { is: 'map', entries, line };
}

function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

/** The parser descends as deep as the text does, and would take the process down with it. */
function refuseTraps(text: string): void {
  let line = 1;
  let depth = 0;
  let indicators = 0;
  let isBegun = false;
  for (const token of new Lexer().lex(text)) {
    switch (CST.tokenType(token)) {
      case 'newline':
        indicators = 0;
        break;
      case 'anchor':
      case 'alias':
        throw planError(line, 'anchors and aliases are not allowed');
      case 'tag':
      case 'directive-line':
        throw planError(line, 'tags and directives are not allowed');
      case 'doc-start':
        if (isBegun) throw planError(line, 'a second document begins');
        break;
      case 'map-value-ind':
        isBegun = true;
        break;
      case 'flow-seq-start':
      case 'flow-map-start':
        if (++depth > maxFlowDepth) throw planError(line, 'it is nested too deep');
        break;
      case 'flow-seq-end':
      case 'flow-map-end':
        depth--;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        if (++indicators > maxIndicatorsInLine) throw planError(line, 'it is nested too deep');
        break;
      case 'space':
        if (token.length > maxIndent) throw planError(line, 'it is indented too far');
        break;
    }
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line++;
  }
}
