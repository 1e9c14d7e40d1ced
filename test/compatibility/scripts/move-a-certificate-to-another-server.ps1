# The Windows module PKI beside the product: export with the key, carry over a share, import, assign.
param([string] $CA, [string] $Server = 'edge02')
$secure = ConvertTo-SecureString -String 'transport key' -AsPlainText -Force
$created = Request-CsCertificate -New -Type Default -CA $CA -FriendlyName 'For both servers' -PrivateKeyExportable $true
$item = (Get-ChildItem ('cert:\localmachine\my\{0}' -f $created.thumbprint))
Export-PfxCertificate -Cert $item -FilePath 'C:\Transport.pfx' -Password $secure | Out-Null
Copy-Item -Force 'C:\Transport.pfx' "\\$Server\C$\Transport.pfx"
Remove-Item "cert:\localmachine\my\$($created.Thumbprint)" -DeleteKey
$thumbprint = (Import-PfxCertificate -Exportable -Password $secure -CertStoreLocation cert:\localmachine\my -FilePath "\\$Server\C$\Transport.pfx").thumbprint
$thumbprint -eq $created.Thumbprint
Set-CsCertificate -Thumbprint $thumbprint -Type Default
(Get-CsCertificate).Use
Get-ChildItem cert:\LocalMachine\Root | Export-Certificate -FilePath C:\root.crt | Out-Null
(Import-Certificate -FilePath (Get-ChildItem C:\root.crt) -CertStoreLocation Cert:\LocalMachine\Root).Subject
