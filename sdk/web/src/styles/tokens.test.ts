import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector}{`);
  if (start < 0) {
    throw new Error(`${selector} is not in tokens.css`);
  }
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const light = block(':root,[data-theme="light"]');
const dark = block('[data-theme="dark"]');
const themes: [string, Record<string, string>][] = [
  ['light', light],
  ['dark', dark],
  ['light green-red', { ...light, ...block('\n[data-money="green-red"]') }],
  ['light red-green', { ...light, ...block('\n[data-money="red-green"]') }],
  ['dark green-red', { ...dark, ...block('[data-theme="dark"][data-money="green-red"]') }],
  ['dark red-green', { ...dark, ...block('[data-theme="dark"][data-money="red-green"]') }],
];

const backgrounds = ['bg', 'surface', 'sunken', 'hover'];
const texts = ['text', 'text-2', 'text-3', 'accent', 'gain', 'loss', 'warn', 'danger', 'ok'];
const states = ['accent', 'gain', 'loss', 'warn', 'danger', 'ok'];
const heat = [1, 2, 3, 4].flatMap((step) => [`gain-${step}`, `loss-${step}`]);
const coaches = ['wendy', 'marcus', 'sophia', 'alex', 'socrates', 'host'];

describe.each(themes)('contrast of the %s tokens', (_, tokens) => {
  const of = (name: string) => {
    const value = tokens[name];
    if (!value) {
      throw new Error(`--${name} is missing`);
    }
    return value;
  };

  it.each(texts.flatMap((text) => backgrounds.map((background) => [text, background])))('%s on %s is at least 4.5', (text, background) => {
    expect(contrast(of(text), of(background))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(states)('%s on its own soft area is at least 4.5', (state) => {
    expect(contrast(of(state), of(`${state}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(heat)('body text on %s is at least 4.5', (step) => {
    expect(contrast(of('text'), of(step))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(coaches)('the letter on the tile of %s is at least 4.5', (coach) => {
    expect(contrast(of('c-on'), of(`c-${coach}`))).toBeGreaterThanOrEqual(4.5);
  });

  it('the primary button is readable and field edges are at least 3', () => {
    expect(contrast(of('ink-on'), of('ink'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('ink-on'), of('ink-hover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('surface'), of('danger'))).toBeGreaterThanOrEqual(4.5);
    for (const background of ['surface', 'bg', 'sunken']) {
      expect(contrast(of('control'), of(background))).toBeGreaterThanOrEqual(3);
    }
  });
});
