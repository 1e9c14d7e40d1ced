import { join } from 'node:path';
import type { CallContext } from '../../../src/app/call-context.ts';
import type { Deps } from '../../../src/app/deps.ts';
import { createDeps } from '../../../src/composition/create-deps.ts';
import type { CommandError } from '../../../src/domain/errors/command-error.ts';
import type { Host, OutputObject } from '../../../src/ports/host.ts';
import { callContext } from '../../fixtures/call-context.ts';
import type { FaultPlace } from './places.ts';

/** The product's own dependencies over a state folder of the place; each call is another opening of the store. */
export function depsOver(place: FaultPlace): Deps {
  return createDeps({
    home: join(place.root, 'home'),
    deployment: place.deployment,
    moduleFolder: join(place.root, 'module'),
    computer: undefined,
    keyPassphrase: undefined,
    keyPassphraseFile: undefined,
  });
}

export function contextIn(place: FaultPlace, changes: Partial<CallContext> = {}): CallContext {
  return callContext(place.root, changes);
}

/** A host that agrees to everything but what -WhatIf holds back, and remembers what it was told. */
export class RememberingHost implements Host {
  readonly objects: OutputObject[] = [];
  readonly warnings: string[] = [];
  readonly verboseLines: string[] = [];
  readonly errors: CommandError[] = [];
  readonly #whatIf: boolean;

  constructor(whatIf = false) {
    this.#whatIf = whatIf;
  }

  output(object: OutputObject): void {
    this.objects.push(object);
  }

  verbose(text: string): void {
    this.verboseLines.push(text);
  }

  warning(text: string): void {
    this.warnings.push(text);
  }

  hostLine(): void {}

  error(error: CommandError): void {
    this.errors.push(error);
  }

  async shouldProcess(): Promise<boolean> {
    return !this.#whatIf;
  }

  async shouldContinue(): Promise<boolean> {
    return true;
  }

  async environmentVariable(): Promise<undefined> {
    return undefined;
  }
}
