import { setLanguage, useLanguage } from '@aiwendy/sdk';
import type { ReactNode } from 'react';

/** The quiet page around sign-in and registration. */
export function EntryFrame({ title, lead, children, footer }: { title: string; lead: string; children: ReactNode; footer?: ReactNode }) {
  const language = useLanguage();
  const other = language === 'en' ? ({ tag: 'zh-CN', name: '简体中文' } as const) : ({ tag: 'en', name: 'English' } as const);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[400px] flex-col justify-center gap-5 px-4 py-8">
      <div className="flex items-center gap-2 text-15">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span className="flex-1 font-semibold">AIWendy</span>
        <button
          type="button"
          lang={other.tag}
          className="min-h-6 px-1 text-12 text-text-2 hover:text-text"
          onClick={() => {
            setLanguage(other.tag);
          }}
        >
          {other.name}
        </button>
      </div>
      <section className="aw-card grid gap-4 p-6">
        <header className="grid gap-1">
          <h1 className="text-20 font-semibold leading-tight">{title}</h1>
          <p className="text-text-2">{lead}</p>
        </header>
        {children}
      </section>
      {footer && <div className="grid gap-2 text-center text-text-2">{footer}</div>}
    </div>
  );
}
