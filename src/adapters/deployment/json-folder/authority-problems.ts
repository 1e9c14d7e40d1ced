import { denialText, parseHresult } from '../../../domain/authority/denial-codes.ts';
import { DEFAULT_TEMPLATE } from '../../../domain/deployment/deployment.ts';
import type { DeploymentProblem } from '../../../domain/errors/deployment-errors.ts';
import type {
  BehaviourDocument,
  CertificateAuthorityDocument,
  DecisionTimeDocument,
  TemplateDocument,
} from './deployment-document.ts';

/** Properties of the real default template that nobody can change (certificate authorities 2.3: version 1). */
const FIXED_PROPERTIES = ['enhancedKeyUsages', 'minimumKeySize', 'validityDays'] as const;

/** Mistakes in the CAs that a schema cannot tell. */
export function authorityProblems(authorities: readonly CertificateAuthorityDocument[]): readonly DeploymentProblem[] {
  const pointer = '/certificateAuthorities';
  return [
    ...repetitions(authorities, pointer, 'config', ({ config }) => config, 'names the same CA again'),
    ...authorities.flatMap((authority, index) => oneAuthority(authority, `${pointer}/${index}`)),
  ];
}

function oneAuthority({ templates = [], behaviour }: CertificateAuthorityDocument, pointer: string) {
  return [
    ...repetitions(templates, `${pointer}/templates`, 'name', ({ name }) => name, 'names the same template again'),
    ...templates.flatMap((template, index) => oneTemplate(template, `${pointer}/templates/${index}`)),
    ...behaviourProblems(behaviour, `${pointer}/behaviour`),
  ];
}

function oneTemplate(template: TemplateDocument, pointer: string): readonly DeploymentProblem[] {
  const isFixed = template.name.toLowerCase() === DEFAULT_TEMPLATE.toLowerCase();
  const changed = isFixed ? FIXED_PROPERTIES.filter((name) => template[name] !== undefined) : [];
  const text = `cannot be changed: "${DEFAULT_TEMPLATE}" is the default template of AD CS; publish another template for that`;
  return [
    ...changed.map((name) => ({ pointer: `${pointer}/${name}`, text })),
    ...behaviourProblems(template.behaviour, `${pointer}/behaviour`),
  ];
}

function behaviourProblems(behaviour: BehaviourDocument | undefined, pointer: string): readonly DeploymentProblem[] {
  const { approve, deny, revoke } = behaviour ?? {};
  const [first, ...others] = Object.entries({ approve, deny, revoke }).filter(([, value]) => value !== undefined);
  const text = `cannot stand beside "${first?.[0]}": a request has one outcome`;
  return [
    ...others.map(([name]) => ({ pointer: `${pointer}/${name}`, text })),
    ...timeProblems(approve, `${pointer}/approve`, true),
    ...timeProblems(deny, `${pointer}/deny`, false),
    ...timeProblems(revoke, `${pointer}/revoke`, true),
    ...textProblems(deny, `${pointer}/deny`),
  ];
}

function timeProblems(time: DecisionTimeDocument | undefined, pointer: string, needed: boolean): DeploymentProblem[] {
  if (time === undefined) return [];
  const { afterPolls, afterSeconds } = time;
  if (afterPolls !== undefined && afterSeconds !== undefined) {
    return [{ pointer: `${pointer}/afterSeconds`, text: 'cannot stand beside "afterPolls"' }];
  }
  const missing = needed && afterPolls === undefined && afterSeconds === undefined;
  return missing ? [{ pointer, text: 'needs the property "afterPolls" or "afterSeconds"' }] : [];
}

function textProblems(deny: BehaviourDocument['deny'], pointer: string): DeploymentProblem[] {
  if (deny?.hresult === undefined || deny.message !== undefined) return [];
  const known = denialText(parseHresult(deny.hresult) ?? 0) !== undefined;
  return known
    ? []
    : [{ pointer: `${pointer}/hresult`, text: 'has no text that is known here: give the "message" beside it' }];
}

function repetitions<Item>(
  items: readonly Item[],
  pointer: string,
  property: string,
  nameOf: (item: Item) => string,
  text: string,
): readonly DeploymentProblem[] {
  const names = items.map((item) => nameOf(item).toLowerCase());
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ pointer: `${pointer}/${index}/${property}`, text }] : [],
  );
}
