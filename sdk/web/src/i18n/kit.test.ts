import { describe, expect, it } from 'vitest';
import { keysOf } from '../testing';
import { kitChinese } from './kit.zh-CN';
import { kitEnglish } from './kit.en';

describe('texts of the kit', () => {
  it('exist in both languages', () => {
    expect(keysOf(kitChinese)).toEqual(keysOf(kitEnglish));
  });
});
