import { assignmentVerbsOver } from '../../../src/app/assignment/assignment-verbs.ts';
import type { CallContext } from '../../../src/app/call-context.ts';
import { certificateStoreVerbsOver } from '../../../src/app/certificate-store/certificate-store-verbs.ts';
import type { Deps } from '../../../src/app/deps.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import type { Host } from '../../../src/ports/host.ts';
import { FRONT_END_USES, ROLLED_USE, type SiblingCall, type VerbLine } from './verb-call.ts';

const DAY = 86_400_000;

/** Runs one of them to its end; gives what the user then may rely on. */
export async function runSibling(
  deps: Deps,
  call: SiblingCall,
  context: CallContext,
  host: Host,
): Promise<readonly VerbLine[]> {
  const assignments = assignmentVerbsOver(deps);
  const store = certificateStoreVerbsOver(deps);
  switch (call.verb) {
    case 'set':
      await assignments.setCertificate({ Thumbprint: call.thumbprint, Type: FRONT_END_USES }, context, host);
      return [{ said: 'assigned', thumbprint: call.thumbprint }];
    case 'setGlobal':
      await assignments.setCertificate({ Thumbprint: call.thumbprint, Type: [ROLLED_USE] }, context, host);
      return [{ said: 'assignedGlobal', thumbprint: call.thumbprint }];
    case 'roll': {
      const EffectiveDate = new Date(Date.now() + DAY).toISOString();
      const staged = { Thumbprint: call.thumbprint, Type: [ROLLED_USE], Roll: true, EffectiveDate };
      await assignments.setCertificate(staged, context, host);
      return [{ said: 'rolled', thumbprint: call.thumbprint }];
    }
    case 'remove':
      await assignments.removeCertificate({ Type: FRONT_END_USES, Force: true }, context, host);
      return [{ said: 'unassigned' }];
    case 'import':
      await verbsOver(deps).importCertificate({ Path: pathOf(call.path) }, context, host);
      return certificatesOfMy(deps, host);
    case 'setFile':
      await assignments.setCertificate(
        { Path: pathOf(call.path), Type: FRONT_END_USES, Identity: 'Global' },
        context,
        host,
      );
      return [...(await certificatesOfMy(deps, host)), { said: 'assignedGlobal', thumbprint: call.thumbprint }];
    case 'take':
      await store.remove({ store: 'My', thumbprint: call.thumbprint, deleteKey: true }, context, host);
      return [{ said: 'taken', thumbprint: call.thumbprint }];
    case 'move':
      await store.move({ store: 'My', thumbprint: call.thumbprint, destination: 'CA' }, context, host);
      return [{ said: 'moved', thumbprint: call.thumbprint }];
    case 'selfSigned': {
      const choices = { dnsNames: ['lab.litwareinc.com'], friendlyName: '', exportable: true };
      const { thumbprint } = await store.createSelfSigned(choices, context, host);
      return thumbprint === null ? [] : [{ said: 'certificate', thumbprint }];
    }
  }
}

function pathOf(path: string) {
  return { given: path, path, provider: 'FileSystem' };
}

async function certificatesOfMy(deps: Deps, host: Host): Promise<readonly VerbLine[]> {
  const { certificates } = await certificateStoreVerbsOver(deps).list({ store: 'My' }, host);
  return certificates.map(({ thumbprint }) => ({ said: 'certificate', thumbprint }));
}
