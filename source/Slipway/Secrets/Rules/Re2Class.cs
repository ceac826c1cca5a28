namespace Slipway.Secrets.Rules;

/// <summary>Go's named classes, which know ASCII only, as what stands between brackets in .NET.</summary>
internal static class Re2Class
{
    public static string? Of(char name) => name switch
    {
        'd' => "0-9",
        'D' => @"\u0000-\u002F\u003A-\uFFFF",
        's' => @"\t\n\f\r\u0020",
        'S' => @"\u0000-\u0008\u000B\u000E-\u001F\u0021-\uFFFF",
        'w' => "0-9A-Za-z_",
        'W' => @"\u0000-\u002F\u003A-\u0040\u005B-\u005E\u0060\u007B-\uFFFF",
        _ => null,
    };

    public static string? OfPosix(string name) => name switch
    {
        "alnum" => "0-9A-Za-z",
        "alpha" => "A-Za-z",
        "ascii" => @"\u0000-\u007F",
        "blank" => @"\t\u0020",
        "cntrl" => @"\u0000-\u001F\u007F",
        "digit" => "0-9",
        "graph" => @"\u0021-\u007E",
        "lower" => "a-z",
        "print" => @"\u0020-\u007E",
        "punct" => @"\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E",
        "space" => @"\t\n\v\f\r\u0020",
        "upper" => "A-Z",
        "word" => "0-9A-Za-z_",
        "xdigit" => "0-9A-Fa-f",
        _ => null,
    };
}
