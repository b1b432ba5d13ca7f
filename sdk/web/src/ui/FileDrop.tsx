import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';
import { Button } from './Button';

/** A place to drop a file or to choose one. */
export function FileDrop({ title, children, accept, multiple = false, busy = false, onFiles, primary = false }: { title: string; children?: ReactNode; accept?: string; multiple?: boolean; busy?: boolean; onFiles: (files: File[]) => void; primary?: boolean }) {
  const t = useT('kit');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const give = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !busy) {
      onFiles(multiple ? files : files.slice(0, 1));
    }
  };
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };

  return (
    <div
      className="aw-drop"
      data-over={isOver || undefined}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        give(event.dataTransfer.files);
      }}
    >
      <Icon name="import" />
      <div>
        <b>{isOver ? t('dropHere') : title}</b>
        {children && <small>{children}</small>}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        data-testid="file-input"
        onChange={(event) => {
          give(event.target.files);
          event.target.value = '';
        }}
      />
      <Button kind={primary ? 'primary' : 'default'} busy={busy} onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
    </div>
  );
}
