import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Deployment and state folders that are wrong in one way each, around the documents of `root`/deployment; `config` is a CA. */
export function makeWrongSurroundings(root: string, config: string): string {
  const folders = join(root, 'surroundings');
  const deployment = (name: string, text: string) => {
    mkdirSync(join(folders, name), { recursive: true });
    writeFileSync(join(folders, name, 'deployment.json'), text);
  };
  const authorities = [{ config }];
  const documents = join(root, 'deployment');
  deployment(
    'edge',
    JSON.stringify({
      topology: join(documents, 'topology.xml'),
      localComputer: 'atl-edge-001.litwareinc.com',
      centralManagementStore: 'unreachable',
      certificateAuthorities: authorities,
    }),
  );
  deployment('broken', '{ "topology": ');
  deployment(
    'mistaken',
    JSON.stringify({ topology: 'topology.xml', certificateAuthorities: [{ config: 'no-backslash' }] }),
  );
  deployment('doctype', JSON.stringify({ topology: 'hostile.xml', certificateAuthorities: authorities }));
  writeFileSync(join(folders, 'doctype', 'hostile.xml'), '<!DOCTYPE x [<!ENTITY a "a">]><Topology>&a;</Topology>');
  deployment('absent', JSON.stringify({ topology: 'absent.xml', certificateAuthorities: authorities }));
  for (const name of ['empty', 'open']) mkdirSync(join(folders, name));
  chmodSync(join(folders, 'open'), 0o777);
  return folders;
}
