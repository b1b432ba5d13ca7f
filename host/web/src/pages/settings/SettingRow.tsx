import type { ReactNode } from 'react';

/** A setting: what it is at the left, its control at the right. */
export function SettingRow({ title, help, children }: { title: string; help?: ReactNode; children: ReactNode }) {
  return (
    <div className="sh-setting">
      <div>
        <div className="font-medium">{title}</div>
        {help && <div className="text-12 text-text-3">{help}</div>}
      </div>
      <div className="sh-setting-control">{children}</div>
    </div>
  );
}
