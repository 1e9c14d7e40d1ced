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
  const problems = errors.filter((error) => error.keyword !== 'anyOf').map(asProblem);
  const unique = [...new Map(problems.map((problem) => [`${problem.pointer} ${problem.text}`, problem])).values()];
  return unique.slice(0, PROBLEM_LIMIT);
}

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
    default:
      return { pointer, text: error.message ?? error.keyword };
  }
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
