# What changed between the certificate in use and its successor: property by property.
param([string] $CA)
$old = Request-CsCertificate -New -Type Default -CA $CA -FriendlyName 'Old'
$new = Request-CsCertificate -New -Type Default -CA $CA -FriendlyName 'New' -OU Voice
$certificates = @()
foreach ($thumb in $old.Thumbprint, $new.Thumbprint) { $certificates += (Get-ChildItem cert:\localmachine\my | ? { $_.thumbprint -match $thumb }) }
$properties = ($certificates[0] | Get-Member -MemberType Property | Select-Object -ExpandProperty Name)
$properties += ($certificates[1] | Get-Member -MemberType Property | Select-Object -ExpandProperty Name)
foreach ($property in $properties | select -uniq) {
    switch ($property) {
        'FriendlyName' { "$($certificates[0].$property) / $($certificates[1].$property)" }
        'HasPrivateKey' { "key of $($certificates[0].PrivateKey.KeySize) / $($certificates[1].PrivateKey.KeySize) bits" }
        'Subject' { "$($certificates[0]."$property") / $($certificates[1]."$property")" }
        'SignatureAlgorithm' { ($certificates[1]."$property").FriendlyName }
        'IssuerName' { ($certificates[0]."$property").Name -eq ($certificates[1]."$property").Name }
        'Extensions' { ((($certificates[1].extensions.KeyUsages).ToString() -replace ' ', '').Split(',') | Sort-Object) -join ', ' }
    }
}
