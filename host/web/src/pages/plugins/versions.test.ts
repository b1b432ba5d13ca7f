import { expect, it } from 'vitest';
import { isNewer } from './versions';

it.each([
  ['1.1.0', '1.0.9', true],
  ['1.10.0', '1.9.0', true],
  ['1.1.0', '7.2.0', false],
  ['1.0.0', '1.0.0', false],
  ['1.0.0', '1.0.0-beta.2', true],
  ['1.0.0-beta.10', '1.0.0-beta.2', true],
  ['1.0.0-beta', '1.0.0', false],
  ['1.0.0+two', '1.0.0+one', false],
])('%s is newer than %s: %s', (version, than, expected) => {
  expect(isNewer(version, than)).toBe(expected);
});
