import type { AuthorityIdentity, Replaced } from '../../../domain/authority/book-entry.ts';
import { type IdentityDeps, type IssuingIdentity, newIdentity, revealIdentity } from './issuing-identity.ts';

/**
 * The CA's identity as this process knows it. To reveal a key costs as much as to make one, so that it is done once;
 * but another process may have begun the book anew: `current` asks it, and what is written under another identity is
 * answered with `replaced`.
 */
export class KnownIdentity {
  readonly #config: string;
  readonly #deps: IdentityDeps;
  #known: { readonly kept: AuthorityIdentity; readonly issuing: Promise<IssuingIdentity> } | undefined;
  #making: Promise<AuthorityIdentity> | undefined;

  constructor(config: string, deps: IdentityDeps) {
    this.#config = config;
    this.#deps = deps;
  }

  /** Made when the book has none. Of two processes that make one at once, the book keeps one and both use it. */
  async current(): Promise<IssuingIdentity> {
    const kept = (await this.#deps.book.identity()) ?? (await this.#make());
    if (this.#known === undefined || this.#known.kept.protectedKey !== kept.protectedKey) {
      this.#known = { kept, issuing: revealIdentity(kept, this.#deps.protector) };
    }
    return this.#unlessFailed(this.#known.issuing);
  }

  /** Does something in the book with the identity that it has; again where it was begun anew in between. */
  async use<Result>(work: (identity: IssuingIdentity) => Promise<Result | Replaced>): Promise<Result> {
    for (let identity = await this.#known?.issuing; ; identity = undefined) {
      const result = await work(identity ?? (await this.current()));
      if (result !== 'replaced') return result;
    }
  }

  /** A failure is not kept. */
  async #unlessFailed(issuing: Promise<IssuingIdentity>): Promise<IssuingIdentity> {
    try {
      return await issuing;
    } catch (error) {
      this.#known = undefined;
      throw error;
    }
  }

  async #make(): Promise<AuthorityIdentity> {
    this.#making ??= newIdentity(this.#config, this.#deps).then((made) => this.#deps.book.keepIdentity(made));
    try {
      return await this.#making;
    } finally {
      this.#making = undefined;
    }
  }
}
