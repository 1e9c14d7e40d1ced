import type { ProductObject } from '../../domain/product-object.ts';
import type { Host } from '../../ports/host.ts';

/** Writes objects to the pipeline in their order. */
export function putOut(host: Host, objects: readonly ProductObject[]): void {
  for (const object of objects) host.output({ kind: 'TopologyObject', object });
}
