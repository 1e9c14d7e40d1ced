import type { PoolDescription } from '../../fixtures/topologies/build-topology.ts';
import {
  directorPool,
  edgePool,
  enterprisePool,
  mediationPool,
  standardEdition,
} from '../../fixtures/topologies/pools.ts';

/** A computer of each role that needs certificates, and what it needs (domain facts 1.3). */
export interface Role {
  readonly name: string;
  readonly computer: string;
  readonly pool: PoolDescription;
  /** Types that share one certificate, in the order of the wizard. */
  readonly certificates: readonly (readonly string[])[];
  /** Subject names of these certificates. */
  readonly subjects: readonly string[];
  /** A type of another role. */
  readonly foreign: string;
}

const WEB = { external: 'webext.contoso.com' };
const FRONT_END = [['Default', 'WebServicesInternal', 'WebServicesExternal'], ['OAuthTokenIssuer']];
const EXTERNAL = { access: 'sip.contoso.com', webConferencing: 'webcon.contoso.com', audioVideo: 'av.contoso.com' };

export const ROLES: readonly Role[] = [
  {
    name: 'Standard Edition server',
    computer: 'se01.contoso.com',
    pool: standardEdition('se01.contoso.com', WEB),
    certificates: FRONT_END,
    subjects: ['se01.contoso.com', 'contoso.com'],
    foreign: 'Internal',
  },
  {
    name: 'Enterprise Edition Front End',
    computer: 'ee02.contoso.com',
    pool: enterprisePool('eepool.contoso.com', ['ee01.contoso.com', 'ee02.contoso.com'], WEB),
    certificates: FRONT_END,
    subjects: ['eepool.contoso.com', 'contoso.com'],
    foreign: 'AccessEdgeExternal',
  },
  {
    name: 'Director',
    computer: 'dir01.contoso.com',
    pool: directorPool('dir-pool.contoso.com', ['dir01.contoso.com'], { external: 'webdirext.contoso.com' }),
    certificates: FRONT_END,
    subjects: ['dir-pool.contoso.com', 'contoso.com'],
    foreign: 'DataEdgeExternal',
  },
  {
    name: 'Edge Server',
    computer: 'edge01.contoso.com',
    pool: edgePool('edge01.contoso.com', ['edge01.contoso.com'], EXTERNAL),
    certificates: [['Internal'], ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication']],
    subjects: ['edge01.contoso.com', 'sip.contoso.com'],
    foreign: 'Default',
  },
  {
    name: 'Mediation Server',
    computer: 'med01.contoso.com',
    pool: mediationPool('med-pool.contoso.com', ['med01.contoso.com']),
    certificates: [['Default']],
    subjects: ['med-pool.contoso.com'],
    foreign: 'WebServicesInternal',
  },
];
