import { Suspense } from 'react';
import { ContributionBoundary } from './ContributionBoundary';
import { PluginScope } from './PluginContext';
import { useContributions } from './store';

/** Draws a part of a message with the renderer that some plugin contributed for its kind; nothing when there is none. */
export function MessagePart({ kind, data }: { kind: string; data: unknown }) {
  const renderer = useContributions().renderers.find((candidate) => candidate.kind === kind);
  if (!renderer) {
    return null;
  }
  return (
    <PluginScope id={renderer.plugin}>
      <ContributionBoundary plugin={renderer.plugin}>
        <Suspense fallback={null}>
          <renderer.component data={data} />
        </Suspense>
      </ContributionBoundary>
    </PluginScope>
  );
}
