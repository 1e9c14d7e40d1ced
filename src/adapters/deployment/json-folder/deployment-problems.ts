import type { DeploymentProblem } from '../../../domain/errors/deployment-errors.ts';

/** The part of ajv's error object that is read here. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Most mistakes that one message lists. */
const PROBLEM_LIMIT = 10;

/** What the schema found, one entry a mistake; alternatives of `anyOf` are reported by their own members only. */
export function deploymentProblems(errors: readonly SchemaError[]): readonly DeploymentProblem[] {
  const problems = errors.filter((error) => !isOtherAlternative(error, errors)).map(asProblem);
  const unique = [...new Map(problems.map((problem) => [`${problem.pointer} ${problem.text}`, problem])).values()];
  return unique.slice(0, PROBLEM_LIMIT);
}

/** Of two forms that a value may have, only the one that was meant is reported: the one with mistakes further inside. */
function isOtherAlternative({ keyword, instancePath }: SchemaError, errors: readonly SchemaError[]): boolean {
  if (keyword === 'anyOf') return true;
  const deeper = errors.some((other) => other.instancePath.startsWith(`${instancePath}/`));
  return keyword === 'type' && deeper;
}

/** What a text has to look like, by the name of its property. */
const FORMS: Readonly<Record<string, string>> = {
  config: 'must be host\\CA name, as certutil prints it',
  activeUrl: 'must be an http or https address with a host',
  scope: 'must be global, or site: and the name of a site',
  id: 'must begin with a letter or digit and go on with letters, digits, points, underscores and hyphens, 100 at most',
  passwordFromEnvironment: 'must be the name of an environment variable',
  crlDistributionPoint: 'must be an http, https or ldap address',
  authorityInformationAccess: 'must be an http, https or ldap address',
};

function asProblem(error: SchemaError): DeploymentProblem {
  const { instancePath: pointer, params } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const text =
        name === 'password'
          ? 'is refused: a password is never written here, use passwordFromEnvironment'
          : 'is not a property that is known here';
      return { pointer: `${pointer}/${escapePointer(name)}`, text };
    }
    case 'required':
      return { pointer, text: `needs the property "${String(params['missingProperty'])}"` };
    case 'enum':
      return { pointer, text: `must be one of ${(params['allowedValues'] as readonly unknown[]).join(', ')}` };
    case 'pattern':
      return { pointer, text: FORMS[pointer.split('/').at(-1) ?? ''] ?? 'has a form that is not allowed here' };
    default:
      return { pointer, text: error.message ?? error.keyword };
  }
}

/** One part of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
