import { describe, expect, it } from 'vitest';
import { isWriting, matchesChord, matchesSequence } from './shortcuts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('shortcuts', () => {
  it('knows chords, with Command for Ctrl', () => {
    expect(matchesChord('Ctrl K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matchesChord('Ctrl K', press('k', { metaKey: true }))).toBe(true);
    expect(matchesChord('Ctrl K', press('k'))).toBe(false);
    expect(matchesChord('Ctrl K', press('K', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matchesChord('Ctrl Shift O', press('O', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matchesChord('g t', press('t'))).toBe(false);
  });

  it('knows sequences', () => {
    expect(matchesSequence('g t', ['x', 'g', 't'])).toBe(true);
    expect(matchesSequence('g t', ['t'])).toBe(false);
    expect(matchesSequence('Ctrl K', ['Ctrl', 'K'])).toBe(false);
  });

  it('stays away from texts', () => {
    expect(isWriting(document.createElement('textarea'))).toBe(true);
    expect(isWriting(document.createElement('button'))).toBe(false);
  });
});
