import { commandError } from '../errors/catalogue.ts';
import { sameHost } from '../fqdn.ts';
import { machinesOf } from './pools.ts';
import { certificateUsesOf } from './roles.ts';
import type { Machine, Topology } from './topology.ts';

/**
 * Finds a machine by FQDN in any case, or by its first label where exactly one machine has it (examples 6 and 7 of the
 * help page). A host that stands in several pools is the machine that needs a certificate.
 * Throws ComputerNotFound or ComputerAmbiguous.
 */
export function findMachine(topology: Topology, fqdn: string): Machine {
  const wanted = withoutRootDot(fqdn);
  const machines = machinesOf(topology);
  const exact = machines.filter((machine) => sameHost(withoutRootDot(machine.fqdn), wanted));
  const found = exact.length > 0 || wanted.includes('.') ? exact : machines.filter(hasFirstLabel(wanted));
  const [first, ...others] = found.length > 1 ? preferCertificateHolders(topology, found) : found;
  if (first === undefined) throw notFound(topology, fqdn);
  if (others.length > 0)
    throw commandError(
      'ComputerAmbiguous',
      { computer: fqdn, machines: [first, ...others].map((machine) => machine.fqdn) },
      { target: fqdn },
    );
  return first;
}

function withoutRootDot(fqdn: string): string {
  return fqdn.trim().replace(/\.$/, '');
}

function hasFirstLabel(label: string): (machine: Machine) => boolean {
  return (machine) => sameHost(machine.fqdn.split('.', 1)[0] ?? '', label);
}

function preferCertificateHolders(topology: Topology, machines: readonly Machine[]): readonly Machine[] {
  const holders = machines.filter((machine) => certificateUsesOf(topology, machine).length > 0);
  return holders.length > 0 ? holders : machines;
}

function notFound(topology: Topology, computer: string) {
  const pool = topology.pools.find((candidate) => sameHost(candidate.fqdn, withoutRootDot(computer)));
  return commandError(
    'ComputerNotFound',
    {
      computer,
      machines: machinesOf(topology).map(({ fqdn }) => fqdn),
      poolMachines: pool?.machines.map(({ fqdn }) => fqdn) ?? [],
    },
    { target: computer },
  );
}
