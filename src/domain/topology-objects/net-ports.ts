import type { ProductObject } from '../product-object.ts';
import type { Pool } from '../topology/topology.ts';
import type { PortDetails } from '../topology/topology-details.ts';

const TYPE_NAMES = ['Microsoft.Rtc.Management.Deploy.Internal.NetPort'];

/** The ports of a service, as scripts read them from Get-CsTopology (working scripts; form of the ids: inferred). */
export class NetPorts {
  readonly #pool: Pool;
  readonly #service: ProductObject;
  readonly #ports: readonly PortDetails[];

  constructor(pool: Pool, service: ProductObject, ports: readonly PortDetails[]) {
    this.#pool = pool;
    this.#service = service;
    this.#ports = ports;
  }

  objects(): readonly ProductObject[] {
    return this.#ports.map((port) => this.#object(port));
  }

  #object(port: PortDetails): ProductObject {
    const place = `${port.side}:${port.interfaceNumber ?? ''}`;
    const id = `${port.owner}.${port.usage}.${port.protocol ?? ''}.${place}`;
    return {
      typeNames: TYPE_NAMES,
      text: id,
      properties: () => ({
        NetPortId: id,
        NetInterfaceId: place,
        Service: this.#service,
        Owner: port.owner,
        Usage: port.usage,
        Port: port.port ?? null,
        Range: port.range ?? null,
        Protocol: port.protocol ?? null,
        UrlPath: port.urlPath ?? null,
        AuthorizesRequests: port.authorizesRequests,
        GruuType: port.gruuType ?? null,
        ConfiguredPort: port.configuredPort ?? null,
        ConfiguredFqdn: port.configuredFqdn ?? null,
        EffectiveFqdn: port.configuredFqdn ?? this.#pool.fqdn,
      }),
    };
  }
}
