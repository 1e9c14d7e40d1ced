import type { SimpleUrl } from './simple-urls.ts';

/** A simple URL with all the URLs that were entered for it. */
export interface SimpleUrlWithEntries extends SimpleUrl {
  readonly entries: readonly string[];
}

/** One stored configuration of simple URLs: the global one, or that of a site. */
export interface SimpleUrlCollection {
  /** `global`, or `site:` followed by the site's name or id. */
  readonly scope: string;
  /** In stored order. */
  readonly urls: readonly SimpleUrlWithEntries[];
  readonly useBackendDatabase: boolean;
}
