import { type Behaviour, effectiveBehaviour } from '../../../domain/authority/behaviour.ts';
import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import { publishedTemplate } from './template-policy.ts';

/** What a deployment scripts for requests with this template. */
export function behaviourFor(configuration: CertificateAuthorityConfiguration, template: string): Behaviour {
  return effectiveBehaviour(configuration.behaviour, publishedTemplate(configuration, template)?.behaviour);
}

/** Under which name submissions are counted: those with the template that scripts it, else all of the CA. */
export function submissionCounter(configuration: CertificateAuthorityConfiguration, template: string): string {
  const published = publishedTemplate(configuration, template);
  return published?.behaviour?.unreachable === undefined ? '' : published.name.toLowerCase();
}
