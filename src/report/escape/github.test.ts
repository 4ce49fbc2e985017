import { expect, it } from 'vitest';
import { commandData, commandProperty, defuseCommand, defuseMarkers } from './github.ts';

it('lets no text start a command of its own', () => {
  expect(commandData('50%\r\n::error::owned')).toBe('50%25%0D%0A::error::owned');
});

it('spells out what a terminal would act on', () => {
  expect(commandProperty('x\u001b]0;evil\u0007\u202e.ts')).toBe(String.raw`x\x1b]0;evil\x07\u202e.ts`);
});

it('keeps a property from ending early', () => {
  expect(commandProperty('a,line=1::b\n')).toBe('a%2Cline=1%3A%3Ab%0A');
});

it('keeps a printed line from being taken for a command', () => {
  expect(['::error::x', '    ::error::x', 'a ::error::x'].map(defuseCommand)).toEqual([
    '\\::error::x',
    '   \\::error::x',
    'a ::error::x',
  ]);
  expect(defuseMarkers('a ##[error]x')).toBe('a #\\#[error]x');
});
