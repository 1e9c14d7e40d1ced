import type { Product, TemplateConfiguration } from '../../../domain/deployment/deployment.ts';
import type { Policies } from '../../../domain/policies.ts';

/** `deployment.json` as its JSON Schema describes it. */
export interface DeploymentDocument {
  readonly id?: string;
  readonly product?: Product;
  readonly topology: string;
  readonly simpleUrls?: string | readonly SimpleUrlDocument[];
  readonly localComputer?: string;
  readonly centralManagementStore?: 'reachable' | 'unreachable';
  readonly certificateAuthorities: readonly CertificateAuthorityDocument[];
  readonly policies?: Partial<Policies>;
}

export interface SimpleUrlDocument {
  readonly component: string;
  readonly domain?: string;
  readonly activeUrl: string;
  readonly scope?: string;
}

export interface CertificateAuthorityDocument {
  readonly config: string;
  readonly backend?: 'embedded';
  readonly templates?: readonly TemplateConfiguration[];
  readonly accounts?: readonly AccountDocument[];
  readonly passwordFromEnvironment?: string;
  readonly crlDistributionPoint?: string;
  readonly authorityInformationAccess?: string;
}

export type AccountDocument = string | { readonly name: string; readonly passwordFromEnvironment?: string };
