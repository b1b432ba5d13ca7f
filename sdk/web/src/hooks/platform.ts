import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { contributions, useContributions } from '../registry/store';
import { withinTime } from '../registry/withinTime';
import type { TradingAccount } from '../registry/types';

export interface Platform {
  name: string;
  version: string;
  deploymentMode: 'self-hosted' | 'cloud';
  authRequired: boolean;
  /** Every feature of the active plugins and whether it is on. */
  features: Record<string, boolean>;
  locale: string;
  licence: PlatformLicence;
}

/** What the licences allow together; who holds them and until when is told to administrators alone. */
export interface PlatformLicence {
  /** `core` without a licence, else the state of the one that is best off. */
  state: string;
  /** Whether something is licensed by a key for development. */
  development?: boolean;
  licensee?: string | null;
  expires?: string | null;
  graceEnds?: string | null;
  clockRolledBack?: boolean;
}

/** What the installation says about itself. */
export function usePlatform() {
  return useQuery({ queryKey: ['platform'], queryFn: ({ signal }) => api.get<Platform>('/api/platform', { signal }), staleTime: 60_000 });
}

/** Who makes the calls, and what they may do. */
export interface Me {
  id: string;
  name: string | null;
  /** The one local person of an installation without sign-in. */
  isGuest: boolean;
  role: 'viewer' | 'member' | 'admin' | 'owner';
  language: string;
  permissions: readonly string[];
}

/** Who uses the page; null when nobody is signed in. */
export function useMe() {
  return useQuery<Me | null>({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<Me>('/api/me', { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) {
          return null;
        }
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** The trading accounts that plugins offer to the global bar. */
export function useAccounts() {
  const providers = useContributions()
    .accounts.map((source) => source.plugin)
    .join();
  return useQuery<readonly TradingAccount[]>({
    queryKey: ['accounts', providers],
    // A source that fails leaves the accounts of the others.
    queryFn: async ({ signal }) => {
      const answers = await Promise.allSettled(contributions().accounts.map((source) => withinTime(() => source.load(signal), 10_000)));
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed && answers.length === 1) {
        throw failed.reason;
      }
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    },
    staleTime: 30_000,
  });
}
