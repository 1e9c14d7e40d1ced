import { sameHost } from '../fqdn.ts';
import type { Site } from './topology.ts';

/** One simple URL of the SimpleUrl document, in stored order (domain facts 6.3). */
export interface SimpleUrl {
  /** `Meet`, `Dialin`, `Cscp` (the admin URL; `Admin` in the help) or `WebScheduler`. */
  readonly component: string;
  /** The SIP domain it serves, or `*`. */
  readonly domain: string;
  /** `https://host[/path]`. */
  readonly activeUrl: string;
  /** `global`, or `site:` followed by the site's name or id. */
  readonly scope: string;
}

/** Prefix of a scope that belongs to one site. */
const SITE_PREFIX = 'site:';

/**
 * The simple URLs that hold for the pools of a site: the collection of the site where there is one, else the global
 * one (domain facts 6.3, inferred). Keeps the stored order.
 */
export function simpleUrlsOfSite(simpleUrls: readonly SimpleUrl[], site: Site | undefined): readonly SimpleUrl[] {
  const ofSite = simpleUrls.filter((url) => site !== undefined && isScopeOf(url.scope, site));
  return ofSite.length > 0 ? ofSite : simpleUrls.filter((url) => !isSiteScope(url.scope));
}

const HTTP_URL = /^https?:\/\/(?<host>[^\s/:?#@[\]\\]+)(?::\d{1,5})?(?:[/?#]|$)/i;

/** The host of an absolute http or https URL, in its own casing; undefined where there is none. */
export function hostOfSimpleUrl(url: string): string | undefined {
  return HTTP_URL.exec(url.trim())?.groups?.['host'];
}

/** Whether a scope is the global one or that of a site of the topology. */
export function isSiteOfTopology(scope: string, { sites }: { readonly sites: readonly Site[] }): boolean {
  return !isSiteScope(scope) || sites.some((site) => isScopeOf(scope, site));
}

/** Whether a scope belongs to one site. */
export function isSiteScope(scope: string): boolean {
  return scope.trim().toLowerCase().startsWith(SITE_PREFIX);
}

/** Name or id of the site in a scope that belongs to one. */
export function siteNameOf(scope: string): string {
  return scope.trim().slice(SITE_PREFIX.length).trim();
}

/** Whether a scope belongs to this site. */
export function isScopeOf(scope: string, site: Site): boolean {
  if (!isSiteScope(scope)) return false;
  const name = siteNameOf(scope);
  return sameHost(name, site.name) || sameHost(name, site.id);
}
