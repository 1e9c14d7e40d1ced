/** A host name as the topology or the caller wrote it; casing is kept, comparison ignores it. Single labels are allowed. */
export type Fqdn = string & { readonly __brand: 'Fqdn' };

const HOST_NAME = /^(?=.{1,255}$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*\.?$/;

/** Accepts what the type `Microsoft.Rtc.Management.Deploy.Fqdn` binds, or gives undefined. */
export function parseFqdn(text: string): Fqdn | undefined {
  const trimmed = text.trim();
  return HOST_NAME.test(trimmed) ? (trimmed as Fqdn) : undefined;
}

/** Host names are equal without regard to ASCII case (RFC 4343). */
export function sameHost(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
