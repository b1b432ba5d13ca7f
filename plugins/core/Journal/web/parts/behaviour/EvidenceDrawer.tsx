import { Drawer, ErrorState, Skeleton, Table, useLocation, useNavigate, useT } from '@aiwendy/sdk';
import type { Finding } from '../../behaviour';
import { useTradeColumns } from '../tradeColumns';
import { useTradesById } from './useBehaviour';

/** The trades that show a finding best. */
export function EvidenceDrawer({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const t = useT();
  const { search } = useLocation();
  const navigate = useNavigate();
  const columns = useTradeColumns(true);
  const { trades, isPending, error, retry } = useTradesById(finding.evidence);
  return (
    <Drawer open onClose={onClose} title={t('behaviour.evidenceOf', { title: finding.title })}>
      <p className="mb-3 text-text-2">{t('behaviour.evidenceLead', { count: finding.evidence.length })}</p>
      {isPending ? <Skeleton lines={5} /> : null}
      {error ? <ErrorState problem={error} onRetry={retry} /> : null}
      {trades.length > 0 ? <Table label={t('behaviour.evidence')} columns={columns} rows={trades} rowKey={(trade) => trade.id} onOpen={(trade) => { void navigate(`/trades/${trade.id}${search}`); }} /> : null}
    </Drawer>
  );
}
