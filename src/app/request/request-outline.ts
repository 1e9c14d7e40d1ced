import type { CertificateUse } from '../../domain/certificate-use.ts';
import type { Deployment, Product } from '../../domain/deployment/deployment.ts';
import { readDnsName } from '../../domain/dns/dns-name.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { deriveNames } from '../../domain/names/derive-names.ts';
import type { DerivedNames, DroppedName, ReasonedName } from '../../domain/names/derived-names.ts';
import { foreseeAlternativeNames } from '../../domain/request/linter.ts';
import type { RequestPlan } from '../../domain/request/request-plan.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { Machine } from '../../domain/topology/topology.ts';
import { subjectName } from '../../domain/x500/distinguished-name.ts';
import { checkDistinguishedName } from '../../domain/x500/name-rules.ts';
import type { LoadedTopology } from '../../ports/topology-source.ts';
import type { Deps } from '../deps.ts';
import { scopeOf } from '../local-scope.ts';
import type { NewRequestParameters } from '../request-parameters.ts';
import { localComputerName, selectMachine } from '../select-machine.ts';
import { simpleUrlsOf } from '../simple-urls.ts';
import type { CheckedParameters, RequestTarget } from './check-parameters.ts';
import { topologyWarnings } from './topology-warnings.ts';

/** All that is decided about a request before anything is written: what -WhatIf shows. */
export interface RequestOutline {
  readonly uses: readonly CertificateUse[];
  readonly target: RequestTarget;
  readonly template: string;
  readonly product: Product;
  readonly machine: Machine;
  readonly scope: StoreScope;
  readonly subject: ReasonedName;
  readonly alternativeNames: readonly ReasonedName[];
  readonly dropped: readonly DroppedName[];
  readonly plan: RequestPlan;
  readonly loaded: LoadedTopology;
  /** Texts of recoverable warnings, in order. */
  readonly warnings: readonly string[];
}

/** Derives the names from the topology and plans the request. Nothing is written. */
export async function outlineRequest(
  deps: Deps,
  deployment: Deployment,
  loaded: LoadedTopology,
  { parameters, checked }: { readonly parameters: NewRequestParameters; readonly checked: CheckedParameters },
): Promise<RequestOutline> {
  const { topology } = loaded;
  const localComputer = await localComputerName(deps, deployment);
  const machine = selectMachine(deployment, topology, localComputer, parameters.ComputerFqdn);
  const urls = await simpleUrlsOf(deps, deployment, loaded);
  const derived = deriveNames({
    topology,
    machine,
    simpleUrls: urls,
    uses: checked.uses,
    domainName: parameters.DomainName,
    allSipDomain: parameters.AllSipDomain === true,
    policies: deployment.policies,
  });
  const names = encodableNames(derived, deps.names.toAscii);
  return {
    uses: checked.uses,
    target: checked.target,
    template: checked.template,
    product: deployment.product,
    machine,
    scope: scopeOf(deployment, topology, localComputer),
    subject: derived.subject,
    alternativeNames: names.kept,
    dropped: [...derived.dropped, ...names.dropped],
    plan: planRequest(derived.subject.name, names.kept, parameters, checked),
    loaded,
    warnings: [
      ...checked.warnings,
      ...topologyWarnings(topology, urls),
      ...names.warnings,
      ...missingSimpleUrlsWarning(derived),
    ],
  };
}

function planRequest(
  commonName: string,
  names: readonly ReasonedName[],
  parameters: NewRequestParameters,
  { template, keyAlgorithm, keySize, organization }: CheckedParameters,
): RequestPlan {
  const subject = subjectName(commonName, {
    organizationalUnit: organization.OU,
    organization: organization.Organization,
    city: organization.City,
    state: organization.State,
    country: organization.Country,
  });
  checkDistinguishedName(subject);
  const alternativeNames = names.map(({ name }) => name);
  foreseeAlternativeNames(alternativeNames);
  return {
    subject,
    alternativeNames,
    keyAlgorithm,
    keySize,
    clientAuthentication: parameters.ClientEKU === true,
    template,
    clientInfo: undefined,
  };
}

interface EncodableNames {
  readonly kept: readonly ReasonedName[];
  readonly dropped: readonly DroppedName[];
  readonly warnings: readonly string[];
}

/** The names as a certificate can hold them: the DNS rules, IDNA with a warning, and no name twice after it. */
function encodableNames(derived: DerivedNames, toAscii: (name: string) => string): EncodableNames {
  const kept: ReasonedName[] = [];
  const dropped: DroppedName[] = [];
  const warnings: string[] = [];
  const seen = new Set<string>();
  for (const { name: given, reason } of derived.alternativeNames) {
    const { name, converted } = readName(given, reason, toAscii);
    if (converted) {
      warnings.push(
        `The name "${given}" is requested as "${name}". The product does not support internationalized domain names.`,
      );
    }
    if (seen.has(name.toLowerCase())) dropped.push({ name: given, reason: `the same name as "${name}"` });
    else kept.push({ name, reason });
    seen.add(name.toLowerCase());
  }
  return { kept, dropped, warnings };
}

/** A name that cannot be encoded is an error that says where it comes from. */
function readName(given: string, reason: string, toAscii: (name: string) => string) {
  const reading = readDnsName(given, toAscii);
  if (reading.ok) return reading;
  throw commandError('InvalidDnsName', { name: given, problem: `${reading.problem} (${reason})` }, { target: given });
}

function missingSimpleUrlsWarning({ missingSimpleUrls }: DerivedNames): readonly string[] {
  return missingSimpleUrls
    ? [
        'The simple URLs are not known, so their names are missing from the request: a published topology does not hold them. Export both with "Export-CsConfiguration -FileName configuration.zip" and name that file as topology in deployment.json, or list them there as simpleUrls.',
      ]
    : [];
}
