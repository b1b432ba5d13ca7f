/**
 * Cuts Markdown into blocks at blank lines, never inside a fence or between the items of a list, so that finished blocks
 * need not be parsed again while an answer grows.
 */
export function splitBlocks(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let isBlank = false;

  for (const line of text.split('\n')) {
    const isInFence = fence !== null;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === null || (mark.startsWith(fence) && line.trim() === mark))) {
      fence = fence === null ? mark : null;
    }
    const continues = /^(\s{2,}|\t|[-*+] |\d+[.)] )/.test(line);
    if (isBlank && !isInFence && line.trim() !== '' && !(continues && isList(block))) {
      blocks.push(block.join('\n'));
      block = [];
    }
    block.push(line);
    isBlank = fence === null && line.trim() === '';
  }
  if (block.some((line) => line.trim() !== '')) {
    blocks.push(block.join('\n'));
  }
  return blocks.filter((one) => one.trim() !== '');
}

function isList(block: readonly string[]): boolean {
  return /^ {0,3}([-*+] |\d+[.)] )/.test(block.find((line) => line.trim() !== '') ?? '');
}

/** Completes what is still open at the end of a growing text, so that half a mark never shows. */
export function closeOpenMarks(text: string): string {
  const fences = text.match(/^ {0,3}(`{3,}|~{3,})/gm) ?? [];
  if (fences.length % 2 === 1) {
    return `${text}\n${(fences.at(-1) ?? '```').trim()}`;
  }
  // A link or image that has begun is held back until it is whole.
  let result = text.replace(/!?\[[^\]\n]*(\](\([^)\n]*)?)?$/, '');
  const line = result.slice(result.lastIndexOf('\n\n') + 1);
  const outsideCode = line.replace(/`[^`\n]*`/g, '');
  if ((outsideCode.match(/`/g) ?? []).length % 2 === 1) {
    return `${result}\``;
  }
  if ((outsideCode.match(/\*\*/g) ?? []).length % 2 === 1) {
    result = result.endsWith('**') ? result.slice(0, -2) : `${result.replace(/\*$/, '')}**`;
  }
  return result;
}
