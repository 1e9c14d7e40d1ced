import { parseDnsName } from '../../domain/dns/dns-name.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { type DistinguishedName, subjectName } from '../../domain/x500/distinguished-name.ts';
import { checkDistinguishedName } from '../../domain/x500/name-rules.ts';
import { formatDistinguishedName } from '../../domain/x500/name-text.ts';
import { parseSubject } from '../../domain/x500/subject-text.ts';
import type { Host } from '../../ports/host.ts';
import type { SelfSignedPlan, Validity } from '../../ports/request-encoder.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { refuseControlCharacters } from '../parameter-values.ts';
import { storeScope } from './open-store.ts';
import { proposal } from './proposal.ts';
import { chooseKey, type KeyChoices, refused } from './self-signed-choices.ts';

export interface SelfSignedChoices extends KeyChoices {
  readonly dnsNames: readonly string[];
  readonly subject?: string;
  readonly friendlyName: string;
  readonly exportable: boolean;
  /** ISO 8601 in UTC; absent: a year from now. */
  readonly notAfter?: string;
}

/**
 * A certificate that its own key signs, in My, as New-SelfSignedCertificate makes it; nobody trusts it. Null where the
 * user declined. Errors `SelfSignedValueRefused`, `InvalidDnsName` and those of a subject.
 */
export async function createSelfSigned(
  deps: Deps,
  choices: SelfSignedChoices,
  context: CallContext,
  host: Host,
): Promise<{ readonly thumbprint: string | null }> {
  refuseControlCharacters('FriendlyName', choices.friendlyName);
  const { algorithm, keySize } = chooseKey(choices);
  const plan = planOf(deps, choices);
  const scope = await storeScope(deps, host);
  const proposed = proposal('Create self-signed certificate', formatDistinguishedName(plan.subject));
  if (!(await host.shouldProcess(proposed))) return { thumbprint: null };
  const encoder = deps.encoder();
  const key = await encoder.generateKey(algorithm, keySize);
  const certificate = await encoder.selfSigned(plan, key);
  const { keys, certificates } = deps.openState();
  const pem = await keys.protect(await key.exportPkcs8());
  const { friendlyName, exportable } = choices;
  const addition = { store: 'My', certificate, friendlyName, key: { pem, exportable } } as const;
  const [added] = await certificates.add(scope, [addition], actorOf(deps, context));
  return { thumbprint: added?.thumbprint ?? null };
}

function planOf(deps: Deps, { dnsNames, subject, notAfter }: SelfSignedChoices): SelfSignedPlan {
  const alternativeNames = dnsNames.map((text) => parseDnsName(text, () => '').name);
  const name = subject === undefined ? nameOfFirst(alternativeNames) : parseGiven(subject);
  checkDistinguishedName(name);
  return { subject: name, alternativeNames, serialNumber: newSerialNumber(deps), validity: validityOf(deps, notAfter) };
}

function nameOfFirst([first]: readonly string[]): DistinguishedName {
  if (first === undefined) throw commandError('SelfSignedNameMissing', {});
  return subjectName(first);
}

function parseGiven(subject: string): DistinguishedName {
  refuseControlCharacters('Subject', subject);
  return parseSubject(subject);
}

/** Sixteen random bytes, positive and without a leading zero (RFC 5280 4.1.2.2). */
function newSerialNumber({ entropy }: Deps): Uint8Array {
  const bytes = Uint8Array.from(entropy.bytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function validityOf({ clock }: Deps, given: string | undefined): Validity {
  const notBefore = clock.now();
  const notAfter = new Date(given ?? notBefore);
  if (given === undefined) notAfter.setUTCFullYear(notBefore.getUTCFullYear() + 1);
  if (notAfter <= notBefore) throw refused('NotAfter', notAfter.toISOString(), 'it is in the past');
  return { notBefore, notAfter };
}
