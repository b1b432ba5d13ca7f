import { api, Badge, Button, ButtonLink, Card, CoachTile, ErrorState, FileDrop, Icon, Kpi, Link, toProblem, useNavigate, useT, type IconName } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRefreshJournal } from '../parts/useJournal';
import { useLoadSample } from '../parts/useSample';
import { defaultTimeZone } from '../parts/timeZones';
import { WelcomeBar } from '../parts/WelcomeBar';
import { skipFirstRun, uploadImport } from '../journal';

/** The first minute: look around with sample trades, bring one's own, or connect a model. */
export default function WelcomePage() {
  const t = useT();
  return (
    <div className="mx-auto grid max-w-[1132px] gap-5 px-5 py-5 max-md:px-3 max-md:py-5">
      <WelcomeBar />
      <header className="mt-3">
        <h1 className="text-26 font-[650] tracking-[-0.015em]">{t('welcome.headline')}</h1>
        <p className="mt-2 text-15 text-text-2">{t('welcome.lead')}</p>
      </header>
      <div className="grid gap-3 lg:grid-cols-2">
        <SampleCard />
        <div className="grid gap-3">
          <OwnFileCard />
          <ModelCard />
        </div>
      </div>
      <Promises />
    </div>
  );
}

function SampleCard() {
  const t = useT();
  const navigate = useNavigate();
  const sample = useLoadSample();
  const open = () => { sample.mutate(undefined, { onSuccess: () => { void navigate('/'); } }); };
  return (
    <Card title={t('welcome.sample')}>
      <p className="text-14 text-text-2">{t('welcome.sampleLead')}</p>
      <div className="my-4 overflow-hidden rounded-md border border-line">
        <div className="grid grid-cols-3 divide-x divide-line border-b border-line bg-sunken">
          <Kpi label={t('figure.trades')} value="300" />
          <Kpi label={t('welcome.accounts')} value="USD, EUR" />
          <Kpi label={t('welcome.habits')} value="3" />
        </div>
        <div className="flex items-start gap-3 p-4">
          <CoachTile id="wendy" name="Wendy" />
          <p><b>Wendy</b> <span className="text-text-2">{t('welcome.offline')}</span><br />{t('welcome.wendySays')}</p>
        </div>
      </div>
      {sample.isError ? <ErrorState problem={sample.error} onRetry={open} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" size="large" busy={sample.isPending} onClick={open}>{t('welcome.open')}</Button>
        <span className="text-text-2">{t('welcome.oneClick')}</span>
      </div>
    </Card>
  );
}

function OwnFileCard() {
  const t = useT();
  const navigate = useNavigate();
  const refresh = useRefreshJournal();
  const formats = useQuery({ queryKey: ['journal', 'formats'], queryFn: ({ signal }) => api.get<{ items: { id: string; name: string }[] }>('/api/journal/formats', { signal }), staleTime: Infinity });
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(file, { timeZone: defaultTimeZone() }),
    onSuccess: async (made) => {
      await refresh();
      void navigate(`/import?id=${made.id}`);
    },
  });
  return (
    <Card title={t('welcome.own')}>
      <p className="mb-3 text-14 text-text-2">{t('welcome.ownLead')}</p>
      <FileDrop title={t('import.drop')} accept=".csv,.txt,.tsv" busy={upload.isPending} onFiles={([file]) => { if (file) { upload.mutate(file); } }}>{t('welcome.detected')}</FileDrop>
      {upload.isError ? <ErrorState problem={toProblem(upload.error)} /> : null}
      {formats.data ? <p className="mt-3 text-text-3">{formats.data.items.map((format) => format.name).join(', ')}</p> : null}
    </Card>
  );
}

function ModelCard() {
  const t = useT();
  return (
    <Card title={t('welcome.model')}>
      <p className="mb-3 text-14 text-text-2">{t('welcome.modelLead')}</p>
      <ul className="divide-y divide-line rounded-md border border-line">
        <ModelRow icon="power" title={t('welcome.offlineCoach')} text={t('welcome.offlineText')}><Badge tone="ok" icon="check">{t('welcome.on')}</Badge></ModelRow>
        <ModelRow icon="model" title={t('welcome.ownModel')} text={t('welcome.ownModelText')}><ButtonLink size="small" to="/settings/models">{t('welcome.connect')}</ButtonLink></ModelRow>
      </ul>
    </Card>
  );
}

function ModelRow({ icon, title, text, children }: { icon: IconName; title: string; text: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-3 p-3">
      <Icon name={icon} />
      <div className="min-w-0 flex-1"><b>{title}</b><p className="text-text-2">{text}</p></div>
      {children}
    </li>
  );
}

function Promises() {
  const t = useT();
  const promises: [IconName, string][] = [['shield', 'data'], ['evidence', 'numbers'], ['info', 'coach']];
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {promises.map(([icon, id]) => (
        <div key={id} className="flex gap-3"><Icon name={icon} /><div><b>{t(`promise.${id}`)}</b><p className="text-text-2">{t(`promise.${id}Text`)}</p></div></div>
      ))}
      <p className="md:col-span-3"><Link className="aw-link" to="/" onClick={skipFirstRun}>{t('welcome.skip')}</Link></p>
    </div>
  );
}
