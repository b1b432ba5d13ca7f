import { ApiProblem } from '@aiwendy/sdk';
import { QueryClient } from '@tanstack/react-query';

/** One cache for shell and plugins. Only failures that may pass by themselves are tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof ApiProblem && error.isTransient && error.code !== 'network',
      retryDelay: (attempt, error) => (error instanceof ApiProblem && error.retryAfter !== null ? Math.min(error.retryAfter, 10) * 1000 : Math.min(500 * 2 ** attempt, 4000)),
      refetchOnWindowFocus: false,
    },
  },
});
