using System.Text;
using System.Text.RegularExpressions;

namespace AIWendy.Packaging.Tests.Tampering;

/// <summary>A package that must be refused before anything of it touches a disk.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Says">Part of the sentence.</param>
/// <param name="Make">Makes it from the files of an honest plugin.</param>
internal sealed record Tampered(string Code, string Says, Func<IReadOnlyList<RawFile>, byte[]> Make)
{
    private const uint Link = 0xA1FF0000;
    private const uint SetUserId = 0x89ED0000;

    /// <summary>Every way in which a package was tampered with, by its name.</summary>
    public static IReadOnlyDictionary<string, Tampered> All { get; } = new Dictionary<string, Tampered>(StringComparer.Ordinal)
    {
        ["a path that leaves its folder"] = Named("../escaped.txt", "leaves its folder"),
        ["a path that leaves its folder from within"] = Named("web/../../escaped.txt", "leaves its folder"),
        ["an absolute path"] = Named("/tmp/escaped.txt", "starts at the root of the disk"),
        ["a drive"] = Named("C:/escaped.txt", "holds a colon"),
        ["a backslash"] = Named("..\\escaped.txt", "holds a backslash"),
        ["a device"] = Named("web/NUL.txt", "device"),
        ["a control character"] = Named("web/a\nb.txt", "control character"),
        ["a link"] = new("package_path", "is a link", files => RawPackage.Of(Sorted(files, new RawFile("passwords", Bytes("/etc/passwd")) { Attributes = Link }))),
        ["a program that takes another user's rights"] = new("package_path", "special file", files => RawPackage.Of(Sorted(files, new RawFile("tool", Bytes("run")) { Attributes = SetUserId }))),
        ["names that differ in case alone"] = With("would be one file", "package_path", "web/Page.js", "web/page.js"),
        ["folders that differ in case alone"] = With("would be one file", "package_path", "Data/a.txt", "data/b.txt"),
        ["a file that is a folder, too"] = With("would be one file", "package_path", "data/a.txt", "DATA"),
        ["one name twice"] = With("twice", "package_path", "data/a.txt", "data/a.txt"),
        ["2,001 entries"] = new("package_too_large", "more than 2000 entries", files =>
            RawPackage.Of(Sorted(files, [.. Enumerable.Range(0, 2_000 - files.Count).Select(number => new RawFile($"data/{number:0000}", []))]))),
        ["more than 200 MB unpacked"] = new("package_too_large", "unpacks to more than 200 MB", Swollen),
        ["more than 100 to 1"] = new("package_too_large", "more than 100 to 1", files =>
        {
            byte[] zeros = new byte[1_000_000];
            return RawPackage.Of(Sorted(files, new RawFile("zeros.bin", zeros) { Packed = RawPackage.Deflate(zeros) }));
        }),
        ["another hash than its file has"] = new("package_hash", "its hash differs", files => RawPackage.Of(Sorted(files, new RawFile("extra.txt", Bytes("extra")) { Hash = new string('0', 64) }))),
        ["a file that the list does not name"] = new("package_hash", "does not name", files => RawPackage.Of(Sorted(files, new RawFile("extra.txt", Bytes("extra")) { IsListed = false }))),
        ["a list that names an absent file"] = new("package_hash", "lacks \"zzz-absent.txt\"", files =>
            RawPackage.Of(files, list => list.Replace("\n  }\n}", $",\n    \"zzz-absent.txt\": \"{new string('0', 64)}\"\n  }}\n}}", StringComparison.Ordinal))),
        ["content that was exchanged"] = new("package_hash", "changed after it was packed", files =>
            RawPackage.Of(files, list => Regex.Replace(list, "\"archive\": \"[0-9a-f]{64}\"", $"\"archive\": \"{new string('0', 64)}\""))),
        ["no list of hashes"] = new("package_hash", "no list of hashes", files => RawPackage.Of(files, _ => string.Empty)),
        ["a list of hashes that is none"] = new("package_hash", "can not be read", files => RawPackage.Of(files, _ => "hashes")),
        ["a signature that is none"] = new("package_signature", "can not be read", files => RawPackage.Of(files, null, _ => Bytes("signed"))),
        ["no manifest"] = new("package_manifest", "no plugin.json", files => RawPackage.Of(files.Where(file => file.Name != "plugin.json"))),
        ["two manifests"] = new("package_manifest", "more than one plugin.json", files => RawPackage.Of(Sorted(files, new RawFile("web/Plugin.json", Bytes("{}"))))),
        ["a manifest that is no JSON"] = Manifest(_ => "{", "not valid JSON"),
        ["a range of SDKs that can not be parsed"] = Manifest(json => Regex.Replace(json, "\"sdk\"\\s*:\\s*\"[^\"]*\"", "\"sdk\": \"^1.0\""), "\"^1.0\" in sdk is no version range"),
        ["a range of a dependency that can not be parsed"] = Manifest(json => json.TrimEnd().TrimEnd('}') + ", \"dependsOn\": {\"org.example.other\": \"[2.0,1.0\"}}", "no version range"),
        ["a version that is none"] = Manifest(json => Regex.Replace(json, "\"version\"\\s*:\\s*\"[^\"]*\"", "\"version\": \"latest\""), "no semantic version"),
        ["an entry assembly that is not there"] = Manifest(json => Regex.Replace(json, "\"entry\"\\s*:\\s*\"[^\"]*\"", "\"entry\": \"Absent.dll\""), "Absent.dll, which is not in the package"),
        ["a cut-off end"] = new("package_corrupt", "is cut off", files => RawPackage.Of(files)[..^40]),
        ["a cut-off start"] = new("package_corrupt", "directory is not where", files => RawPackage.Of(files)[40..]),
        ["something appended"] = new("package_corrupt", "something appended", files => [.. RawPackage.Of(files), 0]),
        ["something hidden between files and directory"] = new("package_corrupt", "between its files and its directory", files => RawPackage.Of(files, gap: 16)),
        ["another name before the data than in the directory"] = new("package_corrupt", "not stored as", files => RawPackage.Of(Sorted(files, new RawFile("extra.txt", Bytes("extra")) { LocalName = "../extra.txt" }))),
        ["no archive"] = new("package_corrupt", "it is no archive", _ => Bytes("a letter, not a package, but longer than what ends an archive")),
        ["nothing"] = new("package_corrupt", "it is no archive", _ => []),
    };

    private static Tampered Named(string name, string says) =>
        new("package_path", says, files => RawPackage.Of(Sorted(files, new RawFile(name, Bytes("escaped")))));

    private static Tampered With(string says, string code, params string[] names) =>
        new(code, says, files => RawPackage.Of(Sorted(files, [.. names.Select(name => new RawFile(name, Bytes(name)))])));

    private static Tampered Manifest(Func<string, string> change, string says) => new("package_manifest", says, files =>
        RawPackage.Of(files.Select(file => file.Name == "plugin.json" ? file with { Content = Bytes(change(Encoding.UTF8.GetString(file.Content))) } : file)));

    private static IEnumerable<RawFile> Sorted(IReadOnlyList<RawFile> files, params RawFile[] more) =>
        files.Concat(more).OrderBy(file => file.Name, StringComparer.Ordinal);

    // Each piece stays below 100 to 1, so that only their sum is too large.
    private static byte[] Swollen(IReadOnlyList<RawFile> files)
    {
        byte[] piece = new byte[1_000_000];
        new Random(1).NextBytes(piece.AsSpan(0, 12_000));
        byte[] packed = RawPackage.Deflate(piece);
        return RawPackage.Of(Sorted(files, [.. Enumerable.Range(0, 201).Select(number => new RawFile($"zz/{number:000}", piece) { Packed = packed })]));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
