import { createElement } from 'react';
import { iconPaths, type IconName } from './paths';

export type { IconName } from './paths';

export interface IconProps {
  name: IconName;
  /** Edge in px; 16 by default. */
  size?: number;
  className?: string;
  /** Only for an icon that stands without a word; otherwise it is decoration. */
  label?: string;
}

/** An icon of the set, in the colour of the text around it. */
export function Icon({ name, size, className, label }: IconProps) {
  return (
    <svg
      className={className ? `aw-icon ${className}` : 'aw-icon'}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={size ? { width: size, height: size } : undefined}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {/* A module without types may name an icon that does not exist. */}
      {((iconPaths as Partial<typeof iconPaths>)[name] ?? iconPaths.plugin).map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}
