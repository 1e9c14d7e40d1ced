import { lstatSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import {
  type AccountConfiguration,
  type CertificateAuthorityConfiguration,
  DEFAULT_TEMPLATE,
  type Deployment,
  type SimpleUrlConfiguration,
} from '../../../domain/deployment/deployment.ts';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { DEFAULT_POLICIES } from '../../../domain/policies.ts';
import type { DeploymentSource, EnvironmentLookup } from '../../../ports/deployment-source.ts';
import { authorityProblems } from './authority-problems.ts';
import type {
  AccountDocument,
  BehaviourDocument,
  CertificateAuthorityDocument,
  DeploymentDocument,
} from './deployment-document.ts';
import { readBehaviour } from './read-behaviour.ts';
import { parseDeploymentText, readDeploymentText } from './read-deployment-file.ts';
import { readDeploymentDocument } from './validate-deployment.ts';

const FILE_NAME = 'deployment.json';

/** A deployment folder: `deployment.json` and the documents it names. Nothing in it is written to. */
export class JsonFolderDeploymentSource implements DeploymentSource {
  readonly #folder: string;
  #known: { readonly text: string; readonly document: DeploymentDocument } | undefined;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  async load(environment: EnvironmentLookup): Promise<Deployment> {
    const path = join(this.#folder, FILE_NAME);
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
      throw commandError('DeploymentNotFound', { folder: this.#folder });
    }
    return this.#deployment(this.#document(path, readDeploymentText(path)), environment);
  }

  /** The same text has not to be checked again. */
  #document(path: string, text: string): DeploymentDocument {
    if (this.#known?.text === text) return this.#known.document;
    const reading = readDeploymentDocument(parseDeploymentText(path, text));
    if (!reading.ok) throw commandError('DeploymentInvalid', { path, problems: reading.problems });
    const problems = authorityProblems(reading.document.certificateAuthorities);
    if (problems.length > 0) throw commandError('DeploymentInvalid', { path, problems });
    this.#known = { text, document: reading.document };
    return reading.document;
  }

  async #deployment(document: DeploymentDocument, environment: EnvironmentLookup): Promise<Deployment> {
    const authorities = document.certificateAuthorities.map((ca) => readAuthority(ca, environment));
    return {
      id: document.id,
      product: document.product ?? 'Lync Server 2013',
      folder: this.#folder,
      topologyPath: this.#absolute(document.topology),
      simpleUrls: this.#simpleUrls(document),
      localComputer: document.localComputer,
      centralManagementStoreReachable: document.centralManagementStore !== 'unreachable',
      certificateAuthorities: await Promise.all(authorities),
      policies: { ...DEFAULT_POLICIES, ...document.policies },
    };
  }

  #simpleUrls({ simpleUrls }: DeploymentDocument): SimpleUrlConfiguration {
    if (simpleUrls === undefined) return { from: 'topology' };
    if (typeof simpleUrls === 'string') return { from: 'document', path: this.#absolute(simpleUrls) };
    const urls = simpleUrls.map(({ component, activeUrl, domain, scope }) => ({
      component,
      domain: domain ?? '*',
      activeUrl,
      scope: scope ?? 'global',
    }));
    return { from: 'list', urls };
  }

  #absolute(path: string): string {
    return isAbsolute(path) ? path : join(this.#folder, path);
  }
}

async function readAuthority(
  document: CertificateAuthorityDocument,
  environment: EnvironmentLookup,
): Promise<CertificateAuthorityConfiguration> {
  const { accounts = [], passwordFromEnvironment: _, templates, backend, ...rest } = withBehaviour(document);
  const read = await Promise.all(accounts.map((account) => readAccount(account, document, environment)));
  return {
    ...rest,
    backend: backend ?? 'embedded',
    templates: templates?.map(withBehaviour) ?? [{ name: DEFAULT_TEMPLATE }],
    ...(read.length === 0 ? {} : { accounts: read }),
  };
}

function withBehaviour<Document extends { readonly behaviour?: BehaviourDocument }>(document: Document) {
  const { behaviour, ...rest } = document;
  return { ...rest, ...(behaviour !== undefined && { behaviour: readBehaviour(behaviour) }) };
}

async function readAccount(
  account: AccountDocument,
  { config, passwordFromEnvironment }: CertificateAuthorityDocument,
  environment: EnvironmentLookup,
): Promise<AccountConfiguration> {
  const name = typeof account === 'string' ? account : account.name;
  const own = typeof account === 'string' ? undefined : account.passwordFromEnvironment;
  const variable = own ?? passwordFromEnvironment;
  if (variable === undefined) return { name, password: undefined };
  const password = await environment(variable);
  if (password === undefined || password === '') throw commandError('DeploymentPasswordMissing', { variable, config });
  return { name, password };
}
