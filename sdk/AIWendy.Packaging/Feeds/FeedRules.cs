using System.Text.RegularExpressions;
using AIWendy.Packaging.Archives;
using NuGet.Versioning;

namespace AIWendy.Packaging;

/// <summary>What every value of a feed's index keeps to.</summary>
internal static partial class FeedRules
{
    private const int MostItems = 5_000;
    private const int MostVersions = 500;
    private const int MostPermissions = 200;
    private const int MostFileCharacters = 1_000;

    /// <summary>Whether a package's place is an address of its own instead of a path beside the index.</summary>
    public static bool IsAddress(string file) => file.Contains("://", StringComparison.Ordinal);

    /// <summary>Checks an index.</summary>
    /// <exception cref="PackageException">It breaks a rule.</exception>
    public static void Check(FeedIndex index)
    {
        Require(index.Format == 1, $"it is of format {index.Format}, and this version reads format 1");
        Require(index.Items is { Count: <= MostItems }, $"it has no list of items, or more than {MostItems}");
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (FeedItem? item in index.Items)
        {
            Require(item?.Id is { Length: <= 100 } && Id().IsMatch(item.Id), "an item has no valid id");
            Require(ids.Add(item!.Id), $"{item.Id} is listed twice");
            Check(item);
        }
    }

    private static void Check(FeedItem item)
    {
        Require(item.Name is { Length: > 0 and <= 80 } && Fits(item.NameZh, 80), $"the name of {item.Id} is missing or too long");
        Require(Fits(item.Publisher, 100), $"the publisher of {item.Id} is too long");
        Require(Fits(item.Description, 500) && Fits(item.DescriptionZh, 500), $"the description of {item.Id} is too long");
        Require(item.Versions is { Count: > 0 and <= MostVersions }, $"{item.Id} has no versions, or more than {MostVersions}");
        HashSet<NuGetVersion> versions = [];
        foreach (FeedVersion? version in item.Versions)
        {
            Require(NuGetVersion.TryParseStrict(version?.Version ?? string.Empty, out NuGetVersion? parsed), $"a version of {item.Id} is no semantic version");
            Require(versions.Add(parsed!), $"{item.Id} {parsed} is listed twice");
            Check(version!, $"{item.Id} {parsed}");
        }
    }

    private static void Check(FeedVersion version, string name)
    {
        Require(Sha256().IsMatch(version.Sha256 ?? string.Empty), $"{name} states no SHA-256");
        Require(version.Size is > 0 and <= PackageLimits.DefaultUnpackedBytes, $"{name} states an impossible size");
        Require(VersionRange.TryParse(version.Sdk ?? string.Empty, out _), $"the SDK range of {name} is no version range");
        Require(version.Permissions is { Count: <= MostPermissions } && version.Permissions.All(key => key is { Length: <= 100 }), $"{name} has no list of permissions, or one that is too long");
        Require(version.KeyId is null || KeyId().IsMatch(version.KeyId), $"{name} states a key that is none");
        Require(Fits(version.Changes, FeedIndex.MaximumChanges), $"the changes of {name} are too long");
        Require(version.File is { Length: > 0 and <= MostFileCharacters } && IsPlace(version.File), $"{name} is at no valid place");
    }

    private static bool IsPlace(string file)
    {
        if (IsAddress(file))
        {
            return Uri.TryCreate(file, UriKind.Absolute, out Uri? address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
                && address.UserInfo.Length == 0;
        }

        try
        {
            EntryNames.Require(file);
            return true;
        }
        catch (PackageException)
        {
            return false;
        }
    }

    private static bool Fits(string? text, int most) => text is null || text.Length <= most;

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new PackageException(PackageErrors.Feed, $"The feed's index can not be used: {problem}.");
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^[0-9a-f]{16}\z")]
    private static partial Regex KeyId();
}
