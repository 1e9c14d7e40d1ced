/** One example of the cmdlet's documentation page. */
export interface Example {
  readonly number: number;
  /** What it is about, in our words. */
  readonly title: string;
  /** The page's command, word for word. */
  readonly line: string;
  /** The bundled deployment it is about: a folder of `examples/`. */
  readonly deployment: string;
}

const ENTERPRISE = 'litwareinc-enterprise';
const STANDARD = 'litwareinc-standard';

export const EXAMPLES: readonly Example[] = [
  {
    number: 1,
    title: 'a certificate for the external web services, from an online CA',
    line: String.raw`Request-CsCertificate -New -Type WebServicesExternal -CA "atl-ca-001.litwareinc.com\myca"`,
    deployment: ENTERPRISE,
  },
  {
    number: 2,
    title: 'the requests that are pending',
    line: 'Request-CsCertificate -List',
    deployment: ENTERPRISE,
  },
  {
    number: 3,
    title: 'a request file, for a CA that is not online',
    line: String.raw`Request-CsCertificate -New -Type WebServicesExternal -Output C:\Certificates\WebServicesExternal.cer`,
    deployment: ENTERPRISE,
  },
  {
    number: 4,
    title: 'the certificate of a Standard Edition server',
    line: String.raw`Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -ComputerFqdn "atl-cs-001.litwareinc.com" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "Standard Edition Certficate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-cs-001.litwareinc.com,atl-ext.litwareinc.com"`,
    deployment: STANDARD,
  },
  {
    number: 5,
    title: 'the certificate of an Enterprise Edition pool',
    line: String.raw`Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -ComputerFqdn "atl-cs-001.litwareinc.com" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "Enterprise Edition Pool Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "pool1.litwareinc.com,pool1int.litwareinc.com,pool1ext.litwareinc.com"`,
    deployment: ENTERPRISE,
  },
  {
    number: 6,
    title: 'the inner side of an Edge Server',
    line: String.raw`Request-CsCertificate -New -Type Internal -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "Internal Edge Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com, ap.litwareinc.com"`,
    deployment: ENTERPRISE,
  },
  {
    number: 7,
    title: 'the outer side of an Edge Server',
    line: String.raw`Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "External Edge Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com,ap.litwareinc.com,dp.litwareinc.com,atl-edge-001"`,
    deployment: ENTERPRISE,
  },
];
