using System.Security.Claims;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Http.Security;

/// <summary>Reads the call from the claims of a caller.</summary>
internal static class Callers
{
    private static readonly CallState AnonymousInEnglish = new() { TenantId = WellKnown.DefaultTenantId, Language = RequestLanguage.English };
    private static readonly CallState AnonymousInChinese = AnonymousInEnglish with { Language = RequestLanguage.Chinese };
    private static readonly CallState GuestInEnglish = Read(GuestAccess.Guest, RequestLanguage.English);
    private static readonly CallState GuestInChinese = GuestInEnglish with { Language = RequestLanguage.Chinese };

    /// <summary>The call of a caller, or of nobody.</summary>
    public static CallState Describe(ClaimsPrincipal? caller, HttpRequest request)
    {
        CallState call = Find(caller, request);
        return AsksNotToTrack(request.Headers) ? call with { DoNotTrack = true } : call;
    }

    private static bool AsksNotToTrack(IHeaderDictionary headers) => headers["DNT"] == "1" || headers["Sec-GPC"] == "1";

    private static CallState Find(ClaimsPrincipal? caller, HttpRequest request)
    {
        StringValues accepted = request.Headers.AcceptLanguage;
        if (ReferenceEquals(caller, GuestAccess.Guest))
        {
            return RequestLanguage.Of(null, accepted) == RequestLanguage.English ? GuestInEnglish : GuestInChinese;
        }

        if (caller is null)
        {
            return RequestLanguage.Of(null, accepted) == RequestLanguage.English ? AnonymousInEnglish : AnonymousInChinese;
        }

        return Read(caller, RequestLanguage.Of(caller.FindFirst(AIWendyClaims.Language)?.Value, accepted));
    }

    private static CallState Read(ClaimsPrincipal caller, string language)
    {
        Guid userId = Guid.Parse(caller.FindFirst(AIWendyClaims.UserId)!.Value);
        return new CallState
        {
            TenantId = Guid.TryParse(caller.FindFirst(AIWendyClaims.TenantId)?.Value, out Guid tenant) ? tenant : WellKnown.DefaultTenantId,
            UserId = userId,
            Role = Enum.TryParse(caller.FindFirst(AIWendyClaims.Role)?.Value, ignoreCase: true, out Role role) && Enum.IsDefined(role) ? role : Role.Viewer,
            Scopes = caller.FindFirst(AIWendyClaims.Scopes)?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            IsGuest = userId == WellKnown.GuestUserId,
            DisplayName = caller.FindFirst(AIWendyClaims.Name)?.Value,
            Language = language,
        };
    }
}
