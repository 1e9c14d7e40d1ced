import { createHash } from 'node:crypto';
import type { Actor, StoreScope } from '../../../src/domain/request/stored-request.ts';
import type { NewRequest } from '../../../src/ports/request-store.ts';

export const SCOPE: StoreScope = { deployment: 'litwareinc.com', machine: 'atl-cs-001.litwareinc.com' };

export const CA = 'atl-ca-001.litwareinc.com\\myca';

/** A stand-in for an encrypted key that can be searched for on the disk. */
export function pemWith(text: string): string {
  return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${text.repeat(60)}\n-----END ENCRYPTED PRIVATE KEY-----\n`;
}

export function actor(minute = 0, processId = 4711): Actor {
  return {
    osUser: 'kenmyer',
    connectedUser: undefined,
    host: 'atl-cs-001',
    processId,
    at: new Date(Date.UTC(2013, 8, 17, 12, minute)),
  };
}

/** An online request of the documentation's first example, but for what `changes` says. */
export function newRequest(changes: Partial<NewRequest> = {}): NewRequest {
  const requestDer = changes.requestDer ?? new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x00]);
  return {
    scope: SCOPE,
    state: 'prepared',
    friendlyName: { given: 'Standard Edition Certificate' },
    privateKey: pemWith('key'),
    requestDer,
    uses: ['Default', 'WebServicesInternal', 'WebServicesExternal'],
    ca: CA,
    template: 'WebServer',
    subject: 'CN=pool1.litwareinc.com, OU=Litware',
    alternativeNames: ['atl-cs-001.litwareinc.com', 'sip.litwareinc.com'],
    keyAlgorithm: 'RSA',
    exportable: false,
    output: '',
    requestSha256: createHash('sha256').update(requestDer).digest('hex'),
    spkiSha256: '5'.repeat(64),
    topology: { path: '/deployments/litwareinc/topology.xml', sha256: 'a'.repeat(64) },
    ...changes,
  };
}

export function offlineRequest(changes: Partial<NewRequest> = {}): NewRequest {
  return newRequest({ state: 'offline', ca: '', output: 'C:\\offline.req', ...changes });
}
