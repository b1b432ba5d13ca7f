import { Markdown, Segmented, Textarea, useT } from '@aiwendy/sdk';
import { useState } from 'react';

/** Markdown to write and to read; it opens for reading where something stands already. */
export function NoteField({ label, value, rows = 6, placeholder, onChange, onLeave }: { label: string; value: string | null; rows?: number; placeholder?: string; onChange: (value: string) => void; onLeave?: () => void }) {
  const t = useT();
  const [mode, setMode] = useState<'write' | 'read'>(value ? 'read' : 'write');
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{label}</span>
        <Segmented label={t('note.mode', { label })} value={mode} onChange={setMode} options={[{ value: 'write', label: t('note.write') }, { value: 'read', label: t('note.read') }]} />
      </div>
      {mode === 'write' ? (
        <Textarea aria-label={label} rows={rows} maxLength={20000} placeholder={placeholder} value={value ?? ''} onChange={(event) => { onChange(event.target.value); }} onBlur={onLeave} />
      ) : value ? (
        <div className="text-14 leading-read [overflow-wrap:anywhere]"><Markdown text={value} /></div>
      ) : (
        <p className="text-text-3">{t('note.empty')}</p>
      )}
    </div>
  );
}
