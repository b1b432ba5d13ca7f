import { onProblem, useMe, usePlatform } from '@aiwendy/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ShellPage } from './pageTypes';

/** Leads to the sign-in page where it is needed, and says where to come back to. */
export function useSignIn(page: ShellPage | undefined, hasSignInPage: boolean): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const { data: platform } = usePlatform();
  const me = useMe();
  const isPublic = page?.public === true;

  useEffect(
    () =>
      onProblem((problem) => {
        if (problem.status === 401 && problem.code === 'sign_in_required') {
          client.setQueryData(['me'], null);
        }
      }),
    [client],
  );

  const isNeeded = hasSignInPage && !isPublic && platform?.authRequired === true && me.isSuccess && me.data === null;
  useEffect(() => {
    if (isNeeded) {
      void navigate(`/sign-in?next=${encodeURIComponent(pathname + search)}`, { replace: true });
    }
  }, [isNeeded, navigate, pathname, search]);
}
