// What the plan says of a piece that lies outside rows. In: the piece. Out: the rule, or null where there is none.

import { basename } from 'node:path';
import type { Coverage, Piece, StatementRule } from '../../../mask/index.ts';
import type { MaskFile } from './mask-file.ts';

export function pieceRule(coverage: Coverage, file: MaskFile, { sort, word }: Piece): StatementRule | null {
  switch (sort) {
    case 'comment':
      return coverage.statementRule('comment');
    case 'statement':
      return coverage.statementRule(word);
    case 'head':
      // the names of columns, which the plan names as well
      return { keep: 'names of columns' };
    default:
      return coverage.fileRule(file.place === '' ? basename(file.path) : file.place);
  }
}
