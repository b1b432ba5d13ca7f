import { Suspense } from 'react';
import { Skeleton } from '../ui/Skeleton';
import { ContributionBoundary } from './ContributionBoundary';
import { PluginScope } from './PluginContext';
import { useContributions } from './store';

/** Draws the widgets that plugins contributed to a slot, each on its own feet, as cells of an `aw-grid`. */
export function WidgetSlot({ name, props = {} }: { name: string; props?: Record<string, unknown> }) {
  const widgets = useContributions()
    .widgets.filter((widget) => widget.slot === name)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return widgets.map((widget) => (
    <div key={`${widget.plugin}/${widget.id}`} data-span={widget.span ?? 12}>
      <PluginScope id={widget.plugin}>
        <ContributionBoundary plugin={widget.plugin}>
          <Suspense fallback={<Skeleton lines={4} />}>
            <widget.component {...(props as Record<string, never>)} />
          </Suspense>
        </ContributionBoundary>
      </PluginScope>
    </div>
  ));
}
