using System.Reflection;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Building;
using AIWendy.Sdk;
using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Tells by a look at the headers whether anybody can recognise a request, so that a request without credentials takes
/// neither a lease nor a scope of any plugin.
/// </summary>
internal interface ICredentialSigns
{
    /// <summary>False when no active authenticator reads a credential where this request has one.</summary>
    bool AreOn(HttpRequest request);
}

/// <summary>The signs that the active plugins look for.</summary>
internal sealed class ActiveCredentialSigns(ActivePlugins active) : ICredentialSigns
{
    public bool AreOn(HttpRequest request) => active.Current.Credentials.AreOn(request);
}

/// <summary>Where a set of authenticators reads credentials; holds names only, none of their types.</summary>
internal sealed class CredentialPlaces
{
    private readonly bool anywhere;
    private readonly string[] headers;
    private readonly string[] cookies;

    public CredentialPlaces(IEnumerable<ExtensionContribution> authenticators)
    {
        List<CredentialAttribute> places = [];
        foreach (ExtensionContribution contribution in authenticators)
        {
            Type type = contribution.Implementation ?? contribution.Instance!.GetType();
            CredentialAttribute[] stated = [.. type.GetCustomAttributes<CredentialAttribute>(inherit: false)];
            anywhere |= stated.Length == 0 || Array.Exists(stated, place => place.Header is null && place.Cookie is null);
            places.AddRange(stated);
        }

        headers = [.. places.Select(place => place.Header).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        cookies = [.. places.Select(place => place.Cookie).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public bool AreOn(HttpRequest request)
    {
        if (anywhere)
        {
            return true;
        }

        IHeaderDictionary sent = request.Headers;
        foreach (string header in headers)
        {
            if (sent.ContainsKey(header))
            {
                return true;
            }
        }

        return cookies.Length > 0 && sent.Cookie is { Count: > 0 } lines && AreNamed(lines);
    }

    // A name within another cookie's value is asked about in vain, which harms nobody.
    private bool AreNamed(StringValues lines)
    {
        foreach (string? line in lines)
        {
            foreach (string cookie in cookies)
            {
                if (line?.Contains(cookie, StringComparison.Ordinal) == true)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
