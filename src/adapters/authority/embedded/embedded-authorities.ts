import { findConfiguration } from '../../../domain/authority/configuration-string.ts';
import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import type { CertificateAuthority, CertificateAuthorityDirectory } from '../../../ports/certificate-authority.ts';
import type { CertificateAuthorityBooks } from '../../../ports/certificate-authority-book.ts';
import { EmbeddedAuthority, type EmbeddedAuthorityDeps } from './embedded-authority.ts';

export interface EmbeddedAuthoritiesDeps extends Omit<EmbeddedAuthorityDeps, 'book'> {
  readonly books: CertificateAuthorityBooks;
}

/** The embedded CAs of one deployment. Nothing is made or opened before a CA is asked something. */
export class EmbeddedAuthorities implements CertificateAuthorityDirectory {
  readonly configs: readonly string[];
  readonly #authorities = new Map<string, CertificateAuthority>();

  constructor(
    deploymentId: string,
    configurations: readonly CertificateAuthorityConfiguration[],
    { books, ...deps }: EmbeddedAuthoritiesDeps,
  ) {
    this.configs = configurations.map(({ config }) => config);
    for (const configuration of configurations) {
      const book = books.open(deploymentId, configuration.config);
      this.#authorities.set(configuration.config, new EmbeddedAuthority(configuration, { ...deps, book }));
    }
  }

  find(config: string): CertificateAuthority | undefined {
    return this.#authorities.get(findConfiguration(this.configs, config) ?? '');
  }
}
