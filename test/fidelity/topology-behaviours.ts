import type { Behaviour } from './table.ts';

const TOPOLOGY = 'test/engine/topology-objects';

/** The rows of the cmdlets that only read the topology. */
export const TOPOLOGY_BEHAVIOURS: readonly Behaviour[] = [
  {
    area: 'Topology',
    behaviour:
      'Get-CsComputer, Get-CsPool, Get-CsSipDomain: parameter sets, positions, wildcards of -Filter, names of types',
    grade: 'documented',
    source: 'pages of the cmdlets',
    proof: `${TOPOLOGY}/computers-and-pools.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: 'Computers of a pool are FQDNs, its Services identities such as WebServer:pool01.contoso.com',
    grade: 'transcript',
    source: 'working scripts; pages of Get-CsService',
    proof: 'test/end-to-end/topology-cmdlets.test.ts',
  },
  {
    area: 'Topology',
    behaviour: 'role names of services: ConferencingServer, TrustedApplicationPool, Director and so on',
    grade: 'documented',
    source: 'pages of Get-CsService and of the cmdlets that change services',
    proof: `${TOPOLOGY}/computers-and-pools.test.ts`,
  },
  {
    area: 'Topology',
    behaviour:
      'order of a pool’s properties, Site as Site:Redmond, BackupPoolFqdn from the Registrar that the own one depends on',
    grade: 'inferred',
    source: 'form of SiteId in Get-CsService; our own choice',
    proof: `${TOPOLOGY}/computers-and-pools.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: 'an identity that nothing has is a non-terminating error of the category ObjectNotFound',
    grade: 'inferred',
    source: 'the words are ours',
    proof: 'test/end-to-end/topology-cmdlets.test.ts',
  },
  {
    area: 'Topology',
    behaviour: 'an Edge Server cannot read the central store: Get-CsPool fails there, Get-CsComputer -Local does not',
    grade: 'transcript',
    source: 'working scripts that catch it and read the local replica; -Local: inferred',
    proof: `${TOPOLOGY}/computers-and-pools.test.ts`,
  },
  {
    area: 'Topology',
    behaviour:
      'Get-CsService: a parameter set for each role; Identity, DependentServiceList, ServiceId, SiteId, PoolFqdn, Version and Role of every service',
    grade: 'documented',
    source: 'page of Get-CsService; pages of Lync Server 2013 that show its output',
    proof: `${TOPOLOGY}/services.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: 'properties and addresses of web services, properties of Edge Servers',
    grade: 'transcript',
    source: 'outputs in pages of Lync Server 2013; pages of Set-CsWebServer and Set-CsEdgeServer',
    proof: `${TOPOLOGY}/services.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: 'DependentServiceList holds the services that depend on this one',
    grade: 'transcript',
    source: 'the same outputs, held against topologies',
    proof: `${TOPOLOGY}/services.test.ts`,
  },
  {
    area: 'Topology',
    behaviour:
      'names of the other roles’ properties: parameters of the cmdlets that set them; UncPath, SqlInstanceName, Active, DiscoveryUri',
    grade: 'inferred',
    source:
      'pages of Set-CsRegistrar, Set-CsMediationServer, Set-CsConferenceServer and so on; the last four: working scripts, our own choice',
    proof: `${TOPOLOGY}/services.test.ts`,
  },
  {
    area: 'Topology',
    behaviour:
      'Get-CsTopology: InternalDomains, Sites, Clusters, Machines, SqlInstances and Services; -AsXml; -LocalStore',
    grade: 'documented',
    source: 'page of Get-CsTopology',
    proof: `${TOPOLOGY}/default-topology.test.ts`,
  },
  {
    area: 'Topology',
    behaviour:
      'properties inside Get-CsTopology: Fqdn, ClusterId, InstalledServices, RequiresReplication, IsOnEdge, RoleId, InstalledOn, DependentServices, NetPorts, InternalHost, UncPath and others',
    grade: 'transcript',
    source: 'working scripts that read them',
    proof: 'test/end-to-end/topology-cmdlets.test.ts',
  },
  {
    area: 'Topology',
    behaviour:
      'the texts of those objects: a cluster is 1-2, a SQL instance 1-2\\rtc, a service 1-Registrar-1, a port urn:component:AccessEdge.SipServer.Mtls.Internal:1',
    grade: 'inferred',
    source: 'how working scripts compare them; ids in Topology Builder files',
    proof: `${TOPOLOGY}/default-topology.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: '-AsXml is an element whose text is the exported document; a Topology Builder file has none',
    grade: 'documented',
    source: 'pages of Get-CsTopology and Publish-CsTopology',
    proof: 'test/end-to-end/topology-cmdlets.test.ts',
  },
  {
    area: 'Topology',
    behaviour:
      'Get-CsSimpleUrlConfiguration: the global collection and those of sites, with SimpleUrlEntry, Component, Domain and ActiveUrl',
    grade: 'documented',
    source: 'pages of the cmdlet and of New-CsSimpleUrl',
    proof: `${TOPOLOGY}/simple-urls-and-roles.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: 'text of a simple URL (Component=…;Domain=…;ActiveUrl=…), and UseBackendDatabase of a collection',
    grade: 'inferred',
    source: 'how the product writes objects in lists; attribute of the stored document',
    proof: `${TOPOLOGY}/simple-urls-and-roles.test.ts`,
  },
  {
    area: 'Topology',
    behaviour: 'Get-CsAdminRole: names of the built-in roles, properties, parameter sets, pipeline',
    grade: 'documented',
    source: 'page of the cmdlet; planning pages',
    proof: `${TOPOLOGY}/simple-urls-and-roles.test.ts`,
  },
  {
    area: 'Topology',
    behaviour:
      'certificate cmdlets are in CsAdministrator and CsServerAdministrator, those that only look in CsViewOnlyAdministrator too; every role may look up servers',
    grade: 'inferred',
    source: 'no source shows the membership',
    proof: `${TOPOLOGY}/simple-urls-and-roles.test.ts`,
  },
];
