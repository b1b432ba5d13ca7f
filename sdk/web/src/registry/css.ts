const sheets = new Map<string, CSSStyleSheet>();

/** Puts a plugin's styles on the page, bound to the plugin's own elements, in a layer below utilities. */
export function setPluginCss(id: string, text: string): void {
  let sheet = sheets.get(id);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(id, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(`@layer plugins { @scope ([data-plugin="${CSS.escape(id)}"]) { ${text} } }`);
}

/** Takes a plugin's styles away. */
export function removePluginCss(id: string): void {
  const sheet = sheets.get(id);
  if (sheet) {
    sheets.delete(id);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}
