using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>The caller's picture; its kind is read from its bytes, never from what was said about it.</summary>
internal static class AvatarEndpoints
{
    private const int LargestBytes = 512 * 1024;

    private static readonly Text NoPicture = Text.Of(
        "Choose a PNG, JPEG or WebP picture of at most 512 KB.",
        "请选择不超过 512 KB 的 PNG、JPEG 或 WebP 图片。");

    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/me/avatar", GetAsync)
            .RequirePermission(AccountsPermissions.Self)
            .WithName("accounts.avatar")
            .WithSummary("The caller's picture");
        accounts.MapPut("/me/avatar", PutAsync)
            .RequirePermission(AccountsPermissions.Self)
            .WithName("accounts.changeAvatar")
            .WithSummary("Replace the caller's picture; the body is the file itself")
            .WithBodyLimit(LargestBytes + 1);
        accounts.MapDelete("/me/avatar", RemoveAsync)
            .RequirePermission(AccountsPermissions.Self)
            .WithName("accounts.removeAvatar")
            .WithSummary("Remove the caller's picture");
    }

    /// <summary>Where the picture is; another address after each change, so that browsers may keep it.</summary>
    public static string? AddressOf(User user) =>
        user.AvatarChangedAt is { } changed ? $"/api/accounts/me/avatar?v={changed.ToUnixTimeMilliseconds()}" : null;

    private static async Task<FileContentHttpResult> GetAsync(
        ICurrentUser caller, AccountsDbContext context, HttpContext http, CancellationToken cancellationToken)
    {
        Avatar avatar = await context.Avatars.AsNoTracking().SingleOrDefaultAsync(picture => picture.UserId == caller.Id, cancellationToken)
            ?? throw ProblemException.NotFound("The picture");
        http.Response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.Bytes(avatar.Content, avatar.MediaType);
    }

    private static async Task<Ok<Profile>> PutAsync(
        ICurrentUser caller,
        CurrentAccount account,
        AccountsDbContext context,
        UserManager<User> users,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        using MemoryStream content = new();
        await http.Request.Body.CopyToAsync(content, cancellationToken);
        byte[] bytes = content.ToArray();
        if (bytes.Length > LargestBytes || KindOf(bytes) is not { } mediaType)
        {
            throw ProblemException.Invalid("avatar", NoPicture.For(caller.Language));
        }

        Avatar? stored = await context.Avatars.SingleOrDefaultAsync(picture => picture.UserId == user.Id, cancellationToken);
        if (stored is null)
        {
            context.Avatars.Add(new Avatar { UserId = user.Id, MediaType = mediaType, Content = bytes });
        }
        else
        {
            stored.MediaType = mediaType;
            stored.Content = bytes;
        }

        user.AvatarChangedAt = time.GetUtcNow();
        (await users.UpdateAsync(user)).Demand(caller.Language);
        return TypedResults.Ok(ProfileEndpoints.Describe(user));
    }

    private static async Task<NoContent> RemoveAsync(
        ICurrentUser caller, CurrentAccount account, AccountsDbContext context, UserManager<User> users, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        await context.Avatars.Where(picture => picture.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        user.AvatarChangedAt = null;
        (await users.UpdateAsync(user)).Demand(caller.Language);
        return TypedResults.NoContent();
    }

    private static string? KindOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
