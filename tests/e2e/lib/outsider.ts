import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from './product';

const run = promisify(execFile);

const projects = `<Project>
  <ItemGroup><Plugin Include="*/*.csproj" /></ItemGroup>
  <Target Name="Restore"><MSBuild Projects="@(Plugin)" Targets="Restore" BuildInParallel="true" /></Target>
  <Target Name="Build"><MSBuild Projects="@(Plugin)" Targets="Build" Properties="Configuration=Release;AppendTargetFrameworkToOutputPath=false;OutputPath=out/" BuildInParallel="true" /></Target>
</Project>
`;

/** What a package is made of. */
export interface PackageParts {
  version?: string;
  name?: string;
  /** The web module, or a change of the one that is there. */
  web?: string | ((code: string) => string);
  isSigned?: boolean;
}

/** Somebody who writes plugins far from the repository, with nothing but the packages of the SDK. */
export class Outsider {
  keyId = '';
  publicKey = '';

  private constructor(private readonly folder: string) {}

  /** Builds samples of the repository, and the plugin that serves nothing. */
  static async build(samples: readonly string[]): Promise<Outsider> {
    const outsider = new Outsider(mkdtempSync(join(tmpdir(), 'aiwendy-outsider-')));
    await outsider.compile(samples);
    return outsider;
  }

  /** Where packages and the index of them lie, which is a feed. */
  get feed(): string {
    return join(this.folder, 'packages');
  }

  /** A package of what was built. */
  async pack(plugin: string, parts: PackageParts = {}): Promise<string> {
    const { version = '1.0.0', isSigned = true } = parts;
    const stage = mkdtempSync(join(this.folder, 'stage-'));
    cpSync(join(this.folder, 'samples', plugin, 'out'), stage, { recursive: true });
    const manifestPath = join(stage, 'plugin.json');
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, unknown>;
    Object.assign(manifest, { version, name: parts.name ?? manifest['name'] });
    writeFileSync(manifestPath, JSON.stringify(manifest));
    if (parts.web !== undefined) {
      const path = join(stage, 'web', 'ui.js');
      writeFileSync(path, typeof parts.web === 'string' ? parts.web : parts.web(readFileSync(path, 'utf8')));
    }
    const file = join(isSigned ? this.feed : join(this.folder, 'unsigned'), `${String(manifest['id'])}.${version}.aiwp`);
    await this.tool('pack', stage, '--output', file, ...(isSigned ? ['--key', join(this.folder, 'publisher.key')] : []));
    return file;
  }

  /** Writes the index of the signed packages. */
  async publish(): Promise<void> {
    await this.tool('feed', 'build', this.feed);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async compile(samples: readonly string[]): Promise<void> {
    const target = join(this.folder, 'samples');
    const isSource = (path: string) => !['bin', 'obj', 'out', '.aiwendy'].includes(basename(path));
    for (const file of ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props', 'nuget.config']) {
      cpSync(join(repositoryRoot, 'samples', file), join(target, file));
    }
    for (const sample of samples) {
      cpSync(join(repositoryRoot, 'samples', sample), join(target, sample), { recursive: true, filter: isSource });
    }
    cpSync(join(repositoryRoot, 'tests/e2e/fixtures/Bare'), join(target, 'Bare'), { recursive: true, filter: isSource });
    writeFileSync(join(target, 'all.proj'), projects);
    mkdirSync(this.feed);
    mkdirSync(join(this.folder, 'unsigned'));
    const key = join(this.folder, 'publisher.key');
    const said = await this.tool('keygen', key);
    this.keyId = /Key id\s+(\S+)/.exec(said)?.[1] ?? '';
    this.publicKey = readFileSync(`${key}.pub`, 'utf8');
    await run('bash', ['./aiwendy', 'sdk', 'pack', '--output', join(this.folder, 'artifacts/sdk')], { cwd: repositoryRoot });
    for (const step of ['Restore', 'Build']) {
      await run('dotnet', ['msbuild', 'all.proj', `-t:${step}`, '-v:quiet', '-m', '-nodeReuse:false'], { cwd: target });
    }
  }

  private async tool(...parameters: string[]): Promise<string> {
    return (await run('dotnet', [join(repositoryRoot, 'artifacts/app/AIWendy.Packaging.dll'), ...parameters])).stdout;
  }
}
