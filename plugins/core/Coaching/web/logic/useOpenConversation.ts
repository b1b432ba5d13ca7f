import { useLocation } from '@aiwendy/sdk';

/** Id of the conversation that is open, also outside its page, e.g. in the sidebar. */
export function useOpenConversation(): string | undefined {
  return /^\/coach\/([^/]+)/.exec(useLocation().pathname)?.[1];
}
