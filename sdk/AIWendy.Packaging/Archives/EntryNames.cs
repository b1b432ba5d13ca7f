using System.Text;

namespace AIWendy.Packaging.Archives;

/// <summary>Which names a file in a package may have: those that mean one and the same file on every system.</summary>
internal static class EntryNames
{
    private const int MostCharacters = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
    };

    /// <summary>Reads a name and checks it.</summary>
    /// <exception cref="PackageException">It is not safe.</exception>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        string name;
        try
        {
            name = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(Encoding.UTF8.GetString(bytes), "is not written in UTF-8");
        }

        return Problem(name) is { } problem ? throw Refuse(name, problem) : name;
    }

    /// <summary>Checks a name.</summary>
    /// <exception cref="PackageException">It is not safe.</exception>
    public static void Require(string name)
    {
        if (Problem(name) is { } problem)
        {
            throw Refuse(name, problem);
        }
    }

    /// <summary>Checks that no two names, nor their folders, are one file on a system that ignores case or composes letters.</summary>
    /// <exception cref="PackageException">Two of them collide.</exception>
    public static void RequireDistinct(IEnumerable<string> names)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        Dictionary<string, string> folders = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!files.TryAdd(Fold(name), name))
            {
                throw Collide(name, files[Fold(name)]);
            }

            for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
            {
                string folder = name[..slash];
                if (!folders.TryAdd(Fold(folder), folder) && folders[Fold(folder)] != folder)
                {
                    throw Collide(folder, folders[Fold(folder)]);
                }
            }
        }

        string? both = folders.Keys.FirstOrDefault(files.ContainsKey);
        if (both is not null)
        {
            throw Collide(folders[both], files[both]);
        }
    }

    private static string? Problem(string name) => name switch
    {
        "" => "is empty",
        { Length: > MostCharacters } => $"is longer than {MostCharacters} characters",
        _ when name.Any(character => char.IsControl(character)) => "holds a control character",
        _ when name.Contains('\\', StringComparison.Ordinal) => "holds a backslash",
        _ when name[0] == '/' => "starts at the root of the disk",
        _ when name.Contains(':', StringComparison.Ordinal) => "holds a colon, as drives and hidden streams do",
        _ when name[^1] == '/' => "is a folder; folders come from their files",
        _ when name.AsSpan().ContainsAny("*?\"<>|") => "holds a character that some systems do not allow",
        _ when !CanBeNormalized(name) => "holds characters that do not exist",
        _ => name.Split('/').Select(SegmentProblem).FirstOrDefault(problem => problem is not null),
    };

    private static string? SegmentProblem(string segment) => segment switch
    {
        "" => "holds an empty folder name",
        "." or ".." => "leaves its folder",
        _ when segment[^1] is '.' or ' ' || segment[0] == ' ' => "has a part that starts with a space or ends with a space or dot",
        _ when IsDevice(segment) => "is the name of a device on Windows",
        _ => null,
    };

    // Windows also takes CON.txt and COM¹ for the device.
    private static bool IsDevice(string segment)
    {
        string stem = segment.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(stem)
            || (stem.Length == 4
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
                && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }

    private static bool CanBeNormalized(string name)
    {
        try
        {
            _ = name.Normalize(NormalizationForm.FormKC);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Fold(string name) => name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Normalize(NormalizationForm.FormKC);

    private static PackageException Collide(string one, string other) =>
        new(PackageErrors.Path, one == other
            ? $"The package holds \"{Show(one)}\" twice."
            : $"\"{Show(one)}\" and \"{Show(other)}\" would be one file on some systems.");

    private static PackageException Refuse(string name, string problem) =>
        new(PackageErrors.Path, $"The package holds a file whose name {problem}: \"{Show(name)}\".");

    private static string Show(string name)
    {
        string visible = string.Concat(name.Select(character => char.IsControl(character) ? "\\u" + ((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture) : character.ToString()));
        return visible.Length <= 120 ? visible : visible[..120] + "...";
    }
}
