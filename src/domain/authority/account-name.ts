/** An account as it can be written: `DOMAIN\user`, `user@domain.tld`, or the user alone. */
interface AccountName {
  readonly user: string;
  /** Lower case; empty where none is given. */
  readonly domain: string;
}

/**
 * Whether two spellings mean one account, in any case: a CA that knows `LITWAREINC\kenmyer` takes
 * `kenmyer@litwareinc.com` too, since the short name of a domain is by default the first label of its DNS name.
 */
export function isSameAccount(left: string, right: string): boolean {
  const [one, other] = [parse(left), parse(right)];
  return one.user === other.user && isSameDomain(one.domain, other.domain);
}

function isSameDomain(left: string, right: string): boolean {
  if (left === right) return true;
  // Two DNS names are compared whole; only a short name is one label.
  if (left.includes('.') === right.includes('.')) return false;
  return left.split('.')[0] === right.split('.')[0];
}

function parse(account: string): AccountName {
  const text = account.toLowerCase();
  const slash = text.indexOf('\\');
  if (slash >= 0) return { domain: text.slice(0, slash), user: text.slice(slash + 1) };
  const at = text.lastIndexOf('@');
  return at < 0 ? { domain: '', user: text } : { domain: text.slice(at + 1), user: text.slice(0, at) };
}
