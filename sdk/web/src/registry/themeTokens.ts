import type { ThemeColours, ThemeTokens } from './types';

const sheets = new Map<string, CSSStyleSheet>();
const colour = /^(#[0-9a-f]{3,8}|(rgb|hsl|oklch|oklab|lab|lch|color)a?\([\w\s.,%/+-]+\)|[a-z]{3,24})$/i;
const coachHue = /^c-[a-z0-9][a-z0-9-]*$/;

/** Throws where a theme names no token of the product, or a value is no colour: it must not carry other styles in. */
export function checkTheme(tokens: ThemeTokens): void {
  const known = getComputedStyle(document.documentElement);
  for (const [name, value] of [...Object.entries(tokens.light), ...Object.entries(tokens.dark)]) {
    if (!/^[a-z][\w-]*$/.test(name) || (!coachHue.test(name) && known.getPropertyValue(`--${name}`) === '')) {
      throw new Error(`There is no token --${name}.`);
    }
    if (!colour.test(value.trim())) {
      throw new Error(`--${name} must be a colour, not ${value}.`);
    }
  }
}

function block(selector: string, colours: ThemeColours): string {
  return `${selector} { ${Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')} }`;
}

/** Puts a plugin's colours on the page; those of a plugin that came later win. */
export function setTheme(id: string, themes: readonly ThemeTokens[]): void {
  removeTheme(id);
  if (themes.length === 0) {
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themes.map((theme) => `${block(':root, [data-theme="light"]', theme.light)} ${block('[data-theme="dark"]', theme.dark)}`).join('\n'));
  sheets.set(id, sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Takes a plugin's colours away. */
export function removeTheme(id: string): void {
  const sheet = sheets.get(id);
  if (sheet) {
    sheets.delete(id);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}
