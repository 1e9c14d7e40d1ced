import type { StoredRequest, StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateAddition } from '../../ports/certificate-store.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps, State } from '../deps.ts';
import { takenOver } from '../request/import-issued.ts';
import type { PlannedCertificate } from './plan-import.ts';

/**
 * Brings the certificates into the store. Where one answers a request, the request becomes imported with its certificate
 * and the CA certificates of the file in one transaction; all that needs no request goes in one before. Stopped in
 * between, the same file can be imported again.
 */
export async function carryOutImport(
  deps: Deps,
  run: CommandRun,
  scope: StoreScope,
  { planned, exportable }: { readonly planned: readonly PlannedCertificate[]; readonly exportable: boolean },
): Promise<void> {
  const state = deps.openState();
  const chain = planned.flatMap(({ store, certificate }) => (store === 'My' ? [] : [{ store, certificate }]));
  const withRequest = planned.some(({ key }) => key.from === 'request');
  const additions: CertificateAddition[] = [];
  for (const one of planned) {
    if (!withRequest || one.store === 'My') additions.push(...(await additionOf(state, one, exportable)));
  }
  if (additions.length > 0) await state.certificates.add(scope, additions, run.actor());
  for (const { key, certificate, facts } of planned) {
    if (key.from !== 'request') continue;
    await completeRequest(state, run, key.stored, { thumbprint: facts.thumbprint, certificate, chain });
  }
  await addCompanions(state, run, scope, planned);
}

/** None where a request brings the certificate with it, or the certificate whose key is shared is not there yet. */
async function additionOf(
  state: State,
  { certificate, friendlyName, store, key }: PlannedCertificate,
  exportable: boolean,
): Promise<readonly CertificateAddition[]> {
  const addition = { store, certificate, friendlyName };
  switch (key.from) {
    case 'file':
      return [{ ...addition, key: { pem: await state.keys.protect(key.pkcs8), exportable } }];
    case 'store':
      return [{ ...addition, friendlyName: key.entry.friendlyName, key: { ofEntry: key.entry.entry } }];
    case 'itself':
    case 'nowhere':
      return [addition];
    case 'request':
    case 'companion':
      return [];
  }
}

async function completeRequest(
  state: State,
  run: CommandRun,
  stored: StoredRequest,
  content: {
    readonly thumbprint: string;
    readonly certificate: Uint8Array;
    readonly chain: readonly { readonly store: 'Root' | 'CA'; readonly certificate: Uint8Array }[];
  },
): Promise<void> {
  const { thumbprint, certificate, chain } = content;
  const material = { disposition: { hresult: 0, message: 'Issued' }, certificate, chain };
  const { applied, request } = await state.requests.recordIssued(stored, material, run.actor());
  // Another process may have imported the same file.
  if (!applied && request.thumbprint !== thumbprint) throw takenOver(request);
}

async function addCompanions(
  state: State,
  run: CommandRun,
  scope: StoreScope,
  planned: readonly PlannedCertificate[],
): Promise<void> {
  for (const { certificate, key } of planned) {
    if (key.from !== 'companion') continue;
    const holder = await state.certificates.find(scope, key.thumbprint, 'My');
    if (holder === undefined) continue;
    const { entry, friendlyName } = holder;
    const addition = { store: 'My', certificate, friendlyName, key: { ofEntry: entry } } as const;
    await state.certificates.add(scope, [addition], run.actor());
  }
}
