import { hostname } from 'node:os';
import type { IsThisMachine } from './windows-path.ts';

/** Every host calls itself so. */
const ALWAYS = ['localhost', '127.0.0.1'];

/**
 * Tells the names of this machine: those given (FQDN or bare, in any case) and the host's own. A bare name stands for
 * every name that begins with it, and the other way round.
 */
export function isOneOf(names: readonly string[]): IsThisMachine {
  const known = [...names, hostname(), ...ALWAYS].map((name) => name.toLowerCase());
  return (server) => {
    const asked = server.toLowerCase();
    return known.some(
      (name) => name === asked || labelOf(name) === asked || (!name.includes('.') && name === labelOf(asked)),
    );
  };
}

function labelOf(name: string): string {
  return /^[\d.]+$/.test(name) ? name : (name.split('.')[0] ?? name);
}
