import assert from 'node:assert/strict';
import { describeCases, throws, writes } from './cases.ts';

const CALL = 'Request-CsCertificate -New -Type Default -Template';

describeCases('Objects that come as a table', [
  {
    rule: 'are one object each, however many messages they took, in their order',
    script: `${CALL} tableInParts | ForEach-Object { $_.PSObject.TypeNames[0] + ' ' + $_ }`,
    check: writes('Product.Pool Pool', 'Product.Alone Alone'),
  },
  {
    rule: 'share what they refer to, in circles too',
    script: `$pool = (${CALL} tableInParts)[0]; $pool.Machines.Ordinal -join ' '; [object]::ReferenceEquals($pool.Machines[1].Pool.PSObject.BaseObject, $pool.PSObject.BaseObject); "$($pool.Machines[0].Pool.Machines)"`,
    check: writes('1 2', 'True', 'Machine1 Machine2'),
  },
  {
    rule: 'hold values of the right types',
    script: `$pool = (${CALL} tableInParts)[0]; $pool.Names.GetType().Name; $pool.Ports.Count; $pool.Machines[1].On.GetType().Name; $pool.Machines[1].Ordinal.GetType().Name; $null -eq $pool.Machines[1].None; $pool.PSObject.Properties.Name -join ' '`,
    check: writes('String[]', '0', 'Boolean', 'Int32', 'True', 'Fqdn Machines Names Ports'),
  },
  {
    rule: 'are refused where one refers to nothing',
    script: `${CALL} brokenTable`,
    check: throws({ id: 'EngineProtocolError,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet' }),
  },
]);

describeCases('A document that comes in parts', [
  {
    rule: 'is an XML element with the text to the letter',
    script: `$x = ${CALL} documentInParts; $x -is [System.Xml.Linq.XElement]; $x.Name.LocalName; $x.ToString() -ceq "<a x=\`"1\`">\`r\`n  <b y='Z\u00fcrich'/></a>"; ([xml] $x).a.b.y`,
    check: writes('True', 'a', 'True', 'Z\u00fcrich'),
  },
  {
    rule: 'is shown as it is',
    script: `(${CALL} documentInParts | Out-String).Trim() -replace '\\s+', ' '`,
    check: ({ output }) => assert.deepEqual(output, [`<a x="1"> <b y='Z\u00fcrich'/></a>`]),
  },
  {
    rule: 'is refused where it is no XML',
    script: `${CALL} brokenDocument`,
    check: throws({ id: 'EngineProtocolError,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet' }),
  },
]);
