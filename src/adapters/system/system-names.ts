import { lookupService } from 'node:dns/promises';
import { hostname } from 'node:os';
import { domainToASCII } from 'node:url';
import type { MachineNames } from '../../ports/machine-names.ts';

/** Time the resolver may take, in milliseconds: a name service that does not answer must not hold a command up. */
const LOOKUP_LIMIT = 1000;

/** The operating system's host name; a bare one is completed by the resolver where it can. */
export const systemNames: MachineNames = {
  ownFqdn: async () => {
    const own = hostname();
    if (own.includes('.')) return own;
    const limit = new Promise<string>((resolve) => setTimeout(resolve, LOOKUP_LIMIT, own).unref());
    const resolved = lookupService('127.0.1.1', 0).then(
      ({ hostname: name }) => (name.toLowerCase().startsWith(`${own.toLowerCase()}.`) ? name : own),
      () => own,
    );
    return Promise.race([resolved, limit]);
  },
  toAscii: (name) => domainToASCII(name),
};
