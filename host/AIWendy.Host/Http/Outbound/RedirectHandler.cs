using System.Net;
using System.Net.Http.Headers;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Outbound;

/// <summary>Follows redirects with the same care as the first address, and carries credentials to no other origin.</summary>
internal sealed class RedirectHandler(HttpMessageHandler inner, Action<Uri> check) : DelegatingHandler(inner)
{
    private const int MaximumRedirects = 5;

    private static readonly string[] Carried = ["Accept", "Accept-Encoding", "Accept-Language", "User-Agent"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        check(address);
        HttpRequestMessage current = request;
        for (int followed = 0; ; followed++)
        {
            HttpResponseMessage response = await SendCheckedAsync(current, cancellationToken);
            if (Target(response, address) is not { } next)
            {
                return response;
            }

            if (followed == MaximumRedirects)
            {
                response.Dispose();
                throw new HttpRequestException("The server redirects too often.");
            }

            check(next);
            HttpStatusCode status = response.StatusCode;
            response.Dispose();
            current = Follow(request, current, status, next, keepCredentials: IsSameOrigin(address, next));
            address = next;
        }
    }

    /// <summary>A refusal inside the connection arrives wrapped; the caller shall see it as it is.</summary>
    private async Task<HttpResponseMessage> SendCheckedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is ProblemException refusal)
        {
            throw refusal;
        }
    }

    private static Uri? Target(HttpResponseMessage response, Uri address)
    {
        bool redirects = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return redirects && response.Headers.Location is { } location ? new Uri(address, location) : null;
    }

    private static HttpRequestMessage Follow(
        HttpRequestMessage original, HttpRequestMessage current, HttpStatusCode status, Uri next, bool keepCredentials)
    {
        bool repeats = status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            || current.Method == HttpMethod.Get || current.Method == HttpMethod.Head;

        // A body would carry the user's words to another origin as surely as a header carries his key.
        bool keepsBody = repeats && keepCredentials;
        if (repeats && !keepCredentials && current.Content is not null)
        {
            throw new HttpRequestException("The server redirects the request to another origin, which is not followed.");
        }

        HttpRequestMessage following = new(repeats ? current.Method : HttpMethod.Get, next)
        {
            Version = original.Version,
            VersionPolicy = original.VersionPolicy,
            Content = keepsBody ? current.Content : null,
        };
        foreach ((string name, HeaderStringValues values) in current.Headers.NonValidated)
        {
            if (keepCredentials || Carried.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                following.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return following;
    }

    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Port == other.Port && one.Scheme == other.Scheme && one.DnsSafeHost.Equals(other.DnsSafeHost, StringComparison.OrdinalIgnoreCase);
}
