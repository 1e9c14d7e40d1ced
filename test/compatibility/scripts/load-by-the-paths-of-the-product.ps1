param([string] $CA)
foreach ($path in 'C:\Program Files\Common Files\Microsoft Lync Server 2013\Modules\Lync\Lync.psd1',
    'C:\Program Files\Common Files\Skype for Business Server 2015\Modules\SkypeForBusiness\SkypeForBusiness.psd1',
    'c:\Program Files\Common Files\Skype for Business Server 2019\Modules\SkypeForBusiness') {
    $module = Import-Module $path -PassThru -ErrorAction Stop
    "$($module.Name) $((Request-CsCertificate -New -Type Default -CA $CA).Use)"
}
