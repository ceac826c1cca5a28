# The same as build.sh, for Windows; works from Windows PowerShell 5.1 on. It uses the language and the framework only,
# no module: loading one takes longer than the rest.
#
# The content of the inputs is compared on each start: Windows shows no change time that a copy could not set back.

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$engine = if ($env:NukeEngine) { $env:NukeEngine } else { 'Embedded' }
$temp = [IO.Path]::Combine($root, '.nuke', 'temp')
$state = [IO.Path]::Combine($temp, 'build', $engine)
$isWindowsHost = [IO.Path]::DirectorySeparatorChar -eq '\'
$dotnetName = if ($isWindowsHost) { 'dotnet.exe' } else { 'dotnet' }
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

function Say([string] $sentence) { [Console]::Error.WriteLine("build.ps1: $sentence") }

function Fail([int] $code, [string[]] $sentences) {
    foreach ($sentence in $sentences) { Say $sentence }
    exit $code
}

# The first dotnet on PATH.
function Find-DotnetOnPath {
    foreach ($folder in $env:PATH.Split([IO.Path]::PathSeparator)) {
        $folder = $folder.Trim('"')
        if ($folder -and [IO.File]::Exists("$folder/$dotnetName")) { return [IO.Path]::Combine($folder, $dotnetName) }
    }
    return ''
}

# The SDKs, and the runtimes: the program is compiled for one of them.
function Get-SdkList([string] $dotnet) {
    $names = @(foreach ($folder in 'sdk', 'shared/Microsoft.NETCore.App') {
            $path = [IO.Path]::Combine([IO.Path]::GetDirectoryName($dotnet), $folder)
            if ([IO.Directory]::Exists($path)) { [IO.Directory]::GetDirectories($path) | ForEach-Object { [IO.Path]::GetFileName($_) } }
        })
    $names = [string[]] $names
    [Array]::Sort($names, [StringComparer]::Ordinal)
    return $names -join ' '
}

# The files that the build is made of, in the same order everywhere.
function Get-InputFiles {
    $files = [Collections.Generic.List[string]]::new()
    foreach ($file in [IO.Directory]::GetFiles($root)) {
        if ([IO.Path]::GetFileName($file) -match '^(.*\.(props|targets|rsp|globalconfig)|\.editorconfig|BannedSymbols\.txt|global\.json|nuget\.config|build\.ps1)$') {
            $files.Add($file)
        }
    }
    foreach ($name in 'build', 'source') {
        $folder = [IO.Path]::Combine($root, $name)
        if (-not [IO.Directory]::Exists($folder)) { continue }
        foreach ($file in [IO.Directory]::EnumerateFiles($folder, '*', [IO.SearchOption]::AllDirectories)) {
            if ($file.Substring($root.Length) -match '[\\/](bin|obj)[\\/]|\.swp$|~$|[\\/]\.#[^\\/]*$|\.DS_Store$') { continue }
            $files.Add($file)
        }
    }
    $files.Sort([StringComparer]::Ordinal)
    return , $files
}

# What is compiled, as one name.
function Get-Fingerprint([string] $sdks) {
    $sha = [Security.Cryptography.SHA256]::Create()
    try {
        $text = [Text.StringBuilder]::new("$sdks`n")
        foreach ($file in (Get-InputFiles)) {
            $hash = [BitConverter]::ToString($sha.ComputeHash([IO.File]::ReadAllBytes($file)))
            [void] $text.Append($hash).Append(' ').Append($file.Substring($root.Length)).Append("`n")
        }
        $all = $sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($text.ToString()))
        return [BitConverter]::ToString($all).Replace('-', '').Substring(0, 16).ToLowerInvariant()
    }
    finally { $sha.Dispose() }
}

function Get-Program([string] $id) { return [IO.Path]::Combine($state, 'program', $id, '_build.dll') }

# Before 7.3, PowerShell passes quotation marks, trailing backslashes and empty arguments on as they are.
function Get-QuotedArguments([object[]] $values) {
    if (-not $isWindowsHost -or $PSVersionTable.PSVersion -ge [Version] '7.3') { return , $values }
    $quoted = @(foreach ($value in $values) {
            $text = [string] $value -replace '(\\*)"', '$1$1\"'
            if ($text -match '\s') { $text = $text -replace '(\\+)$', '$1$1' }
            if ($text) { $text } else { '""' }
        })
    return , $quoted
}

# dotnet knows best which SDK global.json asks for. Gives its path, or nothing.
function Find-Dotnet {
    $candidates = @((Find-DotnetOnPath))
    if ($env:DOTNET_ROOT) { $candidates += [IO.Path]::Combine($env:DOTNET_ROOT, $dotnetName) }
    $candidates += [IO.Path]::Combine($temp, 'dotnet-sdk', $dotnetName)
    foreach ($candidate in $candidates) {
        if (-not $candidate -or -not [IO.File]::Exists($candidate)) { continue }
        $global:LASTEXITCODE = 1
        # Windows PowerShell turns redirected error output into errors.
        $ErrorActionPreference = 'Continue'
        try { [void] (& $candidate --version 2>$null) } catch { continue } finally { $ErrorActionPreference = 'Stop' }
        if ($LASTEXITCODE -eq 0) { return $candidate }
    }
    return ''
}

function Install-Dotnet {
    $url = 'https://dot.net/v1/dotnet-install.ps1'
    $script = [IO.Path]::Combine($temp, 'dotnet-install.ps1')
    $new = [IO.Path]::Combine($temp, 'dotnet-sdk.new')
    $final = [IO.Path]::Combine($temp, 'dotnet-sdk')
    $globalJson = [IO.Path]::Combine($root, 'global.json')
    $wanted = 'LTS'
    $request = @{ InstallDir = $new; NoPath = $true }
    if ([IO.File]::Exists($globalJson)) {
        $request.JSonFile = $globalJson
        if ([IO.File]::ReadAllText($globalJson) -match '"version"\s*:\s*"([^"]+)"') { $wanted = $Matches[1] }
    }
    else { $request.Channel = 'LTS' }
    $mend = "Mend it by installing the .NET SDK $wanted from https://dotnet.microsoft.com/download and putting dotnet on PATH (or its folder into DOTNET_ROOT)."
    Say "no .NET SDK for $wanted (global.json) is here: installing it into $final"
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        [Net.WebClient]::new().DownloadFile($url, $script)
    }
    catch { Fail 3 "cannot fetch ${url}: $($_.Exception.GetBaseException().Message)", $mend }
    try {
        if ([IO.Directory]::Exists($new)) { [IO.Directory]::Delete($new, $true) }
        [void] (& $script @request)
        if ([IO.Directory]::Exists($final)) { [IO.Directory]::Delete($final, $true) }
        [IO.Directory]::Move($new, $final)
    }
    catch { Fail 3 "the .NET SDK $wanted could not be installed: $($_.Exception.Message)", $mend }
    $dotnet = Find-Dotnet
    if (-not $dotnet) { Fail 3 "the installed .NET SDK is not one that global.json accepts ($wanted).", $mend }
    return $dotnet
}

# Two starts at once: one compiles, the other waits. The lock goes with the process, however it ends.
function Enter-Lock {
    $path = [IO.Path]::Combine($temp, 'build', 'lock')
    $said = $false
    while ($true) {
        try {
            [void] [IO.Directory]::CreateDirectory([IO.Path]::Combine($state, 'program'))
            return [IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None')
        }
        catch [UnauthorizedAccessException] {
            Fail 3 "cannot write to ${temp}: $($_.Exception.GetBaseException().Message)",
                "Mend it with: icacls `"$temp`" /reset /t, or remove that folder."
        }
        catch [IO.IOException] {
            if (-not [IO.Directory]::Exists($state)) {
                Fail 3 "cannot use ${state}: $($_.Exception.GetBaseException().Message)", 'Mend it by removing the file that is in the way.'
            }
            if (-not $said) { Say 'another start is compiling the build: waiting for it'; $said = $true }
            [Threading.Thread]::Sleep(100)
        }
    }
}

function Show-Errors([object[]] $lines) {
    $code = 2
    $shown = @{}
    foreach ($line in $lines) {
        $text = ([string] $line -replace ' \[[^\[\]]*proj\]$', '').Replace($root + [IO.Path]::DirectorySeparatorChar, '')
        if (-not $text.Trim() -or $shown.ContainsKey($text)) { continue }
        $shown[$text] = $true
        if ($text -match 'error NU1[38]01') { $code = 3 }
        if ($shown.Count -le 40) { [Console]::Error.WriteLine($text) }
    }
    if ($shown.Count -gt 40) { [Console]::Error.WriteLine("... and $($shown.Count - 40) lines more") }
    if ($code -eq 2) { Fail 2 'the build does not compile: the errors are above.' }
    Fail 3 'the packages of the build could not be fetched: the errors are above.',
        'Mend it by making the package source reachable; NuGet.config or NUGET_PACKAGES can name another one.'
}

function Invoke-Compiler([string] $dotnet, [string] $target) {
    Say 'compiling the build'
    if ([IO.Directory]::Exists($target)) { [IO.Directory]::Delete($target, $true) }
    # Left over when something that MSBuild started starts us, and of that something's SDK.
    foreach ($name in 'MSBuildSDKsPath', 'MSBUILD_EXE_PATH', 'MSBuildExtensionsPath', 'MSBuildLoadMicrosoftTargetsReadOnly') {
        [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
    }
    $options = @(
        'build/_build.csproj', '--configuration', 'Release', '--output', $target,
        '--artifacts-path', [IO.Path]::Combine($state, 'dotnet'), '-nologo', '-v:q', '-clp:ErrorsOnly;NoSummary', '-tl:off',
        '-nodeReuse:false', '-p:UseSharedCompilation=false',
        '-p:RunAnalyzers=false', '-p:GenerateDocumentationFile=false', '-p:NuGetAudit=false', '-p:UseAppHost=false')
    $output = & $dotnet publish @options
    if ($LASTEXITCODE -ne 0 -or -not [IO.File]::Exists([IO.Path]::Combine($target, '_build.dll'))) { Show-Errors @($output) }
}

# A virus scanner may still hold on to what was just written.
function Move-Program([string] $from, [string] $to) {
    foreach ($attempt in 1..50) {
        try { [IO.Directory]::Move($from, $to); return }
        catch { if ($attempt -eq 50) { throw } else { [Threading.Thread]::Sleep(100) } }
    }
}

# All but the current program, the one before, and those that still run: Windows does not let go of files in use.
function Remove-Old([string] $id, [string] $previous) {
    foreach ($folder in [IO.Directory]::GetDirectories([IO.Path]::Combine($state, 'program'))) {
        $name = [IO.Path]::GetFileName($folder)
        if ($name -eq $id -or $name -eq $previous) { continue }
        try {
            # The program file goes first: what cannot lose it is in use, and stays whole.
            [IO.File]::Delete((Get-Program $name))
            [IO.Directory]::Delete($folder, $true)
        }
        catch { continue }
    }
}

function Update-Program([string[]] $was) {
    $lock = Enter-Lock
    $paths = $ExecutionContext.SessionState.Path
    $location = $paths.CurrentLocation
    try {
        # Where dotnet looks for global.json.
        [void] $paths.SetLocation($root)
        $dotnet = Find-Dotnet
        if (-not $dotnet) { $dotnet = Install-Dotnet }
        $sdks = Get-SdkList $dotnet
        foreach ($attempt in 1, 2, 3) {
            $id = Get-Fingerprint $sdks
            if ([IO.File]::Exists((Get-Program $id))) { break }
            $target = [IO.Path]::Combine($state, 'program', "$id.new")
            Invoke-Compiler $dotnet $target
            # What changed while it was being compiled may be in the program or not: it is compiled again.
            if ((Get-Fingerprint $sdks) -eq $id) {
                $folder = [IO.Path]::GetDirectoryName((Get-Program $id))
                if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
                Move-Program $target $folder
                break
            }
            if ($attempt -eq 3) { Fail 2 'the files of the build changed during each of three compiles.' }
        }
        $previous = if ($was[4] -and $was[4] -ne $id) { $was[4] } else { $was[5] }
        $lines = (Find-DotnetOnPath), [string] $env:DOTNET_ROOT, $sdks, $dotnet, $id, [string] $previous
        $current = [IO.Path]::Combine($state, 'current.ps')
        [IO.File]::WriteAllLines("$current.new", [string[]] $lines)
        if ([IO.File]::Exists($current)) { [IO.File]::Replace("$current.new", $current, [NullString]::Value) }
        else { [IO.File]::Move("$current.new", $current) }
        Remove-Old $id $previous
        return , $lines
    }
    finally {
        [void] $paths.SetLocation($location)
        $lock.Dispose()
    }
}

try {
    if ($engine -cne 'Embedded' -and $engine -cne 'Package') { Fail 2 "NukeEngine is '$engine': it can be Embedded or Package." }
    if (-not [IO.File]::Exists([IO.Path]::Combine($root, 'build', '_build.csproj'))) {
        Fail 2 "there is no build project $([IO.Path]::Combine($root, 'build', '_build.csproj'))."
    }
    if ($root.Contains("'")) {
        Fail 2 "the .NET SDK cannot publish from $root, because of the apostrophe: move the repository."
    }
    $made = [string[]]::new(6)
    $current = [IO.Path]::Combine($state, 'current.ps')
    $fresh = $false
    if ([IO.File]::Exists($current)) {
        $lines = [IO.File]::ReadAllLines($current)
        if ($lines.Length -eq 6) {
            $made = $lines
            $fresh = $made[0] -eq (Find-DotnetOnPath) -and $made[1] -eq [string] $env:DOTNET_ROOT -and
                $made[2] -eq (Get-SdkList $made[3]) -and [IO.File]::Exists($made[3]) -and
                [IO.File]::Exists((Get-Program $made[4])) -and $made[4] -eq (Get-Fingerprint $made[2])
        }
    }
    if (-not $fresh) { $made = Update-Program $made }
    $dotnet = $made[3]
    $program = Get-Program $made[4]
    if ($dotnet -eq [IO.Path]::Combine($temp, 'dotnet-sdk', $dotnetName)) {
        $env:DOTNET_ROOT = [IO.Path]::GetDirectoryName($dotnet)
        $env:PATH = $env:DOTNET_ROOT + [IO.Path]::PathSeparator + $env:PATH
    }
}
catch {
    Fail 3 "$($_.Exception.Message) (build.ps1, line $($_.InvocationInfo.ScriptLineNumber))"
}

# The build is that of this repository, wherever it is started.
$env:NUKE_ROOT = $root
$arguments = Get-QuotedArguments $args
try { & $dotnet --roll-forward LatestPatch $program @arguments }
finally { [Environment]::SetEnvironmentVariable('NUKE_ROOT', $null) }
exit $LASTEXITCODE
