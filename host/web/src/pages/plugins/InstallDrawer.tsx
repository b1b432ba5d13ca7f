import { Button, Checkbox, Drawer, ErrorState, Field, FileDrop, Icon, Input, Notice, problemText, Skeleton, toast, useLanguage, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { bytes } from './bytes';
import { Fact, Part, Permissions } from './PluginDrawer';
import { calls, judge, type PackagePlan } from './pluginApi';
import { adminTexts } from './texts';
import { useNames } from './useNames';

/** Where a package comes from. */
export type PackageSource = { file: File } | { feedId: string; version: string } | null;

/** Checks a package, shows what it would do, and installs it once that is confirmed. */
export function InstallDrawer({ source, onSource, onClose }: { source: PackageSource; onSource: (source: PackageSource) => void; onClose: () => void }) {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const client = useQueryClient();
  const { nameOf } = useNames();
  const [typed, setTyped] = useState('');
  const [mayGoBack, setMayGoBack] = useState(false);
  const { mutate: check, reset, ...checked } = useMutation({
    mutationFn: (from: NonNullable<PackageSource>) => ('file' in from ? calls.plan(from.file) : calls.planFromFeed(from.feedId, from.version)),
  });
  useEffect(() => {
    reset();
    setTyped('');
    setMayGoBack(false);
    if (source) {
      check(source);
    }
  }, [source, check, reset]);
  const install = useMutation({
    mutationFn: (plan: PackagePlan) => calls.install({ sha256: plan.sha256, allowUnsigned: judge(plan).needsName ? plan.id : null, allowDowngrade: mayGoBack }),
    onSuccess: (plugin, plan) => {
      toast(t(plugin.state === 'active' ? 'installing.done' : 'installing.waiting', { name: nameOf(plan), version: plan.version }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });

  const plan = source ? checked.data : undefined;
  const verdict = plan && judge(plan);
  const isReady = plan !== undefined && verdict !== undefined && verdict.blocking.length === 0 && (!verdict.needsName || typed.trim() === plan.id) && (!verdict.isDowngrade || mayGoBack);
  return (
    <Drawer
      open
      onClose={onClose}
      title={plan ? `${nameOf(plan)} ${plan.version}` : t('installing.title')}
      footer={
        plan && (
          <>
            <Button kind="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button kind="primary" busy={install.isPending} disabled={!isReady} onClick={() => { install.mutate(plan); }}>
              {plan.changes.fromVersion ? t('installing.upgrade', { version: plan.version }) : t('installing.go')}
            </Button>
          </>
        )
      }
    >
      {!source && <FileDrop title={t('installing.drop')} accept=".aiwp" onFiles={([file]) => { onSource(file ? { file } : null); }}>{t('installing.dropHelp')}</FileDrop>}
      {source && checked.isPending && (
        <div role="status">
          <p className="ad-text">{t('installing.checking')}</p>
          <Skeleton lines={6} />
        </div>
      )}
      {source && checked.isError && (
        <>
          <ErrorState problem={checked.error} />
          <Button icon="upload" onClick={() => { onSource(null); }}>
            {t('installing.another')}
          </Button>
        </>
      )}
      {plan && verdict && (
        <div className="ad-drawer-body">
          {install.isError && (
            <div role="alert">
              <Notice tone="danger" title={t(plan.changes.fromVersion ? 'installing.failed' : 'installing.failedFresh')}>
                {problemText(install.error, kit)}
              </Notice>
            </div>
          )}
          <Plan plan={plan} />
          {verdict.blocking.length === 0 && verdict.isDowngrade && (
            <Checkbox label={t('installing.downgrade', { version: plan.changes.fromVersion })} checked={mayGoBack} onChange={(event) => { setMayGoBack(event.target.checked); }} />
          )}
          {verdict.blocking.length === 0 && verdict.needsName && (
            <Field label={t('installing.allow', { id: plan.id })}>
              <Input value={typed} autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); }} />
            </Field>
          )}
        </div>
      )}
    </Drawer>
  );
}

function Plan({ plan }: { plan: PackagePlan }) {
  const t = useT(adminTexts);
  const { blocking } = judge(plan);
  const language = useLanguage();
  const { descriptionOf } = useNames();
  const adds = [
    plan.menu.length > 0 ? t('installing.menu', { list: plan.menu.map((entry) => (language === 'zh-CN' ? (entry.titleZh ?? entry.title) : entry.title)).join(', ') }) : null,
    plan.features.length > 0 ? t('installing.features', { list: plan.features.join(', ') }) : null,
    plan.settings ? t('installing.settings') : null,
  ].filter((word) => word !== null);
  return (
    <>
      <div className="ad-plan-head">
        <code>{plan.id}</code>
        <span className="ad-text">{[plan.publisher, bytes(plan.size), plan.changes.fromVersion && t('installing.from', { version: plan.changes.fromVersion })].filter(Boolean).join(' · ')}</span>
        {descriptionOf(plan) && <p>{descriptionOf(plan)}</p>}
      </div>
      {blocking.length > 0 && (
        <Notice tone="danger" title={t('installing.problems')}>
          {blocking.map((problem) => (
            <Problem key={problem.code + problem.message} problem={problem} />
          ))}
        </Notice>
      )}
      <Signature plan={plan} />
      <Part title={t('installing.asks')}>
        <Permissions keys={plan.permissions} added={plan.changes.fromVersion ? plan.changes.addedPermissions : []} />
      </Part>
      {adds.length > 0 && (
        <Part title={t('installing.adds')}>
          <Lines lines={adds} icon="plus" />
        </Part>
      )}
      {(plan.licenceNeed || plan.requires.length > 0 || plan.breaks.length > 0) && (
        <Part title={t('installing.depends')}>
          {plan.requires.length > 0 && <Lines lines={plan.requires.map((one) => t('installing.needs', { id: one.id, range: one.range }))} icon="plugin" />}
          {plan.licenceNeed && <Lines lines={[t('installing.licence', { list: plan.licenceNeed })]} icon="key" />}
          {plan.breaks.length > 0 && <Lines lines={plan.breaks.map((one) => t('installing.breaks', { id: one.id, reason: one.reason }))} icon="warning" />}
        </Part>
      )}
    </>
  );
}

/** Who vouches for the package, and what was compared. */
function Signature({ plan }: { plan: PackagePlan }) {
  const t = useT(adminTexts);
  const isTrusted = plan.trust === 'trusted';
  const isSigned = plan.trust !== 'unsigned';
  return (
    <section className="ad-signature" data-tone={isTrusted ? 'ok' : 'warn'}>
      <Icon name="shield" />
      <div>
        <b>{isTrusted ? t('installing.trusted', { publisher: plan.publisher }) : t(`installing.${plan.trust}`)}</b>
        {!isTrusted && <p>{t('installing.unsignedHelp')}</p>}
        <dl>
          {plan.keyId && <Fact name={t('installing.key')}><code>{plan.keyId}</code></Fact>}
          {isSigned && <Fact name={t('installing.method')}>ECDSA P-256, SHA-256</Fact>}
          <Fact name={t('installing.hash')}><code>{plan.sha256}</code></Fact>
        </dl>
      </div>
    </section>
  );
}

/** What keeps a package from being installed, in the language of the page; the server's words name the parts. */
function Problem({ problem }: { problem: PackagePlan['problems'][number] }) {
  const t = useT(adminTexts);
  const key = `problem.${problem.code}`;
  const text = t(key);
  return text === key ? (
    <span className="ad-problem">{problem.message}</span>
  ) : (
    <span className="ad-problem">
      <b>{text}</b>
      <small lang="en">{problem.message}</small>
    </span>
  );
}

function Lines({ lines, icon }: { lines: readonly string[]; icon: 'plus' | 'key' | 'plugin' | 'warning' }) {
  return (
    <ul className="ad-list">
      {lines.map((line) => (
        <li key={line}>
          <Icon name={icon} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}
