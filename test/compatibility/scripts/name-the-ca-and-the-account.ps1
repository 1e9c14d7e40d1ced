param([string] $Password)
foreach ($ca in 'dc01\Lab-Root CA 1', 'DC01\lab-root ca 1') {
    (Request-CsCertificate -New -Type Default -CA $ca -CaAccount 'LITWAREINC\kenmyer' -CaPassword $Password -Template WEBserver).Issuer
}
(Request-CsCertificate -New -Type Default -CA 'dc01\Lab-Root CA 1' -CAAccount 'kenmyer@litwareinc.com' -CAPassword $Password).Issuer
