import { Grid, PageHead, useT } from '@aiwendy/sdk';
import { CheckCard } from '../parts/rules/CheckCard';
import { LockCard } from '../parts/rules/LockCard';
import { OverrideLog } from '../parts/rules/OverrideLog';
import { RulesForm } from '../parts/rules/RulesForm';

/** The ritual before a trade: a check against the own rules, a pause, the rules, and what was overridden. */
export default function RulesPage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('rules.page')}>{t('rules.pageLead')}</PageHead>
      <Grid className="items-start">
        <div data-span={5} className="grid gap-3"><CheckCard /><LockCard /></div>
        <div data-span={7}><RulesForm /></div>
        <div data-span={12}><OverrideLog /></div>
      </Grid>
    </>
  );
}
