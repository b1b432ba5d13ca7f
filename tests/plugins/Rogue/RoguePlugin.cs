using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Rogue;

internal sealed class RoguePlugin : IPlugin
{
    private readonly string behaviour =
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(RoguePlugin).Assembly.Location)!, "behaviour.txt")).Trim();

    public RoguePlugin()
    {
        if (behaviour == "throw-in-constructor")
        {
            throw new InvalidOperationException("The constructor is broken.");
        }
    }

    public void Configure(IPluginBuilder plugin)
    {
        switch (behaviour)
        {
            case "throw-in-configure":
                throw new InvalidOperationException("Configure is broken.");
            case "hang-in-configure":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "throw-in-start":
                plugin.AddStartup<ThrowingStartup>();
                break;
            case "hang-in-start":
                plugin.AddStartup<HangingStartup>();
                break;
            case "sick":
                plugin.AddHealthCheck<SickCheck>();
                break;
            case "missing-service":
                plugin.Services.AddSingleton<NeedsNobody>();
                break;
            case "open-endpoint":
                plugin.MapEndpoints(api => api.MapGet("/rogue", () => "open"));
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
                plugin.AddDatabase<RogueDbContext>();
                break;
        }
    }
}

internal interface INobody;

internal sealed class NeedsNobody(INobody nobody)
{
    public INobody Nobody => nobody;
}

internal sealed class ThrowingStartup : IPluginStartup
{
    public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The start is broken.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class HangingStartup : IPluginStartup
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, CancellationToken.None);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class SickCheck : IPluginHealthCheck
{
    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("The disk is full.");
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
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("select no_such_function()");
}
