# Windows' module of this name brings the drive Cert:. Elsewhere the module Lync has one, where it is on the module path.
foreach ($folder in "$env:PSModulePath".Split([IO.Path]::PathSeparator)) {
    $bin = [IO.Path]::Combine($folder, 'Lync', 'bin')
    $drive = [IO.Path]::Combine($bin, 'certificate-drive', 'Microsoft.PowerShell.Security.dll')
    if (-not $IsWindows -and [IO.File]::Exists($drive)) {
        # What the drive is built on; importing it would bring the cmdlets as well.
        $null = [Reflection.Assembly]::LoadFrom([IO.Path]::Combine($bin, 'Microsoft.Rtc.Management.dll'))
        Import-Module $drive
        Import-Module ([IO.Path]::Combine($folder, 'Lync', 'Certificates.psd1'))
        break
    }
}

Export-ModuleMember
