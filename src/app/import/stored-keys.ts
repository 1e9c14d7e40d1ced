import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { Deps } from '../deps.ts';

/**
 * The keys that certificates of My have, removed ones too. The store is read once, when the first is looked for: a file
 * of hundreds of certificates would else read it hundreds of times.
 */
export class StoredKeys {
  readonly #deps: Deps;
  readonly #scope: StoreScope;
  #holders: Promise<ReadonlyMap<string, CertificateEntry>> | undefined;

  constructor(deps: Deps, scope: StoreScope) {
    this.#deps = deps;
    this.#scope = scope;
  }

  /** The newest certificate with this key. */
  async holder(spkiSha256: string): Promise<CertificateEntry | undefined> {
    this.#holders ??= this.#read();
    return (await this.#holders).get(spkiSha256);
  }

  async #read(): Promise<ReadonlyMap<string, CertificateEntry>> {
    if (!this.#deps.stateExists()) return new Map();
    const reader = await this.#deps.reader();
    const entries = await this.#deps.openState().certificates.list(this.#scope, { store: 'My', withRemoved: true });
    const withKey = entries.filter(({ privateKey }) => privateKey !== undefined);
    return new Map(withKey.map((entry) => [reader.read(entry.certificate).spkiSha256, entry]));
  }
}
