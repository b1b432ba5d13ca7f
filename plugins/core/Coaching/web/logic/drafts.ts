/** What was typed and not sent, for each conversation, as long as the page lives. */
const drafts = new Map<string, string>();

export function readDraft(conversation: string): string {
  return drafts.get(conversation) ?? '';
}

export function writeDraft(conversation: string, text: string): void {
  if (text) {
    drafts.set(conversation, text);
  } else {
    drafts.delete(conversation);
  }
}
