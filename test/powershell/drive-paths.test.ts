import { type Case, describeCases, throws, writes } from './cases.ts';

/** Location, path as typed, and what the engine is told: `%` is the folder of the emulated drives. */
const TOLD: readonly (readonly [location: string, given: string, path: string, driveRoot: string])[] = [
  ['%/..', 'C:\\a\\..\\..\\..\\x.req', '%/C/x.req', '%/C'],
  ['%/..', 'c:/../x.req', '%/C/x.req', '%/C'],
  ['%/..', 'C:..\\..\\x.req', '%/C/x.req', '%/C'],
  ['C:\\Certs\\Sub', 'x.req', '%/C/Certs/Sub/x.req', '%/C'],
  ['C:\\Certs\\Sub', 'new\\x.req', '%/C/Certs/Sub/new/x.req', '%/C'],
  ['C:\\Certs\\Sub', '..\\x.req', '%/C/Certs/x.req', '%/C'],
  ['C:\\Certs\\Sub', '..\\..\\../..\\x.req', '%/C/x.req', '%/C'],
  ['C:\\Certs\\Sub', 'a\\..\\..\\..\\..\\x.req', '%/C/x.req', '%/C'],
  ['C:\\Certs\\Sub', '\\x.req', '%/C/x.req', '%/C'],
  ['C:\\Certs\\Sub', '\\..\\x.req', '%/C/x.req', '%/C'],
  ['C:\\Certs\\Sub', 'C:x.req', '%/C/Certs/Sub/x.req', '%/C'],
  ['C:\\Certs\\Sub', 'D:\\..\\x.req', '%/D/x.req', '%/D'],
  ['C:\\Certs\\Sub', 'folder\\', '%/C/Certs/Sub/folder/', '%/C'],
  ['C:\\Certs\\Sub', '/tmp/x.req', '/tmp/x.req', ''],
  ['C:\\Certs\\Sub', '~/x.req', '~/x.req', ''],
  ['%/..', '\\x.req', '\\x.req', ''],
  ['%/..', '\\\\server\\share\\x.req', '\\\\server\\share\\x.req', ''],
];

const BEGIN = `Import-Module Lync; $null = [IO.Directory]::CreateDirectory("$env:CSCERT_HOME/drives/C/Certs/Sub"); $at = "$env:CSCERT_HOME/drives"; $was = '' + $ExecutionContext.SessionState.Path.CurrentLocation`;

function told([location, given, path, driveRoot]: (typeof TOLD)[number]): Case[] {
  return ['Output', 'Report'].map((parameter) => ({
    rule: `-${parameter} ${given} in ${location} is ${path}`,
    script: `${BEGIN}
$null = $ExecutionContext.SessionState.Path.SetLocation('${location}'.Replace('%', $at))
try {
  $r = ((Request-CsCertificate -New -Type Default -${parameter} '${given}').NextStep | ConvertFrom-Json).parameters.${parameter}
  $r.given; $r.provider; $r.path.Replace($at, '%').Replace($env:HOME, '~'); ('' + $r.driveRoot).Replace($at, '%')
} finally { $null = $ExecutionContext.SessionState.Path.SetLocation($was) }`,
    check: writes(given, 'FileSystem', path, driveRoot),
  }));
}

describeCases('A path on an emulated drive is told to the engine without leaving the drive', TOLD.flatMap(told));

describeCases('What PowerShell itself cannot resolve', [
  {
    rule: 'is one error of ours, which does not show where the drive lies',
    script: `${BEGIN}; $f = $ExecutionContext.SessionState.Provider.GetOne('FileSystem'); $null = $ExecutionContext.SessionState.Drive.New([Management.Automation.PSDriveInfo]::new('Mine', $f, "$at/C/Certs", '', $null), 'global'); Request-CsCertificate -New -Type Default -Output Mine:\\..\\..\\x.req`,
    check: throws({
      type: 'System.ArgumentException',
      id: 'PathNotResolved,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet',
      message:
        'The value of -Output, "Mine:\\..\\..\\x.req", is no path that PowerShell can resolve. A path does not lead out of its drive.',
      details:
        'Command execution failed: The value of -Output, "Mine:\\..\\..\\x.req", is no path that PowerShell can resolve. A path does not lead out of its drive.',
    }),
  },
]);
