param([string] $CA)
Request-CsCertificate -New -Type OAuthTokenIssuer -CA $CA | Set-CsCertificate -Identity Global -Type OAuthTokenIssuer
$old = (Get-CsCertificate -Type OAuthTokenIssuer).Thumbprint
$new = Request-CsCertificate -New -Type OAuthTokenIssuer -CA $CA -PrivateKeyExportable $True
Set-CsCertificate -Type OAuthTokenIssuer -Thumbprint $new.Thumbprint -Roll -EffectiveDate (Get-Date).AddDays(30) -Identity Global
$rolled = Get-CsCertificate -Type OAuthTokenIssuer
"$($rolled.Thumbprint -in $old, $new.Thumbprint) $($rolled.PreviousThumbprint.Length) $($rolled.EffectiveDate -eq $rolled.EffectiveTime)"
Remove-CsCertificate -Type OAuthTokenIssuer -Previous
(Get-CsCertificate -Type OAuthTokenIssuer).PreviousThumbprint.Length
try { Set-CsCertificate -Type OAuthTokenIssuer -Thumbprint $new.Thumbprint -Roll } catch { 'an effective date is needed' }
