import { Button, Dialog, toast, useT } from '@aiwendy/sdk';

/** Shows the recovery codes this one time. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useT();
  const copy = () => {
    void navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('copied')));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('recovery.title')}
      footer={
        <>
          <Button icon="copy" onClick={copy}>
            {t('copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('recovery.kept')}
          </Button>
        </>
      }
    >
      <p>{t('recovery.help')}</p>
      <ul className="mt-3 grid grid-cols-2 gap-2 font-mono" aria-label={t('recovery.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
}
