import { Suspense, type ReactNode } from 'react';
import { Skeleton } from '../ui/Skeleton';
import { ContributionBoundary } from './ContributionBoundary';
import { PluginScope } from './PluginContext';
import { useContributions } from './store';

export interface WidgetSlotProps {
  name: string;
  /** What every widget of the slot is given. */
  props?: Record<string, unknown>;
  /** Stands in until a widget's code has arrived. */
  fallback?: ReactNode;
}

/** Draws the widgets that plugins contributed to a slot, each on its own feet, as cells of an `aw-grid`. */
export function WidgetSlot({ name, props = {}, fallback = <Skeleton lines={4} /> }: WidgetSlotProps) {
  const widgets = useContributions()
    .widgets.filter((widget) => widget.slot === name)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return widgets.map((widget) => (
    <div key={`${widget.plugin}/${widget.id}`} data-span={widget.span ?? 12}>
      <PluginScope id={widget.plugin}>
        <ContributionBoundary plugin={widget.plugin}>
          <Suspense fallback={fallback}>
            <widget.component {...(props as Record<string, never>)} />
          </Suspense>
        </ContributionBoundary>
      </PluginScope>
    </div>
  ));
}
