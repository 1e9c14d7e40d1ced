import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { type Bench, succeed } from '../cli/cscert.ts';
import { LONG_POOL, type SampleRequest, SYNTHETIC_CA } from './sample-requests.ts';

const SAMPLE_CA = 'atl-ca-001.litwareinc.com\\myca';

/** A folder with deployments and state of its own, in which `cscert` makes what the programs then judge. */
export class Workshop {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<Workshop> {
    const workshop = new Workshop(await mkdtemp(join(tmpdir(), 'cscert-interop-')));
    await workshop.#makeSyntheticDeployment();
    return workshop;
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  bench({ deployment, computer }: Pick<SampleRequest, 'deployment' | 'computer'>): Bench {
    const folder =
      deployment === 'synthetic'
        ? this.at('synthetic')
        : join(REPOSITORY, 'examples', deployment === 'standard' ? 'litwareinc-standard' : 'litwareinc-enterprise');
    const environment = {
      CSCERT_HOME: this.at('home'),
      CSCERT_DEPLOYMENT: folder,
      TMPDIR: this.folder,
      ...(computer === undefined ? {} : { CSCERT_COMPUTER: computer }),
    };
    return { folder: this.folder, environment };
  }

  /** The path of an offline request. */
  async request(sample: SampleRequest, name: string): Promise<string> {
    await succeed(this.bench(sample), '-New', ...sample.args, '-Output', name);
    return this.at(name);
  }

  /** What `-New -CA` says about the certificate. */
  async issue(sample: SampleRequest): Promise<Issued> {
    const ca = authorityOf(sample);
    const args = ['-New', ...sample.args, '-CA', ca, '-PrivateKeyExportable', '$true'];
    const said: Readonly<Record<string, unknown>> = JSON.parse(await succeed(this.bench(sample), ...args));
    return { thumbprint: String(said['Thumbprint']), subject: String(said['Subject']), issuer: String(said['Issuer']) };
  }

  /** PEM of the certificate alone: an export has its chain behind it. */
  async certificate(name: string, sample: SampleRequest, thumbprint: string): Promise<string> {
    await succeed(this.bench(sample), 'certificate', 'export', thumbprint, '--path', name);
    const [own = ''] = (await readFile(this.at(name), 'utf8')).split(/(?<=-----END CERTIFICATE-----\r?\n)/);
    await writeFile(this.at(name), own);
    return this.at(name);
  }

  /** The root of the sample's CA. */
  async root(name: string, sample: SampleRequest): Promise<string> {
    await succeed(this.bench(sample), 'ca', 'certificate', '--ca', authorityOf(sample), '--path', name);
    return this.at(name);
  }

  /** The Enterprise Edition sample with a pool of the longest name, a CA of an odd name and a lenient template. */
  async #makeSyntheticDeployment(): Promise<void> {
    const source = join(REPOSITORY, 'examples', 'litwareinc-enterprise');
    const target = this.at('synthetic');
    await mkdir(target);
    await cp(join(source, 'simple-urls.xml'), join(target, 'simple-urls.xml'));
    const topology = await readFile(join(source, 'topology.xml'), 'utf8');
    await writeFile(join(target, 'topology.xml'), topology.replaceAll('pool1.litwareinc.com', LONG_POOL));
    const templates = [{ name: 'WebServer' }, { name: 'Old', minimumKeySize: 1024 }];
    const deployment = {
      id: 'synthetic',
      product: 'Lync Server 2013',
      topology: 'topology.xml',
      simpleUrls: 'simple-urls.xml',
      localComputer: 'atl-cs-001.litwareinc.com',
      certificateAuthorities: [{ config: SYNTHETIC_CA, backend: 'embedded', templates }],
    };
    await writeFile(join(target, 'deployment.json'), JSON.stringify(deployment));
  }
}

export interface Issued {
  readonly thumbprint: string;
  /** As the product shows names. */
  readonly subject: string;
  readonly issuer: string;
}

export function authorityOf({ deployment }: Pick<SampleRequest, 'deployment'>): string {
  return deployment === 'synthetic' ? SYNTHETIC_CA : SAMPLE_CA;
}
