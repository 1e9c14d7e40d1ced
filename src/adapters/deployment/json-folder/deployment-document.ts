import type { RevocationReason } from '../../../domain/authority/revocation-reason.ts';
import type { Product, RequestDisposition, TemplateConfiguration } from '../../../domain/deployment/deployment.ts';
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
  readonly templates?: readonly TemplateDocument[];
  readonly accounts?: readonly AccountDocument[];
  readonly passwordFromEnvironment?: string;
  readonly crlDistributionPoint?: string;
  readonly authorityInformationAccess?: string;
  readonly requestDisposition?: RequestDisposition;
  readonly behaviour?: BehaviourDocument;
}

export interface TemplateDocument extends Omit<TemplateConfiguration, 'behaviour'> {
  readonly behaviour?: BehaviourDocument;
}

export interface DecisionTimeDocument {
  readonly afterPolls?: number;
  readonly afterSeconds?: number;
}

export interface BehaviourDocument {
  readonly approve?: DecisionTimeDocument;
  readonly deny?: DecisionTimeDocument & { readonly hresult?: string; readonly message?: string };
  readonly revoke?: DecisionTimeDocument & { readonly reason?: RevocationReason };
  readonly unreachable?: boolean | { readonly submissions?: number; readonly polls?: number };
  readonly refuseCredentials?: boolean;
  readonly delayMilliseconds?: number;
}

export type AccountDocument = string | { readonly name: string; readonly passwordFromEnvironment?: string };
