import { keysOf } from '@aiwendy/sdk/testing';
import { describe, expect, it } from 'vitest';
import { english } from './texts.en';
import { chinese } from './texts.zh-CN';

describe('texts of the shell', () => {
  it('exist in both languages', () => {
    expect(keysOf(chinese)).toEqual(keysOf(english));
  });

  it('keep the tone: no exclamation marks', () => {
    expect(JSON.stringify([english, chinese])).not.toMatch(/[!！]/);
  });
});
