import type { BookDecision, BookEntry, BookRequest } from '../../../domain/authority/book-entry.ts';
import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import type { Entropy } from '../../../ports/entropy.ts';
import { behaviourFor } from './behaviour-for.ts';
import { bookEntry, deniedDecision, issuedDecision, pendingDecision } from './book-decisions.ts';
import { issueCertificate } from './issue-certificate.ts';
import type { IssuingIdentity } from './issuing-identity.ts';
import { type ReceivedRequest, receiveRequest } from './received-request.ts';
import type { Refusal } from './refusal.ts';
import { newSerialNumber } from './serial-number.ts';
import { applyTemplate, type Grant, publishedTemplate } from './template-policy.ts';
import { leafValidity } from './validity.ts';

/** All that decides on a request: who issues, by which rules, at what time. */
export interface Desk {
  readonly identity: IssuingIdentity;
  readonly configuration: CertificateAuthorityConfiguration;
  readonly entropy: Entropy;
  readonly now: Date;
}

/** What a row says whatever was decided, as far as the submission tells it. */
export type EntryHeading = Omit<BookRequest, 'subject' | 'alternativeNames'>;

/** The row for a request that has just come in, or undefined when the CA itself is no longer valid. */
export function decideSubmission(desk: Desk, der: Uint8Array, heading: EntryHeading): BookEntry | undefined {
  const request = receiveRequest(der);
  const decision = firstDecision(desk, heading.template, request);
  const names = request.kind === 'received' ? request : { subjectText: '', dnsNames: [] };
  const facts = { ...heading, subject: names.subjectText, alternativeNames: names.dnsNames };
  return decision && bookEntry(facts, der, decision);
}

/** The certificate, or the denial by policy, of a request that was pending; undefined as above. */
export function issuePending(
  desk: Desk,
  entry: Pick<BookEntry, 'request' | 'template'>,
  message?: string,
): BookDecision | undefined {
  const request = receiveRequest(entry.request ?? new Uint8Array());
  const grant = granted(desk, entry.template, request);
  return grant.kind === 'refused'
    ? deniedDecision(grant, desk.now)
    : issueNow(desk, { request: grant.request, grant, message });
}

function firstDecision(desk: Desk, template: string, request: ReceivedRequest | Refusal): BookDecision | undefined {
  const grant = granted(desk, template, request);
  if (grant.kind === 'refused') return deniedDecision(grant, desk.now);
  const { decision } = behaviourFor(desk.configuration, template);
  if (decision?.kind === 'deny' && decision.when === undefined) return deniedDecision(decision, desk.now);
  if (decision !== undefined || needsManager(desk.configuration, template)) return pendingDecision();
  return issueNow(desk, { request: grant.request, grant, message: undefined });
}

function granted(
  { configuration }: Desk,
  template: string,
  request: ReceivedRequest | Refusal,
): Refusal | (Grant & { readonly request: ReceivedRequest }) {
  if (request.kind === 'refused') return request;
  const grant = applyTemplate(configuration, template, request);
  return grant.kind === 'refused' ? grant : { ...grant, request };
}

function needsManager(configuration: CertificateAuthorityConfiguration, template: string): boolean {
  return (
    configuration.requestDisposition === 'pending' ||
    publishedTemplate(configuration, template)?.managerApproval === true
  );
}

function issueNow(
  { identity, configuration, entropy, now }: Desk,
  terms: { readonly request: ReceivedRequest; readonly grant: Grant; readonly message: string | undefined },
): BookDecision | undefined {
  const { request, grant, message } = terms;
  const validity = leafValidity(now, grant.validityDays, identity);
  if (validity === undefined) return undefined;
  const serialNumber = newSerialNumber(entropy);
  const certificate = issueCertificate(identity, configuration, { request, grant, validity, serialNumber });
  return issuedDecision({ certificate, serialNumber, warnings: grant.warnings }, now, message);
}
