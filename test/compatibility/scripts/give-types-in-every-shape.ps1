param([string] $CA)
[string] $one = 'Default'
[string] $list = 'Default, WebServicesInternal'
[string[]] $strings = 'Default', 'WebServicesExternal'
[array] $array = @('WebServicesInternal')
foreach ($types in $one, $list, $strings, $array) { (Request-CsCertificate -New -Type $types -CA $CA).Use }
$parameters = @{ Type = @('WebServicesExternal', 'Default') }
(Request-CsCertificate -New @parameters -CA $CA).Use
