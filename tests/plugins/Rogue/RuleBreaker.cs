using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Rogue;

/// <summary>Lists what the host does not take.</summary>
internal static class RuleBreaker
{
    public static void Configure(IPluginBuilder plugin)
    {
        string own = "/" + plugin.Manifest.Id;
        switch (Rogue.Behaviour)
        {
            case "missing-service":
                plugin.Services.AddSingleton<NeedsNobody>();
                break;
            case "no-json":
                plugin.MapEndpoints(api => api.MapGet(own, () => TypedResults.Ok(new Undescribed("x"))).AllowPublic("Test."));
                break;
            case "no-json-union":
                plugin.MapEndpoints(api => api.MapGet(own, Results<NotFound, Ok<List<Undescribed>>> () => TypedResults.NotFound()).AllowPublic("Test."));
                break;
            case "no-json-stream":
                plugin.MapEndpoints(api => api.MapGet(own, () => new[] { new Undescribed("x") }.ToAsyncEnumerable()).AllowPublic("Test."));
                break;
            case "no-json-body":
                plugin.MapEndpoints(api => api.MapPost(own, (Undescribed body) => body.Name).AllowPublic("Test."));
                break;
            case "open-endpoint":
                plugin.MapEndpoints(api => api.MapGet(own, () => "open"));
                break;
            case "steal-route":
                plugin.MapEndpoints(api => api.MapGet("/sample/text", () => "stolen").AllowPublic("Theft."));
                break;
            case "steal-host-route":
                plugin.MapEndpoints(api => api.MapGet("/admin/plugins", () => "stolen").AllowPublic("Theft."));
                break;
            case "foreign-permission":
                plugin.AddPermission("journal.read", Text.Of("Not mine."));
                break;
            case "own-contract":
                plugin.AddExtension(new NeedsNobody(null!));
                break;
            case "bad-migration":
            case "half-migration":
            case "hang-in-migration":
            case "open-table":
                plugin.AddDatabase<RogueDbContext>();
                break;
        }
    }
}

internal sealed record Undescribed(string Name);

internal interface INobody;

internal sealed class NeedsNobody(INobody nobody)
{
    public INobody Nobody => nobody;
}

internal sealed class RogueDbContext(DbContextOptions<RogueDbContext> options) : PluginDbContext(options)
{
    protected override void Define(ModelBuilder model)
    {
    }
}

[DbContext(typeof(RogueDbContext))]
[Migration("20261123000001_Broken")]
internal sealed class Broken : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (Rogue.Behaviour == "open-table")
        {
            migrationBuilder.Sql("create table test_rogue.open_to_all (id integer primary key)");
            return;
        }

        if (Rogue.Behaviour == "half-migration")
        {
            migrationBuilder.Sql("create table public.half_done (id integer)");
        }

        migrationBuilder.Sql(Rogue.Behaviour == "hang-in-migration" ? "select pg_sleep(600)" : "select no_such_function()");
    }
}
