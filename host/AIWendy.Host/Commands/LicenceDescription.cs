using System.Text.Json;
using AIWendy.Host.Licences;

namespace AIWendy.Host.Commands;

/// <summary>Tells people at a terminal what a licence or a trust list states, and what it is worth.</summary>
internal static class LicenceDescription
{
    /// <summary>Reads and verifies a token.</summary>
    /// <returns>Whether a key that counts has signed it, and the text.</returns>
    public static (bool Verified, string Text) Of(string token, LicenceTrust trust)
    {
        CompactJws jws = CompactJws.Read(token);
        return jws.Type == TrustList.TokenType ? OfTrustList(token, trust) : OfLicence(token, jws, trust);
    }

    /// <summary>The last day on which something that ends at a moment is valid; in UTC.</summary>
    public static string LastDay(DateTimeOffset end) => FormattableString.Invariant($"{end.UtcDateTime.AddTicks(-1):yyyy-MM-dd}");

    /// <summary>A moment to the minute.</summary>
    public static string Moment(DateTimeOffset moment) => FormattableString.Invariant($"{moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    /// <summary>Limits such as <c>seats=25</c>.</summary>
    public static string Limits(IEnumerable<(string Name, long Value)> limits) =>
        string.Join(", ", limits.Select(limit => FormattableString.Invariant($"{limit.Name}={limit.Value}"))) is { Length: > 0 } text ? text : "none";

    private static (bool, string) OfTrustList(string token, LicenceTrust trust)
    {
        TrustList list = TrustList.Read(token, trust);
        return (true, Table.Of(
            ["trust list", "It is signed by a key that counts."],
            ["signed by", list.KeyId],
            ["adds keys", Several(list.Keys.Select(key => key.Id))],
            ["takes back keys", Several(list.RevokedKeys)],
            ["takes back", Several(list.RevokedLicences)]));
    }

    private static (bool, string) OfLicence(string token, CompactJws jws, LicenceTrust trust)
    {
        Licence licence = LicenceVerifier.Verify(token, trust, installationId: null);
        bool verified = licence.Fault is null or { State: LicenceState.Revoked };
        if (!verified)
        {
            // Shown all the same, so that one can see what was damaged; the first line says what it is worth.
            licence = licence with { Claims = jws.Type == LicenceVerifier.TokenType ? LicenceClaims.Read(jws.Payload) : new LicenceClaims() };
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        LicenceClaims claims = licence.Claims;
        return (verified, Table.Of(
            ["state", JsonNamingPolicy.SnakeCaseLower.ConvertName(licence.At(now).ToString())],
            ["", licence.Explain(now)?.En ?? "It is valid."],
            ["signed by", (licence.KeyId ?? "-") + (licence.IsDevelopment ? " (not a key of this product)" : string.Empty)],
            ["id", claims.Id ?? "-"],
            ["licensee", claims.Licensee ?? "-"],
            ["edition", claims.Edition ?? "any"],
            ["plan", claims.Plan ?? "-"],
            ["entitlements", Several(claims.Entitlements)],
            ["limits", Limits(claims.Limits.Select(limit => (limit.Key, limit.Value)))],
            ["valid from", claims.NotBefore is { } from ? Moment(from) : "always"],
            ["ends", claims.Expires is { } end ? Moment(end) : "never"],
            ["days of grace", FormattableString.Invariant($"{claims.GraceDays}")],
            ["installations", claims.Installations.Count == 0 ? "any" : string.Join(", ", claims.Installations)]));
    }

    private static string Several(IEnumerable<string> texts) => string.Join(", ", texts) is { Length: > 0 } text ? text : "none";
}
