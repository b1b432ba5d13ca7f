import { DropdownMenu as Radix } from 'radix-ui';
import { useState, type ReactElement } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { usePluginId } from '../registry/PluginContext';

export type MenuItem =
  | {
      label: string;
      icon?: IconName;
      onSelect: () => void;
      disabled?: boolean;
      destructive?: boolean;
      checked?: boolean;
    }
  | 'separator';

/** A menu of actions. Not modal: the page behind stays usable and no style is injected. */
export function Menu({ trigger, items, label, align = 'end' }: { trigger: ReactElement; items: readonly MenuItem[]; label: string; align?: 'start' | 'end' }) {
  const plugin = usePluginId();
  const [container, setContainer] = useState<Element | null>(null);
  return (
    <Radix.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) {
          // Inside a dialog everything else is out of reach; elsewhere the menu belongs to the main landmark.
          setContainer(document.querySelector('dialog[open]') ?? document.getElementById('content'));
        }
      }}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <div data-plugin={plugin ?? undefined} style={{ display: 'contents' }}>
          <Radix.Content className="aw-menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label}>
            {items.map((item, index) =>
              item === 'separator' ? (
                <Radix.Separator key={index} className="aw-menu-line" />
              ) : (
                <Radix.Item key={index} className="aw-menu-item" disabled={item.disabled} data-destructive={item.destructive || undefined} onSelect={item.onSelect}>
                  {item.icon && <Icon name={item.icon} />}
                  <span>{item.label}</span>
                  {item.checked && <Icon name="check" />}
                </Radix.Item>
              ),
            )}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}
