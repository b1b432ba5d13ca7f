using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AIWendy.Plugins.Sample;

internal static class SampleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup("/sample").RequirePermission("sample.read");
        group.MapGet("/text", (SampleVersion version) => "sample " + version.Value);
        group.MapGet("/record/{name}", Record).WithName("sample.record");
        group.MapGet("/greeting/{name}", (string name, Greeter greeter) => greeter.Greet(name));
        group.MapPost("/echo", (SampleRecord body) => TypedResults.Ok(body));
        group.MapGet("/parsed/{pair}", (Pair pair, [AsParameters] SampleQuery query) => $"{pair.First}+{pair.Second} limit {query.Limit}");
        group.MapGet("/slow", SlowAsync);
        group.MapGet("/stream", StreamAsync);
        group.MapGet("/notes", ListAsync);
        group.MapPost("/notes", AddAsync).RequirePermission("sample.write");
        group.MapPut("/notes/{id:guid}", ChangeAsync);
        group.MapGet("/sql", CountAsync);
        group.MapGet("/tools", ToolsAsync);
        group.MapGet("/state", (SampleState state) => TypedResults.Ok(state.Snapshot()));
        group.MapGet("/on", () => "on").RequireFeature("sample.on");
        group.MapGet("/off", () => "on").RequireFeature("sample.off");
        group.MapGet("/paid", () => "on").RequireFeature("sample.paid");
        group.MapPost("/paid", () => "changed").RequireFeature("sample.paid");
        group.MapGet("/paid/export", () => "everything").RequireFeature("sample.paid").AlwaysReachable();
        group.MapGet("/cloud", () => "on").RequireFeature("sample.cloud");
        group.MapGet("/limited", () => "within the limit").WithRateLimit("sample.limited", 20, TimeSpan.FromHours(1));
        group.MapGet("/limited/address", () => "within the limit").WithRateLimit("sample.address", 3, TimeSpan.FromHours(1), perAddress: true);
        group.MapGet("/throws", string () => throw new ProblemException(409, "sample_conflict", "It is as it is."));
    }

    private static Ok<SampleRecord> Record(string name, SampleVersion version) => TypedResults.Ok(new SampleRecord(name, version.Value, 42));

    private static async Task<string> SlowAsync(int ms, SampleVersion version, Greeter greeter, CancellationToken cancellationToken)
    {
        await Task.Delay(ms, cancellationToken);
        return greeter.Greet(version.Value);
    }

    private static async Task StreamAsync(HttpContext context, int events, int ms, SampleVersion version)
    {
        context.Response.ContentType = "text/event-stream";
        for (int i = 0; i < events; i++)
        {
            await context.Response.WriteAsync($"data: {version.Value} {i}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(ms, context.RequestAborted);
        }
    }

    private static async Task<Ok<Note[]>> ListAsync(SampleDbContext database, CancellationToken cancellationToken) =>
        TypedResults.Ok(await database.Notes.AsNoTracking().OrderBy(note => note.Id).ToArrayAsync(cancellationToken));

    private static async Task<Ok<Note>> AddAsync(SampleRecord body, SampleDbContext database, CancellationToken cancellationToken)
    {
        Note note = new() { Id = Guid.CreateVersion7(), Text = body.Name };
        database.Add(note);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(note);
    }

    private static async Task<Results<NoContent, NotFound>> ChangeAsync(Guid id, SampleRecord body, SampleDbContext database, CancellationToken cancellationToken)
    {
        int changed = await database.Notes.Where(note => note.Id == id)
            .ExecuteUpdateAsync(note => note.SetProperty(value => value.Text, body.Name), cancellationToken);
        return changed == 1 ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<string> CountAsync(ITenantDatabase database, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand command = transaction.Command("select count(*) from test_sample.notes");
        return FormattableString.Invariant($"{await command.ExecuteScalarAsync(cancellationToken)}");
    }

    private static async Task<Ok<string[]>> ToolsAsync(IExtensions<ICoachTool> tools, IExtensions<Coach> coaches)
    {
        await using IExtensionLease<ICoachTool> toolLease = tools.Acquire();
        await using IExtensionLease<Coach> coachLease = coaches.Acquire();
        return TypedResults.Ok((string[])[.. toolLease.Items.Select(tool => tool.Value.Name), .. coachLease.Items.Select(coach => coach.Value.Id)]);
    }
}

internal sealed record SampleRecord(string Name, string Version, int Number);

internal sealed class SampleQuery
{
    public int? Limit { get; init; }
}

internal sealed record Pair(int First, int Second) : IParsable<Pair>
{
    public static Pair Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out Pair? pair) ? pair : throw new FormatException();

    public static bool TryParse(string? s, IFormatProvider? provider, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Pair result)
    {
        string[] parts = (s ?? string.Empty).Split('-');
        result = parts.Length == 2 && int.TryParse(parts[0], out int first) && int.TryParse(parts[1], out int second) ? new Pair(first, second) : null;
        return result is not null;
    }
}
