import type { CommandLogBuilder } from '../domain/command-log/command-log-builder.ts';
import type { Topology } from '../domain/topology/topology.ts';

/** What the product opens for the local computer alone: its replica of the topology (domain facts 3.3, transcript). */
const LOCAL_REPLICA = '(local)\\rtclocal';

/**
 * The first line of the product's log: the database the configuration came from. With -ComputerFqdn that is the Central
 * Management Store of the topology, else the local replica. No database is opened here.
 */
export function logConnection(log: CommandLogBuilder, topology: Topology, central: boolean): void {
  const source = central ? (centralManagementStore(topology) ?? LOCAL_REPLICA) : LOCAL_REPLICA;
  log.info(
    `Data Source=${source};Initial Catalog=xds;Integrated Security=True;Application Name=Microsoft.Rtc.Management`,
    { title: 'Connection' },
  );
}

function centralManagementStore(topology: Topology): string | undefined {
  const pool = topology.pools.find(({ services }) => services.some(({ role }) => role === 'CentralMgmtStore'));
  if (pool === undefined) return undefined;
  const instance = pool.sqlInstances.find((name) => name.toLowerCase() === 'rtc') ?? pool.sqlInstances[0] ?? '';
  return instance === '' ? pool.fqdn : `${pool.fqdn}\\${instance}`;
}
