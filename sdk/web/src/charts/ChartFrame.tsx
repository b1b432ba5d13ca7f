import { useState, type ReactNode } from 'react';
import { useT } from '../i18n/useT';

/** Around every chart: legend, and the way to the same numbers as a table. */
export function ChartFrame({ legend, table, children }: { legend?: ReactNode; table: ReactNode; children: ReactNode }) {
  const t = useT('kit');
  const [isTable, setTable] = useState(false);
  return (
    <div className="aw-chart">
      <div className="aw-chart-tools">
        {!isTable && legend}
        <button
          type="button"
          className="aw-link aw-chart-switch"
          onClick={() => {
            setTable(!isTable);
          }}
        >
          {isTable ? t('showAsChart') : t('showAsTable')}
        </button>
      </div>
      {isTable ? table : children}
    </div>
  );
}
