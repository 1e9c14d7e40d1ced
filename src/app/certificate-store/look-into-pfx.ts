import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { pathText, refuseForeignProvider } from '../path-text.ts';
import { type GivenFile, readCertificates } from './read-certificates.ts';

export type PfxFile = Pick<GivenFile, 'path' | 'password'>;

export interface PfxContent {
  /** Where the file is on this host. */
  readonly path: string;
  readonly certificates: readonly {
    /** DER in Base64. */
    readonly certificate: string;
    readonly friendlyName: string;
    readonly hasPrivateKey: boolean;
  }[];
}

/** What a PKCS #12 file holds, in its order, as Get-PfxData shows it. No store is opened, and none is made. */
export async function lookIntoPfx(deps: Deps, file: PfxFile, context: CallContext, host: Host): Promise<PfxContent> {
  refuseForeignProvider('FilePath', file.path);
  const deployment = await deps.deployments.load((name) => host.environmentVariable(name));
  const { certificates } = await readCertificates(deps, deployment, { ...file, kind: 'pfx' }, context);
  return {
    path: deps.locateCertificateFile(deployment, pathText(file.path), context.location),
    certificates: certificates.map(({ certificate, friendlyName, privateKey }) => ({
      certificate: Buffer.from(certificate).toString('base64'),
      friendlyName,
      hasPrivateKey: privateKey !== undefined,
    })),
  };
}
