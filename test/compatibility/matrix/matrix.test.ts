import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makePlace, type Place } from '../../end-to-end/harness/place.ts';
import { runCscert } from '../../end-to-end/harness/programs.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { renderPublished } from '../../fixtures/topologies/render-topology.ts';
import { homeOf, runScripts, type ScriptRun } from '../script-runs.ts';
import { ROLES, type Role } from './roles.ts';

const FURNISH = join(import.meta.dirname, 'furnish-a-server.ps1');
const CA = String.raw`ca01.contoso.com\Contoso-CA`;
const MODULES = ['Lync', 'SkypeForBusiness'] as const;

describe('a server of every role, under both names of the module', () => {
  const place = makePlace();
  const deployment = writeDeployment(place);
  let runs: ReadonlyMap<string, ScriptRun>;

  before(async () => {
    const calls = MODULES.flatMap((module) =>
      ROLES.map((role) => {
        const sets = role.certificates.map((uses) => uses.join(',')).join(';');
        const line = `& '${FURNISH}' -Module ${module} -CA '${CA}' -Sets '${sets}' -Foreign ${role.foreign}`;
        return { name: nameOf(module, role), line, deployment, computer: role.computer, loadsModule: true };
      }),
    );
    runs = await runScripts(place, calls);
  });
  after(() => place[Symbol.dispose]());

  for (const module of MODULES) {
    for (const role of ROLES) {
      test(`${role.name}, ${module}`, async () => {
        const { records, exitCode } = runs.get(nameOf(module, role)) ?? assert.fail('it did not run');
        assert.deepEqual(
          records.filter(({ stream }) => stream === 'error'),
          [],
        );
        const issued = role.certificates.map((uses, index) => `CN=${role.subjects[index]} for ${uses.join(',')}`);
        const refused = `Command execution failed: The computer does not need a certificate for the type "${role.foreign}"`;
        assert.deepEqual([saidBy(records), exitCode], [[...issued, refused, refused, '0', module], 0]);
        assert.deepEqual(
          await subjectsInStore(nameOf(module, role), role),
          role.subjects.map((name) => `CN=${name}`),
        );
      });
    }
  }

  async function subjectsInStore(name: string, { computer }: Role): Promise<readonly string[]> {
    const env = { CSCERT_HOME: homeOf(place, name), CSCERT_DEPLOYMENT: deployment, CSCERT_COMPUTER: computer };
    const { stdout } = await runCscert(place, ['certificate', 'list'], { env });
    const listed: { Store: string; Subject: string }[] = JSON.parse(stdout);
    return listed.filter(({ Store }) => Store === 'My').map(({ Subject }) => Subject);
  }
});

function nameOf(module: string, { computer }: Role): string {
  return `${module}-${computer}`;
}

function saidBy(records: ScriptRun['records']): readonly string[] {
  return records.flatMap((record) => (record.stream === 'output' ? [record.text] : []));
}

/** One deployment with a pool of every role. */
function writeDeployment(place: Place): string {
  const folder = join(place.root, 'contoso');
  mkdirSync(folder);
  const topology = buildTopology({ pools: ROLES.map(({ pool }) => pool) });
  writeFileSync(join(folder, 'topology.xml'), renderPublished(topology));
  const deployment = {
    topology: 'topology.xml',
    simpleUrls: [{ component: 'Dialin', domain: '*', activeUrl: 'https://dialin.contoso.com' }],
    certificateAuthorities: [{ config: CA }],
  };
  writeFileSync(join(folder, 'deployment.json'), JSON.stringify(deployment));
  return folder;
}
