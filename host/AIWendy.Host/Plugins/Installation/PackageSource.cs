using System.Net.Mime;
using System.Text.Json;
using AIWendy.Host.Plugins.Administration;
using AIWendy.Packaging;
using AIWendy.Sdk;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Where packages come from: a file that is sent, or the feed.</summary>
internal sealed class PackageSource(PluginFeed feed)
{
    /// <summary>The package that a request sends or names.</summary>
    /// <exception cref="ProblemException">It sends and names none.</exception>
    public async Task<IncomingPackage> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type))
        {
            throw Unsupported();
        }

        if (type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))
        {
            FeedChoice choice = await ReadChoiceAsync(request, cancellationToken) is { FeedId: not null } named
                ? named
                : throw ProblemException.Invalid("feedId", "Name the plugin that is to be taken from the feed.");
            return await feed.OpenAsync(choice.FeedId, choice.Version, cancellationToken);
        }

        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw Unsupported();
        }

        MultipartReader reader = new(boundary.Value!, request.Body) { HeadersCountLimit = 16 };
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
                    && HeaderUtilities.RemoveQuotes(disposition.Name) == "file")
                {
                    return new IncomingPackage(section.Body, new PackageExpectation());
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && exception is not BadHttpRequestException)
        {
            throw new ProblemException(400, "multipart_invalid", "The upload is cut off or damaged. Send the file again.");
        }

        throw ProblemException.Invalid("file", "The form holds no file.");
    }

    private static async Task<FeedChoice?> ReadChoiceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<FeedChoice>(request.Body, JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body is not what this address takes.", StatusCodes.Status400BadRequest, exception);
        }
    }

    private static ProblemException Unsupported() =>
        new(415, "multipart_required", "Send the package as multipart/form-data in a field named “file”, or name a plugin of the feed as JSON.");
}

/// <summary>A package on its way in.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Expected">What it was said to be.</param>
internal sealed record IncomingPackage(Stream Content, PackageExpectation Expected) : IAsyncDisposable
{
    /// <summary>What has to live as long as the content, or null.</summary>
    public IDisposable? Owner { get; init; }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        Owner?.Dispose();
    }
}
