import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { usePluginId } from '../registry/PluginContext';

/** A small surface beside its trigger; closes with Esc or a click elsewhere. */
export function Popover({ label, trigger, children, align = 'start', open, onOpenChange }: { label: string; trigger: ReactElement; children: ReactNode; align?: 'start' | 'center' | 'end'; open?: boolean; onOpenChange?: (open: boolean) => void }) {
  const plugin = usePluginId();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <div data-plugin={plugin ?? undefined} style={{ display: 'contents' }}>
          <Radix.Content className="aw-popover" align={align} sideOffset={6} collisionPadding={8} aria-label={label}>
            {children}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}
