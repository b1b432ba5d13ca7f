using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Licences;

/// <summary>The endpoints with which an administrator looks after licences.</summary>
internal static class LicenceEndpoints
{
    public static void MapLicences(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup("/api/admin/licences").WithTags("Administration")
            .RequirePermission(PermissionCatalogue.Administer)
            .AddEndpointFilter<OperatorOnly>();
        group.MapGet("/", List)
            .WithName("licences.list")
            .WithSummary("Every licence of the installation and its state.");
        group.MapPost("/", InstallAsync)
            .WithName("licences.install")
            .WithSummary("Installs a licence, or a trust list of the issuer, on every node.");
        group.MapDelete("/{id:guid}", RemoveAsync)
            .WithName("licences.remove")
            .WithSummary("Removes a licence from every node; data stays.");
    }

    private static Ok<LicenceList> List(Licensing licensing, TimeProvider time) => TypedResults.Ok(Describe(licensing, time));

    private static async Task<Ok<LicenceList>> InstallAsync(
        InstallLicence body, Licensing licensing, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            Guid id = await licensing.InstallAsync(body.Token ?? string.Empty, cancellationToken);
            Licence? licence = licensing.Picture.Licences.FirstOrDefault(item => item.Id == id)?.Licence;
            JsonObject details = new() { ["licensee"] = licence?.Claims.Licensee, ["jti"] = licence?.Claims.Id, ["keyId"] = licence?.KeyId };
            await audit.WriteAsync(licence is null ? "licence.trust" : "licence.install", id.ToString(), details, CancellationToken.None);
        }
        catch (LicenceException exception)
        {
            throw new ProblemException(400, "licence_invalid", exception.Sentence);
        }

        return TypedResults.Ok(Describe(licensing, time));
    }

    private static async Task<Ok<LicenceList>> RemoveAsync(Guid id, Licensing licensing, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!await licensing.RemoveAsync(id, cancellationToken))
        {
            throw ProblemException.NotFound("An installed licence of this id");
        }

        await audit.WriteAsync("licence.remove", id.ToString(), [], CancellationToken.None);
        return TypedResults.Ok(Describe(licensing, time));
    }

    private static LicenceList Describe(Licensing licensing, TimeProvider time)
    {
        LicencePicture picture = licensing.Picture;
        DateTimeOffset now = picture.Now(time);
        return new LicenceList(
            [.. picture.Licences.Select(item => LicenceView.Of(item, now, CallContext.Current?.Language))],
            picture.InstallationId,
            new ClockView(picture.IsClockBack(time), now),
            [.. picture.Trust.Keys.Select(key => new LicenceKeyView(key.Id, key.Source, picture.Trust.RevokedKeys.Contains(key.Id)))]);
    }
}

/// <summary>What to install.</summary>
/// <param name="Token">A licence or a trust list.</param>
internal sealed record InstallLicence(string Token);

/// <summary>The licences of the installation.</summary>
/// <param name="Items">Every licence that was found, whatever its state.</param>
/// <param name="InstallationId">What a licence for this installation alone names.</param>
/// <param name="Clock">The time by which licences go.</param>
/// <param name="Keys">The issuing keys that count here.</param>
internal sealed record LicenceList(
    IReadOnlyList<LicenceView> Items, Guid InstallationId, ClockView Clock, IReadOnlyList<LicenceKeyView> Keys);

/// <summary>One licence.</summary>
/// <param name="Id">Id to remove it by; null for one that the environment holds.</param>
/// <param name="Licensee">Who holds it, or null when it does not say.</param>
/// <param name="Edition">Edition of the plugins that it covers, or null for all.</param>
/// <param name="Plan">Name of what was bought, or null.</param>
/// <param name="Entitlements">What it licenses.</param>
/// <param name="Limits">How much of something it licenses.</param>
/// <param name="NotBefore">From when, or null.</param>
/// <param name="Expires">Until when, or null for ever.</param>
/// <param name="GraceDays">How many days everything goes on after that.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">One sentence on the state, or null.</param>
/// <param name="KeyId">The key that signed it.</param>
/// <param name="Development">Whether that is a key for development.</param>
/// <param name="InstalledAt">When it was installed; null for one that the environment holds.</param>
internal sealed record LicenceView(
    Guid? Id,
    string? Licensee,
    string? Edition,
    string? Plan,
    IReadOnlyList<string> Entitlements,
    IReadOnlyDictionary<string, long> Limits,
    DateTimeOffset? NotBefore,
    DateTimeOffset? Expires,
    int GraceDays,
    LicenceState State,
    string? Reason,
    string? KeyId,
    bool Development,
    DateTimeOffset? InstalledAt)
{
    /// <summary>A licence as it stands at a moment, explained in a language.</summary>
    public static LicenceView Of(InstalledLicence item, DateTimeOffset now, string? language)
    {
        LicenceClaims claims = item.Licence.Claims;
        return new LicenceView(
            item.Id,
            claims.Licensee,
            claims.Edition,
            claims.Plan,
            claims.Entitlements,
            claims.Limits,
            claims.NotBefore,
            claims.Expires,
            claims.GraceDays,
            item.Licence.At(now),
            item.Licence.Explain(now)?.For(language),
            item.Licence.KeyId,
            item.Licence.IsDevelopment,
            item.InstalledAt);
    }
}

/// <summary>The time by which licences go.</summary>
/// <param name="RolledBack">Whether the machine's clock was set back.</param>
/// <param name="Now">The time that counts, in UTC.</param>
internal sealed record ClockView(bool RolledBack, DateTimeOffset Now);

/// <summary>An issuing key.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Where the trust comes from.</param>
/// <param name="Revoked">Whether it was taken back.</param>
internal sealed record LicenceKeyView(string Id, LicenceKeySource Source, bool Revoked);
