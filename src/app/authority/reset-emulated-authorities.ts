import type { Host } from '../../ports/host.ts';
import type { Deps } from '../deps.ts';
import { chosenAuthorities } from './emulated-authorities.ts';

/** Removes books and keys of the embedded CAs, or of the one named; never requests or certificates of this computer. */
export async function resetEmulatedAuthorities(
  deps: Deps,
  { ca }: { readonly ca?: string },
  host: Host,
): Promise<void> {
  const authorities = await chosenAuthorities(deps, ca, (name) => host.environmentVariable(name));
  for (const { config, operator } of authorities) {
    const description = `Remove the book, the key and the certificate of the emulated certification authority (CA) "${config}". Its next use begins a new one.`;
    if (!(await host.shouldProcess({ description, query: description, caption: 'Confirm' }))) continue;
    if (deps.stateExists()) await operator.reset();
  }
}
