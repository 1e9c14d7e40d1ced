import type { Assignment, AssignmentPlace } from '../domain/assignment/assignment.ts';
import type { Actor, StoreScope } from '../domain/request/stored-request.ts';

/** How a use was before a change and how it is now; undefined: it has no certificate. */
export interface AssignmentChange extends AssignmentPlace {
  readonly before: Assignment | undefined;
  readonly after: Assignment | undefined;
}

/** Says what a use has from now on; undefined: none. Called inside the transaction, so it only computes. */
export type DecideAssignment = (place: AssignmentPlace, before: Assignment | undefined) => Assignment | undefined;

/** Which certificates the services of a deployment use. A promise resolves when the change is durable. */
export interface AssignmentStore {
  /** Those of the machine and the global ones, the machine's first, each in the order of the enumeration. */
  list(scope: StoreScope): Promise<readonly Assignment[]>;
  /** Changes several uses in one transaction, and keeps each change in the history. */
  update(
    scope: StoreScope,
    places: readonly AssignmentPlace[],
    decide: DecideAssignment,
    by: Actor,
  ): Promise<readonly AssignmentChange[]>;
}
