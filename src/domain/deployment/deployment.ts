import type { Behaviour } from '../authority/behaviour.ts';
import type { Policies } from '../policies.ts';
import type { SimpleUrl } from '../topology/simple-urls.ts';

/** The product whose words, dates and object shapes are used. */
const PRODUCTS = [
  'Lync Server 2010',
  'Lync Server 2013',
  'Skype for Business Server 2015',
  'Skype for Business Server 2019',
] as const;
export type Product = (typeof PRODUCTS)[number];

/** The default template of AD CS: it behaves as the real one, and its properties are fixed (certificate authorities 2.3). */
export const DEFAULT_TEMPLATE = 'WebServer';

/** Enhanced key usages a template may stamp. */
export type EnhancedKeyUsage = 'serverAuthentication' | 'clientAuthentication';

export interface TemplateConfiguration {
  /** The template's name, not its display name; compared without case. */
  readonly name: string;
  readonly enhancedKeyUsages?: readonly EnhancedKeyUsage[];
  /** RSA bits; a smaller key is denied with 0x80094811. */
  readonly minimumKeySize?: number;
  readonly validityDays?: number;
  /** Nobody may enrol: denied with 0x80094012. */
  readonly enrollDenied?: boolean;
  /** Every request waits for a certificate manager. */
  readonly managerApproval?: boolean;
  /** Comes before the CA's own. */
  readonly behaviour?: Behaviour;
}

/** What a CA does with a request that its template lets pass: issue it, or take it under submission. */
export type RequestDisposition = 'issue' | 'pending';

export interface CertificateAuthorityConfiguration {
  /** `host\CA name`, as certutil prints it (Config). */
  readonly config: string;
  readonly backend: 'embedded';
  readonly templates: readonly TemplateConfiguration[];
  /** Accounts that may enrol; absent: everybody. */
  readonly accounts?: readonly AccountConfiguration[];
  /** Absent: `issue`. */
  readonly requestDisposition?: RequestDisposition;
  /** Outcomes scripted for rehearsal. */
  readonly behaviour?: Behaviour;
  /** Written into certificates as they are; absent: no such extension. */
  readonly crlDistributionPoint?: string;
  readonly authorityInformationAccess?: string;
}

export interface AccountConfiguration {
  /** `DOMAIN\user` or `user@domain`; compared without case. */
  readonly name: string;
  /** The password that counts; undefined: any non-empty one. */
  readonly password: string | undefined;
}

/** Where the simple URLs come from: the topology document itself, a document of their own, or the list in deployment.json. */
export type SimpleUrlConfiguration =
  | { readonly from: 'topology' }
  | { readonly from: 'document'; readonly path: string }
  | { readonly from: 'list'; readonly urls: readonly SimpleUrl[] };

/** A deployment folder, read and checked. Paths are absolute. */
export interface Deployment {
  /** Name in the store; undefined: the default SIP domain of the topology. */
  readonly id: string | undefined;
  readonly product: Product;
  readonly folder: string;
  readonly topologyPath: string;
  readonly simpleUrls: SimpleUrlConfiguration;
  readonly localComputer: string | undefined;
  readonly centralManagementStoreReachable: boolean;
  readonly certificateAuthorities: readonly CertificateAuthorityConfiguration[];
  readonly policies: Policies;
}
