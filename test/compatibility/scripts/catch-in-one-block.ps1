param([string] $CA)
try { Set-CsCertificate -Type Default -Thumbprint 'no thumbprint at all'; 'assigned' }
catch { 'not assigned'; $error[0].Exception.Message.Length -gt 20; $_.FullyQualifiedErrorId -match 'SetCertificateCmdlet$' }
try { Request-CsCertificate -New -Type Internal -CA $CA | Out-Null; 'requested' }
catch { "not requested: $($_.CategoryInfo.Category)"; exit 3 }
