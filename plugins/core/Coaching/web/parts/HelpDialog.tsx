import { Button, Dialog, useLanguage, useT } from '@aiwendy/sdk';

interface Line {
  where: string;
  /** As people dial it; null for words only. */
  number: string | null;
  words: string;
}

/** In the page itself, so that they are there without a server. */
const regions = ['china', 'us', 'uk', 'eu', 'elsewhere'] as const;
const numbers: Record<(typeof regions)[number], string[]> = { china: ['12356', '120', '110'], us: ['988'], uk: ['116 123'], eu: ['112'], elsewhere: [] };

/** Help lines, one press away from everywhere in a conversation. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const order = language === 'zh-CN' ? regions : (['us', 'uk', 'eu', 'china', 'elsewhere'] as const);
  const lines: Line[] = order.flatMap((region): Line[] =>
    numbers[region].length === 0
      ? [{ where: t(`help.${region}`), number: null, words: t(`help.${region}Words`) }]
      : numbers[region].map((number, index) => ({ where: t(`help.${region}`), number, words: t(`help.${region}Words${index === 0 ? '' : String(index + 1)}`) })),
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('help.title')}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('help.close')}
        </Button>
      }
    >
      <p>{t('help.intro')}</p>
      <ul className="co-help">
        {lines.map((line) => (
          <li key={`${line.where} ${line.number ?? ''}`}>
            <b>{line.where}</b>
            {line.number && (
              <a className="aw-link aw-num" href={`tel:${line.number.replaceAll(' ', '')}`}>
                {line.number}
              </a>
            )}
            <span>{line.words}</span>
          </li>
        ))}
      </ul>
      <p>{t('help.gambling')}</p>
    </Dialog>
  );
}
