import {
  type CertificateAuthorityConfiguration,
  DEFAULT_TEMPLATE,
  type EnhancedKeyUsage,
  type TemplateConfiguration,
} from '../../../domain/deployment/deployment.ts';
import type { KeyUsageName } from '../../x509/extensions.ts';
import { OID } from '../../x509/object-identifiers.ts';
import type { ReceivedRequest } from './received-request.ts';
import { REFUSALS, type Refusal } from './refusal.ts';

/** What the CA will put into a certificate, whatever was asked. */
export interface Grant {
  readonly kind: 'granted';
  /** DER of the subject: a template for servers takes it from the request. */
  readonly subject: Uint8Array;
  /** In the casing of the deployment. */
  readonly template: string;
  readonly keyUsages: readonly KeyUsageName[];
  /** Object identifiers. */
  readonly extendedKeyUsages: readonly string[];
  /** Undefined: two calendar years. */
  readonly validityDays: number | undefined;
  readonly warnings: readonly string[];
}

const DEFAULT_MINIMUM_KEY_SIZE = 2048;
const DEFAULT_USAGES: readonly EnhancedKeyUsage[] = ['serverAuthentication'];

const USAGE_NAMES: Readonly<Record<string, string>> = {
  [OID.serverAuthentication]: 'server authentication',
  [OID.clientAuthentication]: 'client authentication',
};

/** The template of this name, in any case, that the CA publishes. */
export function publishedTemplate(
  { templates }: CertificateAuthorityConfiguration,
  templateName: string,
): TemplateConfiguration | undefined {
  return templates.find(({ name }) => sameName(name, templateName));
}

/**
 * Decides on a request by its template, as the policy module of an enterprise CA does: the template has to be published
 * here, open to the user and not contradict the request; its usages are stamped over the requested ones. `WebServer` is
 * always the default template of AD CS (certificate authorities 2.3), of which only the permission can be configured.
 */
export function applyTemplate(
  authority: CertificateAuthorityConfiguration,
  templateName: string,
  request: ReceivedRequest,
): Grant | Refusal {
  const template = publishedTemplate(authority, templateName);
  if (template === undefined) {
    return REFUSALS.templateNotPublished(templateName);
  }
  if (request.template !== undefined && !sameName(request.template, templateName)) {
    return REFUSALS.templatesConflict();
  }
  if (template.enrollDenied === true) {
    return REFUSALS.enrolmentDenied();
  }
  if (request.subject === undefined) {
    return REFUSALS.noSubject();
  }
  const terms = sameName(template.name, DEFAULT_TEMPLATE) ? { name: template.name } : template;
  if (request.rsaKeySize !== undefined && request.rsaKeySize < (terms.minimumKeySize ?? DEFAULT_MINIMUM_KEY_SIZE)) {
    return REFUSALS.keyTooSmall();
  }
  return grant(terms, request.subject, request);
}

function grant(template: TemplateConfiguration, subject: Uint8Array, request: ReceivedRequest): Grant {
  const usages = (template.enhancedKeyUsages ?? DEFAULT_USAGES).map((name) => OID[name]);
  const isRsa = request.rsaKeySize !== undefined;
  const left = request.extendedKeyUsages.filter((usage) => !usages.some((stamped) => stamped === usage));
  return {
    kind: 'granted',
    subject,
    template: template.name,
    keyUsages: ['digitalSignature', isRsa ? 'keyEncipherment' : 'keyAgreement'],
    extendedKeyUsages: usages,
    validityDays: template.validityDays,
    warnings: left.length === 0 ? [] : [usageWarning(template.name, left)],
  };
}

function usageWarning(template: string, left: readonly string[]): string {
  const names = left.map((usage) => USAGE_NAMES[usage] ?? usage).join(', ');
  return `The certificate was issued without the requested enhanced key usage (${names}), because the template "${template}" does not include it. Use a template that does.`;
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
