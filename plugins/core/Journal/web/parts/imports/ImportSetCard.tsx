import { Badge, Button, Card, Icon, useFormat, useT } from '@aiwendy/sdk';
import type { ImportSet } from '../../imports';
import type { Import } from '../../journal';

export interface ImportSetCardProps {
  set: ImportSet;
  onOpen: (made: Import) => void;
  onMap: (fileName: string) => void;
  canMap: (fileName: string) => boolean;
  onCommit: (ids: string[]) => void;
  busy: boolean;
}

/** What became of several files: those that were read, and those that need something. */
export function ImportSetCard({ set, onOpen, onMap, canMap, onCommit, busy }: ImportSetCardProps) {
  const t = useT();
  const format = useFormat();
  const ready = set.items.filter((made) => made.state === 'preview' && made.executions > 0);
  const executions = ready.reduce((sum, made) => sum + made.executions, 0);
  return (
    <Card flush className="mt-3" title={t('wizard.files')} meta={t('wizard.fileCount', { count: set.items.length + set.failures.length })}>
      <div role="status">
      <ul className="divide-y divide-line border-t border-line">
        {set.items.map((made) => (
          <li key={made.id} className="flex flex-wrap items-center gap-3 px-4 py-2">
            <Icon name="file" />
            <span className="min-w-0 flex-1"><b className="[overflow-wrap:anywhere]">{made.fileName}</b><span className="block text-12 text-text-3">{made.formatName}. {t('wizard.fileRead', { count: made.executions, duplicates: made.duplicates, errors: made.errorCount })}</span></span>
            {made.state === 'committed' ? <Badge tone="ok" icon="check">{t('state.committed')}</Badge> : null}
            <Button size="small" onClick={() => { onOpen(made); }}>{t('wizard.look')}</Button>
          </li>
        ))}
        {set.failures.map((failure) => (
          <li key={failure.fileName} className="flex flex-wrap items-center gap-3 px-4 py-2">
            <Icon name="error" className="text-danger" />
            <span className="min-w-0 flex-1"><b className="[overflow-wrap:anywhere]">{failure.fileName}</b><span className="block text-12 text-text-2">{failure.message}</span></span>
            {failure.code === 'format_not_recognised' && canMap(failure.fileName) ? <Button size="small" onClick={() => { onMap(failure.fileName); }}>{t('wizard.map')}</Button> : null}
          </li>
        ))}
      </ul>
      </div>
      {ready.length > 0 ? (
        <div className="flex justify-end border-t border-line px-4 py-3">
          <Button kind="primary" icon="check" busy={busy} onClick={() => { onCommit(ready.map((made) => made.id)); }}>{t('wizard.commitAll', { count: ready.length, executions: format.count(executions) })}</Button>
        </div>
      ) : null}
    </Card>
  );
}
