import { describe, expect, it } from 'vitest';
import { closeOpenMarks, splitBlocks } from './blocks';

describe('splitBlocks', () => {
  it('cuts at blank lines', () => {
    expect(splitBlocks('One.\n\nTwo\nlines.\n\n\nThree.')).toEqual(['One.\n', 'Two\nlines.\n\n', 'Three.']);
  });

  it('keeps a fence with blank lines and what looks like a list in one piece', () => {
    const fence = '```js\na\n\n- b\n\n```\n';
    expect(splitBlocks(`Text.\n\n${fence}\nAfter.`)).toEqual(['Text.\n', fence, 'After.']);
  });

  it('keeps the items of a loose list together', () => {
    expect(splitBlocks('- one\n\n- two\n\n  more\n\nText.')).toEqual(['- one\n\n- two\n\n  more\n', 'Text.']);
  });

  it('never loses text', () => {
    const text = '# A\n\nb\n\n1. c\n2. d\n\n```\nx\n\ny\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |';
    expect(splitBlocks(text).join('\n')).toBe(text);
  });
});

describe('closeOpenMarks', () => {
  it.each([
    ['plain', 'plain'],
    ['**bold', '**bold**'],
    ['**bold*', '**bold**'],
    ['nothing yet **', 'nothing yet '],
    ['code `a', 'code `a`'],
    ['```js\nlet a', '```js\nlet a\n```'],
    ['lost [−$2,594', 'lost '],
    ['lost [−$2,594.68]', 'lost '],
    ['lost [−$2,594.68](evid', 'lost '],
    ['lost [−$2,594.68](evidence:net_pnl)', 'lost [−$2,594.68](evidence:net_pnl)'],
  ])('completes %j', (text, expected) => {
    expect(closeOpenMarks(text)).toBe(expected);
  });
});
