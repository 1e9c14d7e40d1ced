import type { CompletionQuestion } from '../app/complete.ts';
import { validateCompleteParams } from '../generated/method-validators.js';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';

/** The method `complete`: the values that a prompt may offer for a parameter. */
export function completeMethod(complete: (question: CompletionQuestion) => Promise<readonly string[]>): Method {
  return async (params) => {
    if (!isCompletionQuestion(params)) throw new InvalidParams(describeProblem(validateCompleteParams));
    return { values: await complete(params) };
  };
}

function isCompletionQuestion(params: unknown): params is CompletionQuestion {
  return validateCompleteParams(params);
}
