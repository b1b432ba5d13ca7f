import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Address of the shared product under test; set by the global set-up. */
export function baseUrl(): string {
  const url = process.env.E2E_BASE_URL;
  if (!url) {
    throw new Error('E2E_BASE_URL is not set: run the specs through playwright test.');
  }
  return url;
}

/** A free port on the loopback address. */
export async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** An installation of its own: data folder, port, embedded database. */
export class Product {
  private child: ChildProcess | undefined;
  private readonly output: string[] = [];

  private constructor(
    readonly port: number,
    readonly dataFolder: string,
    private readonly environment: Record<string, string>,
  ) {}

  static async create(environment: Record<string, string> = {}): Promise<Product> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'aiwendy-e2e-'));
    chmodSync(dataFolder, 0o755);
    return new Product(await freePort(), dataFolder, environment);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get log(): string {
    return this.output.join('');
  }

  async start(limitMs = 60_000): Promise<this> {
    const dll = join(repositoryRoot, 'artifacts/app/AIWendy.Host.dll');
    if (!existsSync(dll)) {
      throw new Error(`${dll} is missing: run ./aiwendy build first.`);
    }
    const child = spawn('dotnet', [dll], {
      cwd: this.dataFolder,
      env: {
        ...process.env,
        AIWENDY_PORT: String(this.port),
        AIWENDY_DATA: join(this.dataFolder, 'data'),
        AIWENDY_LOG_DIR: join(this.dataFolder, 'logs'),
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (data: Buffer) => this.output.push(data.toString()));
    child.stderr.on('data', (data: Buffer) => this.output.push(data.toString()));
    const deadline = Date.now() + limitMs;
    while (Date.now() < deadline && child.exitCode === null) {
      try {
        if ((await fetch(`${this.baseUrl}/healthz/ready`)).ok) {
          return this;
        }
      } catch {
        // Not listening yet.
      }
      await new Promise((done) => setTimeout(done, 100));
    }
    await this.stop();
    throw new Error(`The product did not become ready:\n${this.log.slice(-4000)}`);
  }

  /** Ends the host and its database at once, as a power cut would. */
  async killEverything(): Promise<void> {
    const child = this.child;
    if (!child?.pid) {
      return;
    }
    const ended = new Promise((done) => child.once('exit', done));
    const victims = this.processTree(child.pid);
    for (const id of victims) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // Already gone with its parent.
      }
    }
    await ended;
    this.child = undefined;
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) {
      return;
    }
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 25_000);
    await ended;
    clearTimeout(timer);
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }

  /** Everything that was logged to files, for a search after the fact. */
  logFiles(): string {
    const folder = join(this.dataFolder, 'logs');
    return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n') : '';
  }

  private processTree(root: number): number[] {
    const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
    const tree = [root];
    for (const id of tree) {
      tree.push(...rows.filter(([, parent]) => parent === id).map(([child]) => child));
    }
    return tree;
  }
}
