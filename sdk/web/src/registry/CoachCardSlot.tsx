import { Suspense } from 'react';
import { ContributionBoundary } from './ContributionBoundary';
import { PluginScope } from './PluginContext';
import { useContributions } from './store';
import type { CoachCardProps } from './types';

/** Draws what plugins add to the card of a coach, each on its own feet; nothing when none does. */
export function CoachCardSlot({ coach }: CoachCardProps) {
  return useContributions()
    .coachCards.filter((card) => card.coachId === coach.id)
    .map((card) => (
      <PluginScope key={card.plugin} id={card.plugin}>
        <ContributionBoundary plugin={card.plugin}>
          <Suspense fallback={null}>
            <card.component coach={coach} />
          </Suspense>
        </ContributionBoundary>
      </PluginScope>
    ));
}
