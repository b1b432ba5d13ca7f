import { QueryClientProvider } from '@tanstack/react-query';
import { Toaster } from '@aiwendy/sdk';
import { BrowserRouter } from 'react-router';
import { queryClient } from './queryClient';
import { Shell } from './shell/Shell';

/** The page: router, cache, frame. Everything inside comes from plugins. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Shell />
        <Toaster />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
