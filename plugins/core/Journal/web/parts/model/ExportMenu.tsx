import { Button, Menu, useT } from '@aiwendy/sdk';

const formats = ['csv', 'xlsx', 'json'] as const;

/** The whole journal as a file; the browser saves it. */
export function ExportMenu() {
  const t = useT();
  const download = (format: string) => {
    const link = document.createElement('a');
    link.href = `/api/journal/export?format=${format}`;
    link.download = '';
    link.click();
  };
  return <Menu label={t('export.title')} trigger={<Button icon="download">{t('export.title')}</Button>} items={formats.map((format) => ({ label: t(`export.${format}`), onSelect: () => { download(format); } }))} />;
}
