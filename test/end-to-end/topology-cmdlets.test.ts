import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { writeDeployment } from './harness/deployments.ts';
import { makePlace } from './harness/place.ts';
import { onlyObject, type ProbedScript, propertyOf, runProbes, sayings } from './harness/probe.ts';

/** Names and .NET types of the properties, in order. */
const SHAPES = {
  computer: ['Identity System.String', 'Pool System.String', 'Fqdn System.String'],
  pool: [
    'Identity System.String',
    'Services System.String[]',
    'Computers System.String[]',
    'Fqdn System.String',
    'BackupPoolFqdn System.Object',
    'Site System.String',
  ],
  sipDomain: ['Identity System.String', 'Name System.String', 'IsDefault System.Boolean'],
} as const;

describe('the cmdlets that read the topology, in a script', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    script = await runProbes(
      place,
      `
Probe computer { Get-CsComputer -Local }
Probe pool { Get-CsPool pool1.litwareinc.com }
Probe sipDomain { Get-CsSipDomain }
Probe types { foreach ($o in (Get-CsComputer -Local), (Get-CsPool -Filter pool*), (Get-CsSipDomain)) { $o.PSObject.TypeNames[0] } }
Probe members {
    $pool = Get-CsPool (Get-CsComputer -Local).Pool
    foreach ($server in $pool.Computers) { "server $server" }
    (Get-CsPool | Where-Object {$_.Services -match 'Registrar'}).Identity
    (Get-CsPool | ? {$_.Services -like '*EdgeServer*'}).Computers
    @(Get-CsPool | Where-Object {$_.Services.Count -eq 0}).Count
    (Get-CsSipDomain | Where-Object {$_.IsDefault -eq $True}).Name
}
Probe identities {
    foreach ($name in 'Get-CsComputer', 'Get-CsPool', 'Get-CsService', 'Get-CsSipDomain') { "$((Get-Command $name).Parameters.Identity.ParameterType)" }
    (Get-CsPool (Get-CsPool)[0]).Fqdn
    (Get-CsService -Identity (Get-CsService -Registrar)).Role
    @(Get-CsPool -Identity '').Count -eq @(Get-CsPool -Identity $null).Count
    [Microsoft.Rtc.Management.Xds.XdsGlobalRelativeIdentity] ' POOL1' -eq 'pool1'
    [Microsoft.Rtc.Management.Xds.XdsIdentity] 'x' -eq [Microsoft.Rtc.Management.Xds.XdsGlobalRelativeIdentity] 'x'
}
Probe service {
    $edge = Get-CsService -EdgeServer
    $edge.AccessEdgeExternalFqdn, $edge.DataEdgeExternalFqdn, $edge.AVEdgeExternalFqdn -join ' '
    $edge.AccessEdgeClientSipPort + 1
    (Get-CsService -webserver -poolfqdn POOL1.litwareinc.com).InternalFqdn
    (Get-CsService | Where-Object {$_.SiteID -eq 'site:Atlanta'}).Count
    @(Get-CsService | Where-Object {$_.Role -eq 'EdgeServer' -or $_.Role -eq 'WebServer'}).Count
    (Get-CsService | Where-Object {$_.DependentServiceList -like '*Registrar*'}).Role -join ' '
    "service:" + (Get-CSService | ?{$_.Applications -Like "*RGS*"}).ServiceId
    (Get-CsService -ConferenceServer).Identity
    @(Get-CsService -ExternalServer).Count
    Get-CsService 'Registrar:pool1.litwareinc.com' | ForEach-Object { $_.Identity }
    (Get-CsService -Registrar).PSObject.TypeNames[0]
    "$(Get-CsService -Registrar)"
}
Probe topology {
    $t = Get-CsTopology
    foreach ($machine in $t.Machines) { $machine.Fqdn }
    ($t.Clusters | Where {($_.RequiresReplication) -and (!$_.IsOnEdge)} | %{[string]$_.Fqdn})
    ($t | Select-Object -ExpandProperty Sites).Name
    ($t.Services | Where {$_.RoleId -like 'EdgeServer??'}).NetPorts | Where {$_.NetInterfaceId -match 'External:?'} | Select -Expand EffectiveFQDN -Unique
    $pool = $t.Clusters[0]
    [object]::ReferenceEquals($t.Machines[0].Cluster.PSObject.BaseObject, $pool.PSObject.BaseObject)
    if ($t.Services | Where {$_.InstalledOn.Cluster -like $t.Clusters[2].ClusterId}) { 'SQL Server' }
    $store = ($pool.InstalledServices | Where {$_.ServiceId -like '*UserServices*'}).DependentServices | Where {$_.Service -like '*UserStore*'}
    $store.Service.InstalledOn.SqlInstanceId.ToString().Replace($store.Service.InstalledOn.Cluster.ToString(), $store.Service.InstalledOn.Cluster.Fqdn)
}
Probe xml {
    $x = Get-CsTopology -AsXml
    $x -is [System.Xml.Linq.XElement]
    $x.ToString() -ceq [IO.File]::ReadAllText("$env:CSCERT_DEPLOYMENT/topology.xml").Trim()
    $x.Name.LocalName
    [xml]$d = Get-CsTopology -AsXml
    $d.Topology.Clusters.Cluster.Fqdn -join ' '
    Get-CsTopology -AsXml | Out-File out.xml
    ([xml](Get-Content -Raw out.xml)).Topology.InternalDomains.DefaultDomain
    [IO.File]::ReadAllText("$PWD/out.xml").Trim() -ceq $x.ToString()
}
Probe urls {
    (Get-CsSimpleUrlConfiguration | select -ExpandProperty SimpleUrl | Select -ExpandProperty ActiveUrl).Replace('https://','')
    (Get-CsSimpleUrlConfiguration global | Select-Object -ExpandProperty SimpleUrl | Where-Object {$_.Component -eq 'Meet'}).Domain
    (Get-CsSimpleUrlConfiguration).SimpleUrl[0].SimpleUrlEntry.Url
}
Probe roles {
    (Get-CsAdminRole | Where-Object {$_.Cmdlets –match "Request-CsCertificate"}).Identity -join ' '
    @(Get-CsAdminRole | Where-Object {$_.Cmdlets -match "Set-CsUser\b"}).Count
    'CsHelpDesk', 'csadministrator' | Get-CsAdminRole | ForEach-Object Identity
    @(Get-CsAdminRole | Where-Object {$_.IsStandardRole -eq $False}).Count
    (Get-CsAdminRole CsHelpDesk | Select-Object -ExpandProperty Cmdlets) -contains 'Get-CsPool'
}
Probe tenant { Get-CsSimpleUrlConfiguration -Tenant 38aad667-af54-4397-aaa7-e94c79ec2308 }
Probe 'two roles' { Get-CsService -Registrar -WebServer }
Probe 'switched off' { Get-CsService -Registrar:$false }
Probe unknown { Get-CsPool nowhere.litwareinc.com; 'the next line' }
Probe caught { try { Get-CsPool nowhere.litwareinc.com -ErrorAction Stop } catch { $_.CategoryInfo.Category } }
Probe silent { Get-CsPool nowhere.litwareinc.com -ErrorAction SilentlyContinue }
Probe round {
    $pool = Get-CsPool pool1.litwareinc.com
    ($pool | ConvertTo-Json | ConvertFrom-Json).Computers -join ' '
    (Get-CsComputer -Local | Select-Object Identity, Pool | ConvertTo-Csv)[-1]
}
Probe module { (SkypeForBusiness\\Get-CsComputer -Local).Fqdn }
Probe default { Get-CsComputer -Local | Out-String }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  for (const name of Object.keys(SHAPES) as readonly (keyof typeof SHAPES)[]) {
    test(`${name}: the product's properties in its order`, () => {
      const { properties } = onlyObject(script.of(name));
      assert.deepEqual(
        properties.map((property) => `${property.name} ${property.type}`),
        SHAPES[name],
      );
    });

    test(`${name}: its text is its identity`, () => {
      const object = onlyObject(script.of(name));
      assert.equal(object.text, propertyOf(object, 'Identity'));
    });
  }

  test('objects carry the type names of the product', () => {
    assert.deepEqual(sayings(script.of('types')), [
      'Microsoft.Rtc.Management.Deploy.Internal.Machine',
      'Microsoft.Rtc.Management.Deploy.Internal.Cluster',
      'Microsoft.Rtc.Management.Xds.SipDomain',
    ]);
  });

  test('what scripts do with pools, computers and domains', () => {
    assert.deepEqual(sayings(script.of('members')), [
      'server atl-cs-001.litwareinc.com',
      'server atl-cs-002.litwareinc.com',
      'pool1.litwareinc.com',
      'atl-edge-001.litwareinc.com',
      '0',
      'litwareinc.com',
    ]);
  });

  test('what scripts do with services', () => {
    assert.deepEqual(sayings(script.of('service')), [
      'ap.litwareinc.com dp.litwareinc.com av.litwareinc.com',
      '444',
      'pool1int.litwareinc.com',
      '13',
      '2',
      'UserServer WebServer EdgeServer',
      'service:1-ApplicationServer-1',
      'ConferencingServer:pool1.litwareinc.com',
      '0',
      'Registrar:pool1.litwareinc.com',
      'Microsoft.Rtc.Management.Xds.DisplayRegistrar',
      'Registrar:pool1.litwareinc.com',
    ]);
  });

  test('what scripts do with the whole topology', () => {
    assert.deepEqual(sayings(script.of('topology')), [
      'atl-cs-001.litwareinc.com',
      'atl-cs-002.litwareinc.com',
      'atl-edge-001.litwareinc.com',
      'atl-sql-001.litwareinc.com',
      'atl-fs-001.litwareinc.com',
      'pool1.litwareinc.com',
      'Atlanta',
      'ap.litwareinc.com',
      'dp.litwareinc.com',
      'av.litwareinc.com',
      'True',
      'SQL Server',
      'atl-sql-001.litwareinc.com\\',
    ]);
  });

  test('-AsXml is an element to walk through, whose text is the exported document', () => {
    assert.deepEqual(sayings(script.of('xml')), [
      'True',
      'True',
      'Topology',
      'pool1.litwareinc.com atl-edge-001.litwareinc.com atl-sql-001.litwareinc.com atl-fs-001.litwareinc.com',
      'litwareinc.com',
      'True',
    ]);
  });

  test('what scripts do with simple URLs', () => {
    assert.deepEqual(sayings(script.of('urls')), [
      'dialin.litwareinc.com',
      'meet.litwareinc.com',
      'admin.litwareinc.com',
      'litwareinc.com',
      'https://dialin.litwareinc.com',
    ]);
    assert.match(script.of('tenant').failure?.id ?? '', /^TenantUnknown,/);
    assert.equal(script.of('tenant').failure?.exceptionType, 'System.NotSupportedException');
  });

  test('what scripts do with roles, the dash of the documentation included', () => {
    assert.deepEqual(sayings(script.of('roles')), [
      'CsAdministrator CsServerAdministrator',
      '0',
      'CsHelpDesk',
      'CsAdministrator',
      '0',
      'True',
    ]);
  });

  test('two roles at once, or a role that is switched off, is an error', () => {
    assert.match(script.of('two roles').failure?.id ?? '', /^AmbiguousParameterSet,/);
    assert.match(script.of('switched off').failure?.id ?? '', /^NothingSelected,/);
  });

  test('-Identity has the type of the product, and takes a thing of the topology for its name', () => {
    const type = 'Microsoft.Rtc.Management.Xds.XdsGlobalRelativeIdentity';
    const bound = ['pool1.litwareinc.com', 'Registrar', 'True', 'True', 'False'];
    assert.deepEqual(sayings(script.of('identities')), [type, type, type, type, ...bound]);
  });

  test('an unknown identity is an error record, and the script goes on', () => {
    const { records, failure } = script.of('unknown');
    assert.equal(failure, null);
    const [first, second] = records;
    assert.ok(first?.stream === 'error');
    assert.equal(first.error.id, 'IdentityNotFound,Microsoft.Rtc.Management.Xds.GetPoolCmdlet');
    assert.equal(first.error.category, 'ObjectNotFound');
    assert.equal(first.error.exceptionType, 'System.ArgumentException');
    assert.equal(first.error.target, 'nowhere.litwareinc.com');
    assert.equal(second?.stream, 'output');
    assert.deepEqual(sayings(script.of('caught')), ['ObjectNotFound']);
    assert.deepEqual(script.of('silent').records, []);
  });

  test('objects go through JSON and CSV', () => {
    assert.deepEqual(sayings(script.of('round')), [
      'atl-cs-001.litwareinc.com atl-cs-002.litwareinc.com',
      '"atl-cs-001.litwareinc.com","pool1.litwareinc.com"',
    ]);
  });

  test('the other module has them too', () => {
    assert.deepEqual(sayings(script.of('module')), ['atl-cs-001.litwareinc.com']);
  });

  test('a computer is shown as a list', () => {
    const [text = ''] = sayings(script.of('default'));
    assert.match(text, /^Identity : atl-cs-001\.litwareinc\.com$/m);
    assert.match(text, /^Pool +: pool1\.litwareinc\.com$/m);
  });
});

describe('the same on an Edge Server, which does not reach the central store', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    const deployment = writeDeployment(place, {
      localComputer: 'atl-edge-001.litwareinc.com',
      centralManagementStore: 'unreachable',
    });
    script = await runProbes(
      place,
      `
Probe fallback {
    try { $servers = (Get-CsPool | Where-Object Services -match 'Edge').Computers }
    catch { $servers = (Get-CsTopology -LocalStore | Select-Object -ExpandProperty Machines | Where-Object Fqdn -match 'edge').Fqdn }
    $servers
}
Probe central { Get-CsService -EdgeServer }
Probe local { (Get-CsComputer -Local).Fqdn; (Get-CsSimpleUrlConfiguration -LocalStore).Identity; (Get-CsAdminRole CsHelpDesk -LocalStore).Identity }
`,
      { env: { CSCERT_DEPLOYMENT: deployment } },
    );
  });
  after(() => place[Symbol.dispose]());

  test('a script that catches it reads the local replica', () => {
    assert.deepEqual(sayings(script.of('fallback')), ['atl-edge-001.litwareinc.com']);
  });

  test('the error is the one that scripts look for', () => {
    const { failure } = script.of('central');
    assert.match(failure?.id ?? '', /CentralMgmtStoreInaccessible/);
    assert.equal(failure?.exceptionType, 'System.ArgumentException');
    assert.match(failure?.message ?? '', /Get-CsTopology -LocalStore/);
  });

  test('what has a local answer gives it', () => {
    assert.deepEqual(sayings(script.of('local')), ['atl-edge-001.litwareinc.com', 'Global', 'CsHelpDesk']);
  });
});

describe('the same over a Topology Builder file', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    const topology = join(REPOSITORY, 'test', 'fixtures', 'topologies', 'never-published.tbxml');
    const deployment = writeDeployment(place, { topology, localComputer: 'FE1.fabrikam.com', simpleUrls: undefined });
    script = await runProbes(
      place,
      `
Probe xml { Get-CsTopology -AsXml }
Probe rest {
    (Get-CsTopology).Sites.Name -join ' '
    (Get-CsSipDomain | Where-Object IsDefault).Name
    (Get-CsSimpleUrlConfiguration).SimpleUrl.ActiveUrl -join ' '
    (Get-CsService -Registrar).PoolFqdn -join ' '
}
`,
      { env: { CSCERT_DEPLOYMENT: deployment } },
    );
  });
  after(() => place[Symbol.dispose]());

  test('there is no published document, which one clear error says', () => {
    const { failure, records } = script.of('xml');
    assert.equal(failure?.id, 'TopologyNotPublished,Microsoft.Rtc.Management.Xds.GetTopologyCmdlet');
    assert.equal(failure?.exceptionType, 'System.InvalidOperationException');
    assert.match(failure?.message ?? '', /is a file of Topology Builder, not a published topology/);
    assert.deepEqual(records, []);
  });

  test('everything else is as from a published topology', () => {
    assert.deepEqual(sayings(script.of('rest')), [
      'K\u00f6ln & Bonn Aachen',
      'Fabrikam.com',
      'https://dialin.fabrikam.com https://lync.fabrikam.com/Meet',
      'pool.fabrikam.com sba.fabrikam.com',
    ]);
  });
});
