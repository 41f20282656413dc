import { describe, expect, it } from 'vitest';
import { reportFile } from './file-server.fixture.ts';
import { fileSentence, fileState, remedyOf, stateText } from './file-state.ts';

const broken = { complete: false, note: 'is cut off: all before that is read' };

describe('what became of a file', () => {
  it.each([
    ['whole', reportFile('a'), false],
    ['empty', reportFile('a', { complete: false, note: 'the file is empty' }), false],
    ['in part', reportFile('a', { ...broken, rows: 1 }), false],
    ['in part', reportFile('a', { ...broken, documents: 1 }), false],
    ['in part', reportFile('a', broken), true],
    ['in part', reportFile('a', { ...broken, format: 'mysqldump, gzip' }), false],
    ['not read', reportFile('a', broken), false],
    ['not read', reportFile('a', { complete: false, format: 'not read' }), true],
    [
      'left alone',
      reportFile('a', { complete: false, note: 'is a symbolic link, which is not followed' }),
      false,
    ],
  ] as const)('is told from its line: %s', (state, file, holdsSomething) => {
    expect(fileState(file, holdsSomething)).toBe(state);
  });

  it('is one clause with the note, and never a read to the end of what was not read', () => {
    expect(stateText('in part', 'the dump ends early')).toBe('not read to its end: the dump ends early');
    expect(stateText('in part', 'is cut off')).toBe('not read to its end; it is cut off');
    expect(stateText('not read', 'permission denied')).toBe('not read: permission denied');
    expect(stateText('not read')).toBe('not read');
    expect(stateText('whole')).toBe('');
    expect(stateText('empty', 'the file is empty')).toBe('the file is empty');
  });

  it('is no unread end where a dump lacks only its last line', () => {
    const note = 'the line with which a dump says that it is complete is missing';
    expect(fileSentence('a.sql', 'in part', note)).toBe(`a.sql may be incomplete: ${note}.`);
    expect(fileSentence('a.sql', 'in part', 'is cut off')).toBe(
      'a.sql was not read to its end; it is cut off.',
    );
    expect(fileSentence('a.png', 'left alone', 'not searched')).toBe('a.png: not searched.');
  });

  it('has a remedy where the note names one', () => {
    expect(remedyOf('is encrypted: give its password with --password')).toBe('password');
    expect(remedyOf('is locked with a password: unlock it and give it again')).toBe('unlock');
    expect(remedyOf('is not read: the limit is reached, raise it with --ocr-pages')).toBe('ocr pages');
    expect(remedyOf('is cut off')).toBeNull();
  });
});
