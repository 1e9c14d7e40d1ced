# `Probe name { … }` runs the block and prints one line with all that came out of it, in order: objects with their
# properties, messages, errors. The block runs in the scope of Probe, whose variables therefore have names of their own. Base64 of JSON, so that no width, culture or code page comes between.

function ConvertTo-PlainValue([object] $Value) {
    if ($null -eq $Value) { return $null }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o', [cultureinfo]::InvariantCulture) }
    if ($Value -is [array]) { return , [object[]]@(foreach ($item in $Value) { "$item" }) }
    if ($Value -is [bool] -or $Value -is [int] -or $Value -is [long]) { return $Value }
    return "$Value"
}

function ConvertTo-PlainError([Management.Automation.ErrorRecord] $Failure) {
    return @{
        exceptionType = $Failure.Exception.GetType().FullName
        message       = $Failure.Exception.Message
        hresult       = $Failure.Exception.HResult
        id            = $Failure.FullyQualifiedErrorId
        category      = "$($Failure.CategoryInfo.Category)"
        target        = ConvertTo-PlainValue $Failure.TargetObject
        details       = if ($Failure.ErrorDetails) { $Failure.ErrorDetails.Message } else { $null }
        advice        = if ($Failure.ErrorDetails) { $Failure.ErrorDetails.RecommendedAction } else { $null }
    }
}

function ConvertTo-PlainObject([object] $Value) {
    if ($null -eq $Value) { return @{ stream = 'output'; type = $null; text = ''; properties = [object[]]@() } }
    $properties = [Collections.Generic.List[object]]::new()
    foreach ($property in $Value.PSObject.Properties) {
        $content = $property.Value
        $properties.Add(@{ name = $property.Name; type = $property.TypeNameOfValue; value = ConvertTo-PlainValue $content })
    }
    return @{ stream = 'output'; type = $Value.GetType().FullName; text = "$Value"; properties = $properties.ToArray() }
}

function ConvertTo-PlainRecord([object] $Record) {
    if ($Record -is [Management.Automation.ErrorRecord]) { return @{ stream = 'error'; error = ConvertTo-PlainError $Record } }
    if ($Record -is [Management.Automation.VerboseRecord]) { return @{ stream = 'verbose'; text = $Record.Message } }
    if ($Record -is [Management.Automation.WarningRecord]) { return @{ stream = 'warning'; text = $Record.Message } }
    if ($Record -is [Management.Automation.DebugRecord]) { return @{ stream = 'debug'; text = $Record.Message } }
    if ($Record -is [Management.Automation.InformationRecord]) {
        return @{ stream = 'information'; text = "$($Record.MessageData)"; tags = [object[]]@($Record.Tags) }
    }
    return ConvertTo-PlainObject $Record
}

function Probe([string] $ProbeName, [scriptblock] $ProbeScript) {
    $probeRecords = [Collections.Generic.List[object]]::new()
    $probeFailure = $null
    try { . $ProbeScript *>&1 | ForEach-Object { $probeRecords.Add((ConvertTo-PlainRecord $_)) } }
    catch { $probeFailure = ConvertTo-PlainError $_ }
    $probeJson = @{ name = $ProbeName; records = $probeRecords.ToArray(); failure = $probeFailure } | ConvertTo-Json -Depth 8 -Compress
    [Console]::Out.WriteLine('@probe ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($probeJson)))
}
