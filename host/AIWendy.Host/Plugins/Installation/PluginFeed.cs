using AIWendy.Host.Configuration;
using AIWendy.Packaging;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>The feed of the installation: an <c>index.json</c> with its packages, on a web server or in a folder.</summary>
internal sealed class PluginFeed(HostSettings settings, IOutboundHttp http, IPluginRuntime plugins, TimeProvider time)
{
    private static readonly TimeSpan IndexLimit = TimeSpan.FromSeconds(15);

    /// <summary>What the feed offers; nothing when none is set.</summary>
    /// <exception cref="ProblemException">502: it does not answer, or with something else.</exception>
    public async Task<FeedView> ListAsync(CancellationToken cancellationToken)
    {
        if (settings.Feed is not { } feed)
        {
            return new FeedView([], null);
        }

        FeedIndex index = await ReadAsync(IndexOf(feed), cancellationToken);
        return new FeedView([.. index.Items.Select(Describe)], feed);
    }

    /// <summary>Takes a package from the feed.</summary>
    /// <exception cref="ProblemException">There is no such version, or the feed does not give it out.</exception>
    public async Task<IncomingPackage> OpenAsync(string id, string? version, CancellationToken cancellationToken)
    {
        string feed = settings.Feed ?? throw new ProblemException(409, "no_feed", Text.Of(
            $"This installation has no feed. Set {HostSettingCatalogue.Feed.Key}.", $"没有设置插件源。请设置 {HostSettingCatalogue.Feed.Key}。"));
        Uri index = IndexOf(feed);
        FeedVersion found = (await ReadAsync(index, cancellationToken)).Find(id, version)
            ?? throw new ProblemException(404, "not_in_feed", version is null
                ? Text.Of($"The feed has no plugin {id}.", $"插件源里没有 {id}。")
                : Text.Of($"The feed has no {id} {version}.", $"插件源里没有 {id} {version}。"));
        PackageExpectation expected = new() { Id = id, Version = found.Version, Sha256 = found.Sha256 };
        Uri place = found.Locate(index);
        if (place.IsFile && !(index.IsFile && place.LocalPath.StartsWith(Path.GetDirectoryName(index.LocalPath) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            throw Unreachable("its index leads out of the feed.");
        }

        return await FetchAsync(place, expected, cancellationToken);
    }

    private static Uri IndexOf(string feed)
    {
        string address = feed.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? feed : feed.TrimEnd('/') + "/" + FeedIndex.FileName;
        return address.Contains("://", StringComparison.Ordinal) ? new Uri(address) : new Uri(Path.GetFullPath(address));
    }

    private static ProblemException Unreachable(string why) => new(502, "feed_unavailable", Text.Of($"The feed can not be used: {why}", $"插件源不能用：{why}"));

    private async Task<FeedIndex> ReadAsync(Uri index, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(IndexLimit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using IncomingPackage incoming = await FetchAsync(index, new PackageExpectation(), either.Token);
            return await FeedIndex.ReadAsync(incoming.Content, either.Token);
        }
        catch (PackageException refused)
        {
            throw Unreachable(refused.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw Unreachable($"it did not answer within {IndexLimit.TotalSeconds:0} s.");
        }
    }

    private async Task<IncomingPackage> FetchAsync(Uri place, PackageExpectation expected, CancellationToken cancellationToken)
    {
        HttpClient? client = null;
        try
        {
            if (place.IsFile)
            {
                return new IncomingPackage(File.OpenRead(place.LocalPath), expected);
            }

            client = http.CreateClient();
            HttpResponseMessage response = await client.GetAsync(http.Validate(place.AbsoluteUri), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                response.Dispose();
                throw Unreachable($"{place} answers {(int)response.StatusCode}.");
            }

            return new IncomingPackage(await response.Content.ReadAsStreamAsync(cancellationToken), expected) { Owner = client };
        }
        catch (Exception exception)
        {
            client?.Dispose();
            if (exception is HttpRequestException or IOException or UnauthorizedAccessException)
            {
                throw Unreachable(exception.Message);
            }

            throw;
        }
    }

    private FeedItemView Describe(FeedItem item) => new(
        item.Id,
        item.Name,
        item.NameZh,
        item.Publisher,
        item.Description,
        item.DescriptionZh,
        [.. item.Versions.Select(version => new FeedVersionView(version.Version, version.Sha256, version.Sdk, version.Size, version.Permissions, version.Changes, version.KeyId))],
        plugins.Plugins.FirstOrDefault(status => status.Manifest.Id == item.Id)?.Manifest.Version);
}

/// <summary>What a feed offers.</summary>
/// <param name="Items">Its plugins.</param>
/// <param name="Url">Where it is, or null when the installation has none.</param>
internal sealed record FeedView(IReadOnlyList<FeedItemView> Items, string? Url);

/// <summary>A plugin of a feed, and the version of it that is installed.</summary>
internal sealed record FeedItemView(
    string Id, string Name, string? NameZh, string? Publisher, string? Description, string? DescriptionZh, IReadOnlyList<FeedVersionView> Versions, string? Installed);

/// <summary>A version of a plugin of a feed.</summary>
internal sealed record FeedVersionView(string Version, string Sha256, string Sdk, long Size, IReadOnlyList<string> Permissions, string? Changes, string? KeyId);
